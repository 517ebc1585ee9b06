import * as Y from 'yjs'
import type { LogRow } from '../ports.ts'
import type { Authorship, OwnerOf } from './authorship.ts'
import { traceOf } from './trace.ts'

const ROW = Symbol('row')

/** Applies rows of the log, in order, to a document that has all earlier ones, and records who wrote them. */
export function replay(
  doc: Y.Doc,
  authorship: Authorship,
  rows: readonly Pick<LogRow, 'person' | 'at' | 'bytes'>[],
  ownerOf: OwnerOf,
): void {
  for (const { person, at, bytes } of rows) {
    const record = (transaction: Y.Transaction) => {
      // Yjs tidies formats in a transaction of its own, which is no row of the log.
      if (transaction.origin === ROW) authorship.record(traceOf(transaction), { person, at }, ownerOf)
    }
    doc.on('afterTransaction', record)
    try {
      Y.applyUpdate(doc, bytes, ROW)
    } finally {
      doc.off('afterTransaction', record)
    }
  }
}
