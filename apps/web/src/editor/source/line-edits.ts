import type { Block } from '@forumpad/pad-schema'
import { sequenceDiff } from './sequence-diff.ts'

/** What has to be done with a pad's blocks: `at` is the place of a block in the pad as it is, before any of this. */
export type LineEdit =
  | { is: 'changes'; at: number; to: Block }
  | { is: 'goes'; at: number }
  /** New blocks before the one at that place. */
  | { is: 'comes'; at: number; blocks: readonly Block[] }

/** Edits that can be carried out, or the first block whose place in the pad cannot be told. */
export type LineEdits = { is: 'placed'; edits: readonly LineEdit[] } | { is: 'no place'; block: Block }

/**
 * The edits that make of a pad what was made of its Markdown, in order. `read` is the pad's Markdown read back, `edited` the edited Markdown.
 * What Markdown cannot hold (empty lines, marks in code) is in neither, and so is not touched.
 */
export function lineEdits(pad: readonly Block[], read: readonly Block[], edited: readonly Block[]): LineEdits {
  // An empty pad is one empty line, which the first block takes.
  const [first, ...others] = edited
  if (read.length === 0 && pad.length === 1 && first !== undefined) {
    const behind: LineEdit[] = others.length > 0 ? [{ is: 'comes', at: 1, blocks: others }] : []
    return { is: 'placed', edits: [{ is: 'changes', at: 0, to: first }, ...behind] }
  }
  const places = placesIn(pad, read)
  const edits: LineEdit[] = []
  for (const { from, to, start, end } of sequenceDiff(keys(read), keys(edited))) {
    const pairs = Math.min(to - from, end - start)
    for (const [index, block] of read.slice(from, to).entries()) {
      const at = places[from + index]
      if (at === undefined) return { is: 'no place', block }
      const becomes = index < pairs ? edited[start + index] : undefined
      edits.push(becomes === undefined ? { is: 'goes', at } : { is: 'changes', at, to: becomes })
    }
    const blocks = edited.slice(start + pairs, end)
    const [block] = blocks
    if (block === undefined) continue
    const at = placeFor(blocks, read[to], places, to, pad.length)
    if (at === undefined) return { is: 'no place', block }
    edits.push({ is: 'comes', at, blocks })
  }
  return { is: 'placed', edits }
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
    // Most empty lines do not come back. What came back changed is what it was, if as much came back as went out.
    for (const isOfThese of [isEmptyLine, isNoEmptyLine]) {
      const out = placesOf(pad, from, to, isOfThese)
      const came = placesOf(read, start, end, isOfThese)
      if (out.length === came.length) for (const [index, place] of came.entries()) places[place] = out[index]
    }
    own = to
    back = end
  }
  take(pad.length)
  return places
}

function placesOf(blocks: readonly Block[], from: number, to: number, isOfThese: (block: Block) => boolean): number[] {
  return blocks.slice(from, to).flatMap((block, index) => (isOfThese(block) ? [from + index] : []))
}

const isEmptyLine = (block: Block): boolean =>
  block.type === 'paragraph' && block.kind === 'text' && block.content.length === 0

const isNoEmptyLine = (block: Block): boolean => !isEmptyLine(block)

/**
 * Where new blocks are put: with what follows, if that is of their kind, else behind what they follow. Undefined between blocks that have
 * no place themselves.
 */
function placeFor(
  blocks: readonly Block[],
  follows: Block | undefined,
  places: readonly (number | undefined)[],
  index: number,
  length: number,
): number | undefined {
  const next = places[index]
  const last = blocks.at(-1)
  if (next !== undefined && last !== undefined && follows !== undefined && kindOf(last) === kindOf(follows)) return next
  const before = places[index - 1]
  if (before !== undefined) return before + 1
  if (next !== undefined) return next
  // At the ends of the pad nothing has to be known of the neighbour.
  if (follows === undefined) return length
  return index === 0 ? 0 : undefined
}

const kindOf = (block: Block): string => (block.type === 'paragraph' ? block.kind : block.type)

const keys = (blocks: readonly Block[]): string[] => blocks.map((block) => JSON.stringify(block))
