import * as Y from 'yjs'

/**
 * Whether Yjs, asked to part an item right before this clock, would part the two halves of one character (outside the BMP it has two
 * UTF-16 units). It would make two replacement characters of it, on this side only if nothing else changes.
 */
export function partsACharacter({ clients }: Y.Doc['store'], client: number, clock: number): boolean {
  const structs = clients.get(client)
  const last = structs?.at(-1)
  if (!structs || !last || clock >= last.id.clock + last.length) return false
  const item = structs[Y.findIndexSS(structs, clock)]
  if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) return false
  const unit = item.content.str.charCodeAt(clock - item.id.clock - 1)
  return clock > item.id.clock && unit >= 0xd800 && unit < 0xdc00
}

/** How many ranges of a delete set would delete something. The others cost next to nothing; a client that catches up names all it ever saw. */
export function freshRanges({ clients }: Y.Doc['store'], deletes: Y.Transaction['deleteSet']): number {
  let fresh = 0
  for (const [client, ranges] of deletes.clients) {
    const structs = clients.get(client)
    const last = structs?.at(-1)
    if (!structs || !last) continue
    const state = last.id.clock + last.length
    for (const { clock, len } of ranges) if (clock < state && hasLiving(structs, clock, clock + len)) fresh += 1
  }
  return fresh
}

function hasLiving(structs: readonly (Y.Item | Y.GC)[], from: number, to: number): boolean {
  for (let i = Y.findIndexSS(structs as (Y.Item | Y.GC)[], from); i < structs.length; i++) {
    const struct = structs[i]
    if (!struct || struct.id.clock >= to) return false
    if (!struct.deleted) return true
  }
  return false
}
