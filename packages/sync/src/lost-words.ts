import * as Y from 'yjs'
import type { Span } from './authorship/trace.ts'
import { LIMITS } from './limits.ts'
import { type Lost, structsIn } from './rescue.ts'

/**
 * The words that a transaction lost though the update that made it does not name them among its deletions: new ones that came to
 * lie under something deleted, and old ones that went down with what was deleted around them. To be called in `afterTransaction`.
 */
export function lostWords(
  transaction: Y.Transaction,
  added: readonly Span[],
  { update, named }: { update: Uint8Array; named: Named },
): Lost[] {
  const { doc, beforeState, deleteSet } = transaction
  const lost: Lost[] = []
  for (const [client, ranges] of deleteSet.clients) {
    const known = beforeState.get(client) ?? 0
    for (const { clock, len } of ranges) {
      for (const item of structsIn(doc, client, clock, Math.min(clock + len, known)))
        lost.push(...unnamedOf(item, named))
    }
  }
  if (added.some((span) => hasDeadOnes(doc, span, named))) lost.push(...newLost(transaction, update, named))
  return lost.sort((a, b) => a.id.client - b.id.client || a.id.clock - b.id.clock)
}

/** Thousands of scattered pieces are put back as one, in the order in which they were typed: each costs a search of its place. */
export function inFewPieces(lost: readonly Lost[]): readonly Lost[] {
  const [first] = lost
  if (!first || lost.length <= LIMITS.rescuedPieces) return lost
  return [{ ...first, text: lost.map(({ text }) => text).join('') }]
}

function hasDeadOnes(doc: Y.Doc, { client, clock, length }: Span, named: Named): boolean {
  return structsIn(doc, client, clock, clock + length).some(
    (struct) => struct.deleted && unnamed(named, client, struct.id.clock, struct.id.clock + struct.length).length > 0,
  )
}

/** Yjs has thrown these away already; they are only in the update. */
function newLost({ doc, beforeState }: Y.Transaction, update: Uint8Array, named: Named): Lost[] {
  const lost: Lost[] = []
  for (const struct of Y.decodeUpdate(update).structs) {
    if (!(struct instanceof Y.Item)) continue
    const { client, clock } = struct.id
    const from = Math.max(clock, beforeState.get(client) ?? 0)
    for (const part of unnamedOf(struct, named)) {
      const { clock: start } = part.id
      const isNew = start >= from
      if (isNew && Y.getItem(doc.store, part.id).deleted) lost.push(part)
    }
  }
  return lost
}

/** The characters of an item that the update does not name. */
function unnamedOf(item: Y.Item | Y.GC, named: Named): Lost[] {
  if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) return []
  const { client, clock } = item.id
  const { str } = item.content
  return unnamed(named, client, clock, clock + item.length).map(({ from, to }) => ({
    id: Y.createID(client, from),
    // A half of a character would be something else after it was stored.
    text: str.slice(from - clock, to - clock).replace(/\p{Surrogate}/gu, '\ufffd'),
    origin: from === clock ? item.origin : Y.createID(client, from - 1),
    rightOrigin: item.rightOrigin,
    parent: parentOf(item),
  }))
}

/** As it was read from an update, a parent is an id; in a document it is a type. */
function parentOf({ parent }: Y.Item): Y.ID | null {
  const given: unknown = parent
  if (given instanceof Y.ID) return given
  return given instanceof Y.AbstractType ? (given._item?.id ?? null) : null
}

type Named = Y.Transaction['deleteSet']

function unnamed(named: Named, client: number, from: number, to: number): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = []
  let at = from
  for (const { clock, len } of named.clients.get(client) ?? []) {
    if (clock + len <= at) continue
    if (clock >= to) break
    if (clock > at) parts.push({ from: at, to: clock })
    at = clock + len
  }
  if (at < to) parts.push({ from: at, to })
  return parts
}
