import { type Decoration, DecorationSet } from '@tiptap/pm/view'

/** The decorations inside some lines, as ProseMirror keeps them: the position before a line, that after it, and its set, again and again. */
export type InsideLines = (number | DecorationSet)[]

/**
 * Decorations of whole lines, and of what is inside of them, both in order. ProseMirror's own way to make such a set looks at every
 * decoration for every line, and so does the set when it is asked for a line: with 5,000 lines that takes longer than anybody may wait
 * for a letter. This one is made and asked at once. (Pinned version; line-decorations.test.ts holds it.)
 */
export function lineDecorations(whole: readonly Decoration[], inside: InsideLines = []): DecorationSet {
  const set: DecorationSet = Reflect.construct(DecorationSet, [whole, inside])
  // Lines are asked for in order, so the next one is mostly the one after the last.
  let next = 0
  const forChild = (pos: number): DecorationSet => {
    if (inside[next] !== pos) next = placeOf(inside, pos)
    const found = inside[next] === pos ? inside[next + 2] : undefined
    if (!(found instanceof DecorationSet)) return DecorationSet.empty
    next += 3
    return found
  }
  return Object.assign(set, { forChild })
}

/** Where the first line stands that does not begin before a position. */
function placeOf(inside: InsideLines, pos: number): number {
  let [low, high] = [0, inside.length / 3]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (Number(inside[middle * 3]) < pos) low = middle + 1
    else high = middle
  }
  return low * 3
}
