import * as Y from 'yjs'
import type { LogRow } from '../ports.ts'
import type { Authorship, OwnerOf } from './authorship.ts'
import type { Carried } from './carry-over.ts'
import { type Trace, traceOf } from './trace.ts'

const ROW = Symbol('row')

/**
 * Applies rows of the log, in order, to a document that has all earlier ones, and records who wrote them.
 *
 * @param heard is told what each row did, and which of its characters are old ones that came back
 */
export function replay(
  doc: Y.Doc,
  authorship: Authorship,
  rows: readonly Pick<LogRow, 'person' | 'at' | 'bytes'>[],
  ownerOf: OwnerOf,
  heard: (trace: Trace, carried: readonly Carried[]) => void = () => {},
): void {
  for (const { person, at, bytes } of rows) {
    const record = (transaction: Y.Transaction) => {
      // Yjs tidies formats in a transaction of its own, which is no row of the log.
      if (transaction.origin !== ROW) return
      const trace = traceOf(transaction)
      heard(trace, authorship.record(trace, { person, at }, ownerOf))
    }
    doc.on('afterTransaction', record)
    try {
      Y.applyUpdate(doc, bytes, ROW)
    } finally {
      doc.off('afterTransaction', record)
    }
  }
}
