import * as Y from 'yjs'

/** A stretch of one client's items, by their clocks. */
export type Span = { client: number; clock: number; length: number }

/** Characters with ids that follow each other. `before` is the first of the deleted characters that they were put in front of. */
export type Piece = Span & { before?: { client: number; clock: number } }

/** Characters that stand side by side, in order, and where their ids are. Lengths are in UTF-16 units, as in Yjs. */
export type Run = { text: string; pieces: readonly Piece[] }

/**
 * What one transaction did, as far as authorship goes. Kept by ids and not by items, because items merge. It is the same
 * when the update is applied for the first time and when it is replayed from the log.
 */
export type Trace = {
  /** All new items, of whatever kind. */
  added: readonly Span[]
  /** New characters that can be seen. */
  inserted: readonly Run[]
  /** Characters that were there before and are gone. */
  deleted: readonly Run[]
}

export const NO_TRACE: Trace = { added: [], inserted: [], deleted: [] }

/** Reads a transaction in `afterTransaction`, which is the last moment at which deleted characters can be read. */
export function traceOf(transaction: Y.Transaction): Trace {
  const added = addedSpans(transaction)
  const deleted = deletedTexts(transaction)
  const inserted = added.flatMap((span) => newTexts(transaction.doc, span))
  if (added.length === 0 && deleted.length === 0) return NO_TRACE
  return { added, inserted: runsOf(inserted, transaction.doc.store), deleted: runsOf(deleted, undefined) }
}

function addedSpans({ afterState, beforeState }: Y.Transaction): Span[] {
  const spans: Span[] = []
  for (const [client, end] of afterState) {
    const clock = beforeState.get(client) ?? 0
    if (end > clock) spans.push({ client, clock, length: end - clock })
  }
  return spans
}

function deletedTexts({ deleteSet, beforeState, doc }: Y.Transaction): Y.Item[] {
  const items: Y.Item[] = []
  for (const [client, ranges] of deleteSet.clients) {
    const known = beforeState.get(client) ?? 0
    for (const { clock, len } of ranges) {
      const length = Math.min(clock + len, known) - clock
      // One by one: a whole pad may be deleted at once, and arguments are few.
      if (length > 0) for (const item of itemsIn(doc, { client, clock, length })) if (isText(item)) items.push(item)
    }
  }
  return items
}

function newTexts(doc: Y.Doc, span: Span): Y.Item[] {
  return itemsIn(doc, span).filter((item) => !item.deleted && isText(item))
}

function itemsIn(doc: Y.Doc, { client, clock, length }: Span): Y.Item[] {
  const structs = doc.store.clients.get(client) ?? []
  const items: Y.Item[] = []
  for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
    const struct = structs[i]
    if (!struct || struct.id.clock >= clock + length) break
    if (struct instanceof Y.Item) items.push(struct)
  }
  return items
}

const isText = (item: Y.Item): boolean => item.content instanceof Y.ContentString

/** Items that stand side by side become one run; what cannot be seen between them does not part them. */
function runsOf(items: readonly Y.Item[], store: Y.Doc['store'] | undefined): Run[] {
  const [first, second] = items
  // A keystroke: not worth a look at what may be many deleted items around it.
  if (first && !second) return [runOf([first], store)]
  const left = new Set(items)
  const belongs = (item: Y.Item) => left.has(item)
  const runs: Run[] = []
  for (const item of items) {
    if (!left.has(item)) continue
    const run = sideBySide(item, belongs)
    for (const member of run) left.delete(member)
    runs.push(runOf(run, store))
  }
  // In an order that does not depend on how the update was encoded.
  return runs.sort((a, b) => compareSpans(a.pieces[0], b.pieces[0]))
}

function sideBySide(item: Y.Item, belongs: (item: Y.Item) => boolean): Y.Item[] {
  let first = item
  for (let at = item.left; at && (belongs(at) || isUnseen(at)); at = at.left) if (belongs(at)) first = at
  const run: Y.Item[] = []
  for (let at: Y.Item | null = first; at && (belongs(at) || isUnseen(at)); at = at.right) if (belongs(at)) run.push(at)
  return run
}

const isUnseen = (item: Y.Item): boolean => item.deleted || !item.countable

function runOf(items: readonly Y.Item[], store: Y.Doc['store'] | undefined): Run {
  const pieces: Piece[] = []
  let last: Y.Item | undefined
  for (const item of items) {
    const { client, clock } = item.id
    const piece = pieces.at(-1)
    const follows = piece?.client === client && piece.clock + piece.length === clock
    if (piece && last && follows && (!store || isOneWith(last, item))) piece.length += item.length
    else pieces.push({ client, clock, length: item.length, ...(store && placeOf(item, store)) })
    last = item
  }
  return { text: items.map(({ content }) => (content as Y.ContentString).str).join(''), pieces }
}

/** Whether Yjs would keep the two as one item. */
function isOneWith(left: Y.Item, right: Y.Item): boolean {
  return Y.compareIDs(right.origin, left.lastId) && Y.compareIDs(right.rightOrigin, left.rightOrigin)
}

/** An undo puts what it brings back right before what was deleted; typing never does (Yjs passes over the deleted). */
function placeOf({ rightOrigin }: Y.Item, store: Y.Doc['store']): Pick<Piece, 'before'> | undefined {
  if (!rightOrigin || !Y.getItem(store, rightOrigin).deleted) return undefined
  return { before: { client: rightOrigin.client, clock: rightOrigin.clock } }
}

function compareSpans(a: Span | undefined, b: Span | undefined): number {
  return a && b ? a.client - b.client || a.clock - b.clock : 0
}
