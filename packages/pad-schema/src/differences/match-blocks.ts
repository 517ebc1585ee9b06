import type { Block } from '../document.ts'
import { plainText } from '../out/text.ts'
import { commonOrder, type Pair } from './common-order.ts'
import type { Standing } from './difference.ts'
import type { Effort } from './effort.ts'
import { alike, type Likeness, likenessOf } from './likeness.ts'
import { longestRise } from './longest-rise.ts'

/** Which blocks of two documents are the same one: those that stayed in their order, and those that went elsewhere. */
export type Matches = { inOrder: Pair[]; moved: Pair[] }

/** From how many characters on a line that went and came elsewhere was moved, rather than written again. */
const LEAST_MOVED = 4
const LEAST_ALIKE = 0.5
/** Where more lines than this could each be each other, only those near their old place are looked at. */
const MOST_ALL_WITH_ALL = 2_500
const NEAR = 6

/**
 * Finds the blocks of the old document in the new one. Each rule looks only between what those before it found: the same element with the
 * same in it; the same in it; the same words; the same element; words that are alike.
 */
export function matchBlocks(old: readonly Faces[], young: readonly Faces[], effort: Effort): Matches {
  let inOrder: Pair[] = []
  for (const face of ['itself', 'whole', 'words', 'id'] as const) {
    if (face !== 'whole' && !old.some((faces) => faces[face] !== undefined)) continue
    const numbers = new Map<string, number>()
    const numbered = (faces: readonly Faces[]) => faces.map((each) => numberOf(numbers, each[face]))
    inOrder = refined(inOrder, numbered(old), numbered(young), effort)
  }
  inOrder = alikeInGaps(inOrder, old, young, effort)
  return { inOrder, moved: movedPairs(inOrder, old, young) }
}

/** What a block is known by, from the surest to the least sure; undefined where that says nothing. */
export type Faces = {
  itself: string | undefined
  whole: string
  words: string | undefined
  id: string | undefined
  length: number
}

export function facesOf({ block, id }: Standing): Faces {
  const whole = JSON.stringify(block)
  const words = wordsOf(block)
  return {
    itself: id === undefined ? undefined : `${id} ${whole}`,
    whole,
    words: words.trim() === '' ? undefined : words,
    id: block.type === 'paragraph' || block.type === 'table' ? id : undefined,
    length: words.trim().length,
  }
}

/** What a block can be found by elsewhere. A changed table is another one. */
function wordsOf(block: Block): string {
  if (block.type === 'paragraph') return plainText(block.content)
  return block.type === 'rule' ? '' : JSON.stringify(block)
}

/** Equal faces get equal numbers; what has none is like nothing else. */
function numberOf(numbers: Map<string, number>, face: string | undefined): number {
  const known = face === undefined ? undefined : numbers.get(face)
  if (known !== undefined) return known
  const number = numbers.size
  numbers.set(face ?? `\u0000${number}`, number)
  return number
}

function refined(pairs: readonly Pair[], before: readonly number[], after: readonly number[], effort: Effort): Pair[] {
  const found: Pair[] = []
  for (const { from, to, start, end, pair } of gaps(pairs, before.length, after.length)) {
    if (from < to && start < end) {
      const inner = commonOrder(before.slice(from, to), after.slice(start, end), effort)
      for (const [i, j] of inner) found.push([from + i, start + j])
    }
    if (pair) found.push(pair)
  }
  return found
}

type Gap = { from: number; to: number; start: number; end: number; pair: Pair | undefined }

function* gaps(pairs: readonly Pair[], before: number, after: number): Generator<Gap> {
  let [from, start] = [0, 0]
  for (const pair of pairs) {
    yield { from, to: pair[0], start, end: pair[1], pair }
    ;[from, start] = [pair[0] + 1, pair[1] + 1]
  }
  yield { from, to: before, start, end: after, pair: undefined }
}

function alikeInGaps(pairs: readonly Pair[], old: readonly Faces[], young: readonly Faces[], effort: Effort): Pair[] {
  const known = new Map<Faces, Likeness>()
  const likeness = (faces: Faces) => {
    const likeness = known.get(faces) ?? likenessOf(faces.words ?? '')
    known.set(faces, likeness)
    return likeness
  }
  const found: Pair[] = []
  for (const { from, to, start, end, pair } of gaps(pairs, old.length, young.length)) {
    const candidates: Pair[] = []
    const isSmall = (to - from) * (end - start) <= MOST_ALL_WITH_ALL
    for (let i = from; i < to && start < end && !effort.isSpent; i++) {
      const middle = start + Math.round(((i - from) * (end - start)) / (to - from))
      const [first, last] = isSmall ? [start, end] : [Math.max(start, middle - NEAR), Math.min(end, middle + NEAR)]
      const best = mostAlike(old[i], young, first, last, likeness)
      effort.spend(32 * (last - first))
      if (best !== undefined) candidates.push([i, best])
    }
    for (const each of longestRise(candidates)) found.push(each)
    if (pair) found.push(pair)
  }
  return found
}

function mostAlike(
  faces: Faces | undefined,
  young: readonly Faces[],
  first: number,
  last: number,
  likeness: (faces: Faces) => Likeness,
): number | undefined {
  if (faces?.words === undefined || !isLine(faces)) return undefined
  let best: { at: number; score: number } | undefined
  for (let at = first; at < last; at++) {
    const other = young[at]
    if (other?.words === undefined || !isLine(other)) continue
    const score = alike(likeness(faces), likeness(other))
    if (score >= LEAST_ALIKE && score > (best?.score ?? 0)) best = { at, score }
  }
  return best?.at
}

const isLine = ({ whole, words }: Faces): boolean => whole !== words

function movedPairs(pairs: readonly Pair[], old: readonly Faces[], young: readonly Faces[]): Pair[] {
  const [stayed, known] = [new Set(pairs.map(([i]) => i)), new Set(pairs.map(([, j]) => j))]
  const gone = new Map<string, number[]>()
  old.forEach((faces, i) => {
    for (const face of stayed.has(i) ? [] : movingFaces(faces)) gone.set(face, [...(gone.get(face) ?? []), i])
  })
  const moved: Pair[] = []
  const used = new Set<number>()
  young.forEach((faces, j) => {
    if (known.has(j)) return
    const from = movingFaces(faces).flatMap((face) => (gone.get(face) ?? []).filter((i) => !used.has(i)).slice(0, 1))[0]
    if (from === undefined) return
    used.add(from)
    moved.push([from, j])
  })
  return moved
}

function movingFaces(moving: Faces): string[] {
  const { whole, words, id, length } = moving
  // A table that went elsewhere and has changed is another one.
  const faces = id === undefined || !isLine(moving) ? [] : [`id ${id}`]
  return words !== undefined && length >= LEAST_MOVED ? [`whole ${whole}`, `words ${words}`, ...faces] : faces
}
