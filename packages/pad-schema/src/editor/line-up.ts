import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'

type Child = ReturnType<Y.XmlFragment['toArray']>[number]

/**
 * Makes a parent have one child for each of some nodes, in their order, from its child number `first` on: a child that belongs to a node stays, as
 * many as can without passing another; what is left between two of them goes together in turn. Where a node has none, an element without
 * anything in it is put; a child without a node goes.
 *
 * @param belongsTo the index of the node that a child belongs to; -1 for none
 */
export function lineUp(
  parent: Y.XmlFragment,
  first: number,
  children: readonly Child[],
  nodes: readonly Node[],
  belongsTo: (child: Child) => number,
): void {
  const kept = new Map<number, Child>()
  const anchors = rising(children.map(belongsTo))
  let [child, node] = [0, 0]
  for (const anchor of [...anchors, { place: children.length, value: nodes.length }]) {
    for (; child < anchor.place; child += 1) {
      const at = children[child]
      if (node < anchor.value && at && isOf(at, nodes[node])) kept.set(node++, at)
    }
    const own = children[child++]
    node = anchor.value
    if (own) kept.set(node++, own)
  }

  const staying = new Set(kept.values())
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const at = children[index]
    if (at && !staying.has(at)) parent.delete(first + index, 1)
  }
  nodes.forEach(({ type }, index) => {
    if (!kept.has(index)) parent.insert(first + index, [new Y.XmlElement(type.name)])
  })
}

const isOf = (child: Child, node: Node | undefined): boolean =>
  child instanceof Y.XmlElement && child.nodeName === node?.type.name

/** A longest choice of the values that rises; -1 is no value. */
export function rising(values: readonly number[]): { place: number; value: number }[] {
  // Of the best choices of each length, the one that ends lowest: its last place, and the place before each.
  const ends: number[] = []
  const before: (number | undefined)[] = []
  values.forEach((value, place) => {
    if (value < 0) return
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before[place] = low > 0 ? ends[low - 1] : undefined
    ends[low] = place
  })
  const chosen: { place: number; value: number }[] = []
  for (let place = ends.at(-1); place !== undefined; place = before[place]) {
    chosen.push({ place, value: values[place] ?? 0 })
  }
  return chosen.reverse()
}
