import * as Y from 'yjs'
import { LIMITS } from './limits.ts'
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
  /** How many items it carries: what it costs goes by these rather than by its bytes. */
  pieces: number
}

/**
 * Reads an update (Yjs v1 encoding) that may come from anybody.
 *
 * @returns its facts, or a sentence that says why no honest client would send it
 */
export function inspectUpdate(update: Uint8Array): UpdateFacts | string {
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdate(update)
  } catch {
    return 'This update cannot be read: it is cut off or no update at all.'
  }
  const facts: UpdateFacts = {
    carries: new Map(),
    needs: new Map(),
    holes: new Map(),
    roots: new Set(),
    empty: true,
    deletes: decoded.ds.clients.size === 0 ? decoded.ds : Y.mergeDeleteSets([decoded.ds]),
    pieces: 0,
  }
  facts.pieces = decoded.structs.length
  for (const struct of decoded.structs) {
    const fault = noteStruct(facts, struct)
    if (fault) return fault
  }
  for (const [client, ranges] of decoded.ds.clients) {
    if (client > MAX_CLIENT) return 'This update names a client that cannot be.'
    for (const { clock, len } of ranges) {
      if (clock + len > LIMITS.clock) return 'This update deletes at a clock that no client has reached.'
      raise(facts.needs, client, clock + len)
      facts.empty = false
    }
  }
  return facts
}

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
  if (struct instanceof Y.Item) noteDependencies(facts, struct)
}

function noteDependencies(facts: UpdateFacts, item: Y.Item): void {
  if (item.origin) raise(facts.needs, item.origin.client, item.origin.clock + 1)
  if (item.rightOrigin) raise(facts.needs, item.rightOrigin.client, item.rightOrigin.clock + 1)
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
