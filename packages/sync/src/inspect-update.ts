import * as Y from 'yjs'
import { crowding } from './crowding.ts'
import { LIMITS } from './limits.ts'
import { isDeepValue, nestsDeeper } from './nesting.ts'
import { readUpdate, TooManyPieces } from './read-update.ts'
import { structsIn } from './rescue.ts'

/** What an update would do, found out without applying it. Clocks count a client's items from 0. */
export type UpdateFacts = {
  /** For each client whose items it carries: the first clock and the one after the last. */
  carries: Map<number, { from: number; to: number }>
  /** For each client whose items it builds on or deletes: the clock up to which they must be there. */
  needs: Map<number, number>
  /** The same for holes in what one client wrote, which the update itself cannot fill. */
  holes: Map<number, number>
  /** The names of the roots that items are put in. */
  roots: Set<string>
  empty: boolean
  /** What it names as deleted, in order. */
  deletes: Y.Transaction['deleteSet']
  /** Where it parts what others wrote, if that is there: right before these ids. */
  cuts: { client: number; clock: number }[]
  /** What it costs, which goes by its items and not by its bytes; past `LIMITS.updatePieces` it is not read to the end. */
  pieces: number
}

/**
 * Reads an update (Yjs v1 encoding) that may come from anybody.
 *
 * @param most past so many pieces it is not read to the end
 * @returns its facts, or a sentence that says why no honest client would send it
 */
export function inspectUpdate(update: Uint8Array, most: number = LIMITS.updatePieces): UpdateFacts | string {
  let decoded: ReturnType<typeof readUpdate>
  try {
    decoded = readUpdate(update, most)
  } catch (error) {
    if (error instanceof TooManyPieces) return { ...noFacts(), empty: false, pieces: most + 1 }
    return 'This update cannot be read: it is cut off or no update at all.'
  }
  const facts = noFacts()
  if (decoded.ds.clients.size > 0) facts.deletes = Y.mergeDeleteSets([decoded.ds])
  facts.pieces = decoded.structs.length + Math.floor(crowding(decoded.structs) / LIMITS.crowdingPerPiece)
  if (nestsDeeper(decoded.structs, LIMITS.nesting)) return 'This update nests things deeper than any editor does.'
  for (const struct of decoded.structs) {
    const fault = noteStruct(facts, struct)
    if (fault) return fault
  }
  for (const [client, ranges] of decoded.ds.clients) {
    if (client > MAX_CLIENT) return 'This update names a client that cannot be.'
    for (const { clock, len } of ranges) {
      if (clock + len > LIMITS.clock) return 'This update deletes at a clock that no client has reached.'
      // Yjs would part an item there and tell nobody.
      if (len <= 0) return 'This update deletes nothing, at length.'
      facts.cuts.push({ client, clock }, { client, clock: clock + len })
      raise(facts.needs, client, clock + len)
      facts.empty = false
    }
  }
  return facts
}

const noFacts = (): UpdateFacts => ({
  carries: new Map(),
  needs: new Map(),
  holes: new Map(),
  roots: new Set(),
  empty: true,
  deletes: Y.createDeleteSet(),
  cuts: [],
  pieces: 0,
})

const MAX_CLIENT = 2 ** 32

function noteStruct(facts: UpdateFacts, struct: Y.Item | Y.GC | Y.Skip): string | undefined {
  const { client, clock } = struct.id
  const end = clock + struct.length
  if (client > MAX_CLIENT) return 'This update names a client that cannot be.'
  if (end > LIMITS.clock || struct.length <= 0) return 'This update has a clock that no client has reached.'
  facts.empty = false
  const carried = facts.carries.get(client)
  if (struct instanceof Y.Skip) {
    raise(facts.holes, client, end)
    return
  }
  if (!carried) facts.carries.set(client, { from: clock, to: end })
  else {
    if (clock > carried.to) raise(facts.holes, client, clock)
    carried.to = Math.max(carried.to, end)
  }
  if (!(struct instanceof Y.Item)) return
  if (holdsDeepValue(struct.content)) return 'This update nests values deeper than any editor does.'
  noteDependencies(facts, struct)
}

function holdsDeepValue(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentString || content instanceof Y.ContentType) return false
  if (content instanceof Y.ContentFormat) return isDeepValue(content.value, LIMITS.nesting)
  if (content instanceof Y.ContentDoc) return isDeepValue(content.opts, LIMITS.nesting)
  if (content instanceof Y.ContentDeleted || content instanceof Y.ContentBinary) return false
  return isDeepValue(content.getContent(), LIMITS.nesting)
}

function noteDependencies(facts: UpdateFacts, item: Y.Item): void {
  const { origin, rightOrigin } = item
  if (origin) {
    raise(facts.needs, origin.client, origin.clock + 1)
    facts.cuts.push({ client: origin.client, clock: origin.clock + 1 })
  }
  if (rightOrigin) {
    raise(facts.needs, rightOrigin.client, rightOrigin.clock + 1)
    facts.cuts.push(rightOrigin)
  }
  // As it was read, the parent is an id, the name of a root, or null when it is that of the origin.
  const parent: unknown = item.parent
  if (parent instanceof Y.ID) raise(facts.needs, parent.client, parent.clock + 1)
  else if (typeof parent === 'string') facts.roots.add(parent)
}

function raise(clocks: Map<number, number>, client: number, clock: number): void {
  if (clock > (clocks.get(client) ?? 0)) clocks.set(client, clock)
}

/** The clients under whose id the update brings something that the document has not got yet. */
export function newWriters(doc: Y.Doc, facts: UpdateFacts): number[] {
  const writers: number[] = []
  for (const [client, { to }] of facts.carries) if (to > Y.getState(doc.store, client)) writers.push(client)
  return writers
}

/** Whether the document has everything that the update carries, and everything that it deletes is deleted. */
export function changesNothing(doc: Y.Doc, facts: UpdateFacts): boolean {
  if (newWriters(doc, facts).length > 0) return false
  for (const [client, ranges] of facts.deletes.clients) {
    for (const { clock, len } of ranges) {
      if (clock + len > Y.getState(doc.store, client)) return false
      if (structsIn(doc, client, clock, clock + len).some(({ deleted }) => !deleted)) return false
    }
  }
  return true
}

/** Whether the update builds on something that neither it nor the document has. */
export function isMissingSomething(doc: Y.Doc, facts: UpdateFacts): boolean {
  for (const [client, { from }] of facts.carries) if (from > Y.getState(doc.store, client)) return true
  for (const [client, clock] of facts.holes) if (clock > Y.getState(doc.store, client)) return true
  for (const [client, clock] of facts.needs) {
    const carried = facts.carries.get(client)?.to ?? 0
    if (clock > Math.max(carried, Y.getState(doc.store, client))) return true
  }
  return false
}
