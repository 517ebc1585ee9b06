import { type Decoration, DecorationSet } from '@tiptap/pm/view'

/**
 * Decorations of whole lines, in their order, and of what is inside a line, by the position before it. ProseMirror's own set is made
 * by looking at every decoration for every line, and asked in the same way at every key: with 5,000 lines that takes longer than
 * anybody may wait for a letter. This one is made and asked at once. (Pinned version; keys.test.ts holds it.)
 */
export function lineDecorations(
  whole: readonly Decoration[],
  inside: ReadonlyMap<number, DecorationSet> = NOTHING,
  endOf: (pos: number) => number = () => 0,
): DecorationSet {
  const children = [...inside].flatMap(([pos, set]) => [pos, endOf(pos), set])
  const set: DecorationSet = Reflect.construct(DecorationSet, [whole, children])
  return Object.assign(set, { forChild: (pos: number) => inside.get(pos) ?? DecorationSet.empty })
}

const NOTHING: ReadonlyMap<number, DecorationSet> = new Map()
