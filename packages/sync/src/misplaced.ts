import * as Y from 'yjs'
import type { Span } from './authorship/trace.ts'
import { structsIn } from './rescue.ts'

/**
 * Whether one of the new items is a mark outside text, or does not stand after its left and before its right neighbour of old. No editor writes that, and Yjs promises
 * the same order everywhere only for what editors write. To be called in `afterTransaction`.
 */
export function hasMisplaced(doc: Y.Doc, added: readonly Span[]): boolean {
  for (const { client, clock, length } of added) {
    const items = structsIn(doc, client, clock, clock + length).filter(isPlaced)
    // Each in the order in which the walk is one step for what was written in one go.
    if (items.some(isStrayMark)) return true
    if (!allWell(items, standsAfter) || !allWell(items.toReversed(), standsBefore)) return true
  }
  return false
}

const isPlaced = (struct: Y.Item | Y.GC): struct is Y.Item => struct instanceof Y.Item && Boolean(struct.parent)

/** A mark among lines, which belongs in text. It cannot be seen, and the editors that look for a place beside it stop. */
function isStrayMark({ content, parent }: Y.Item): boolean {
  return content instanceof Y.ContentFormat && !(parent instanceof Y.Text)
}

type Known = (item: Y.Item) => boolean

function allWell(items: readonly Y.Item[], isWell: (item: Y.Item, known: Known) => boolean): boolean {
  const well = new Set<Y.Item>()
  const known = (item: Y.Item) => well.has(item)
  return items.every((item) => isWell(item, known) && well.add(item))
}

function standsAfter({ left, origin }: Y.Item, known: Known): boolean {
  for (let at = left; origin && at; at = at.left) {
    if (Y.compareIDs(at.lastId, origin) || (known(at) && Y.compareIDs(at.origin, origin))) return true
  }
  return !origin
}

function standsBefore({ right, rightOrigin }: Y.Item, known: Known): boolean {
  for (let at = right; rightOrigin && at; at = at.right) {
    if (Y.compareIDs(at.id, rightOrigin) || (known(at) && Y.compareIDs(at.rightOrigin, rightOrigin))) return true
  }
  return !rightOrigin
}
