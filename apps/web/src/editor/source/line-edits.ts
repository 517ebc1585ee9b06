import type { Block } from '@forumpad/pad-schema'
import { sequenceDiff } from './sequence-diff.ts'

/** What has to be done with a pad's blocks: `at` is the place of a block in the pad as it is, before any of this. */
export type LineEdit =
  | { is: 'changes'; at: number; to: Block }
  | { is: 'goes'; at: number }
  /** New blocks before the one at that place. */
  | { is: 'comes'; at: number; blocks: readonly Block[] }

/**
 * The edits that make of a pad what was made of its Markdown, in order. `read` is the pad's Markdown read back, `edited` the edited Markdown.
 * What Markdown cannot hold (empty lines, marks in code) is in neither, and so is not touched.
 */
export function lineEdits(pad: readonly Block[], read: readonly Block[], edited: readonly Block[]): LineEdit[] {
  // An empty pad is one empty line, which the first block takes.
  const [first, ...others] = edited
  if (read.length === 0 && pad.length === 1 && first !== undefined)
    return [
      { is: 'changes', at: 0, to: first },
      ...(others.length > 0 ? [{ is: 'comes' as const, at: 1, blocks: others }] : []),
    ]
  const place = placesIn(pad, read)
  return sequenceDiff(keys(read), keys(edited)).flatMap(({ from, to, start, end }): LineEdit[] => {
    const pairs = Math.min(to - from, end - start)
    const edits: LineEdit[] = []
    for (let index = 0; index < to - from; index++) {
      const at = place[from + index]
      const block = index < pairs ? edited[start + index] : undefined
      if (at === undefined) continue
      edits.push(block === undefined ? { is: 'goes', at } : { is: 'changes', at, to: block })
    }
    const blocks = edited.slice(start + pairs, end)
    if (blocks.length > 0)
      edits.push({ is: 'comes', at: placeFor(blocks, read[from + pairs], place, from + pairs, pad.length), blocks })
    return edits
  })
}

/** For each block that was read back, its place in the pad; undefined where it cannot be told. */
function placesIn(pad: readonly Block[], read: readonly Block[]): (number | undefined)[] {
  const places: (number | undefined)[] = read.map(() => undefined)
  let [own, back] = [0, 0]
  const take = (until: number) => {
    while (own < until) places[back++] = own++
  }
  for (const { from, to, start, end } of sequenceDiff(keys(pad), keys(read))) {
    take(from)
    // What came back changed is what it was, if as much came back as went out.
    if (to - from === end - start) take(to)
    own = to
    back = end
  }
  take(pad.length)
  return places
}

/** Where new blocks are put: with what follows, if that is of their kind, else behind what they follow. */
function placeFor(
  blocks: readonly Block[],
  follows: Block | undefined,
  places: readonly (number | undefined)[],
  index: number,
  length: number,
): number {
  const next = places[index]
  const last = blocks.at(-1)
  if (next !== undefined && last !== undefined && follows !== undefined && kindOf(last) === kindOf(follows)) return next
  for (let before = index - 1; before >= 0; before--) {
    const place = places[before]
    if (place !== undefined) return place + 1
  }
  return places.find((place) => place !== undefined) ?? length
}

const kindOf = (block: Block): string => (block.type === 'paragraph' ? block.kind : block.type)

const keys = (blocks: readonly Block[]): string[] => blocks.map((block) => JSON.stringify(block))
