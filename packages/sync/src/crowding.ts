import * as Y from 'yjs'

/**
 * What it costs Yjs to put items in order that claim the same place: each is compared with those that are there. Counted as the sum of
 * the squares of how many there are at each place. Whoever types on, or again and again in front of what they wrote, crowds nobody.
 */
export function crowding(structs: readonly (Y.Item | Y.GC | Y.Skip)[]): number {
  const places = new Map<string, { count: number; last: Y.ID }>()
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    const place = placeOf(struct)
    const known = places.get(place)
    if (!known) places.set(place, { count: 1, last: struct.id })
    else {
      if (!Y.compareIDs(struct.rightOrigin, known.last)) known.count += 1
      known.last = struct.id
    }
  }
  let sum = 0
  for (const { count } of places.values()) if (count > 1) sum += count * count
  return sum
}

function placeOf({ origin, rightOrigin, parent, parentSub }: Y.Item): string {
  if (origin) return `${origin.client} ${origin.clock}`
  // As it was read, the parent is an id or the name of a root. Next to a right neighbour it is not told: it is that one's.
  const given: unknown = parent
  if (rightOrigin) return 'in front of something'
  return given instanceof Y.ID ? `in ${given.client} ${given.clock} ${parentSub}` : `in ${given} ${parentSub}`
}
