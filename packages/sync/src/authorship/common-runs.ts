import type { Board } from './board.ts'
import { eachGram, Grams } from './grams.ts'
import { commonLength, type Match, withoutHalves } from './stretches.ts'
import type { Work } from './work.ts'

/**
 * The characters that two lots of texts have in common, longest stretch first, each character once (greedy string tiling,
 * Wise 1993). `shortest` characters are the least that counts. Never parts the two halves of a character outside the BMP.
 *
 * @param take is given each stretch that is free on both sides; says whether it is to be taken
 */
export function commonRuns(
  targets: readonly Board[],
  sources: readonly Board[],
  shortest: number,
  take: (match: Match) => boolean,
  work: Work,
): void {
  const queue = new LongestFirst(matches(targets, sources, shortest, work).sort(byPlace))
  for (let match = queue.pop(); match && !work.isEnough; match = queue.pop()) {
    const free = freeStretches(match, work).filter(({ length }) => length >= shortest)
    const [only] = free
    if (only && only.length === match.length) {
      const whole = withoutHalves(only)
      if (whole.length >= shortest && take(whole)) {
        whole.target.take(whole.at, whole.length)
        whole.source.take(whole.from, whole.length)
      }
    } else for (const stretch of free) queue.push(stretch)
  }
}

/** Stretches that cannot be longer, found by an index of the shorter lot's first `shortest` characters at each place. */
function matches(targets: readonly Board[], sources: readonly Board[], shortest: number, work: Work): Match[] {
  const isTargetIndexed = lengthOf(targets) < lengthOf(sources)
  const [indexed, scanned] = isTargetIndexed ? [targets, sources] : [sources, targets]
  if (indexed.length === 0 || scanned.length === 0) return []
  const index = new Grams(indexed, shortest, work)
  const found: Match[] = []
  for (const board of scanned) {
    if (work.isEnough) break
    work.done += board.text.length
    /** For each other text and distance between the two places: up to where it is a part of a stretch found before. */
    const done = new Map<Board, Map<number, number>>()
    eachGram(board, index.hash, (at, hash) => {
      if (work.isEnough) return
      index.eachPlace(hash, (other, from) => {
        work.done += 1
        const doneHere = done.get(other) ?? new Map<number, number>()
        if ((doneHere.get(from - at) ?? 0) > at) return
        const length = commonLength(board, at, other, from, work)
        done.set(other, doneHere.set(from - at, at + length))
        if (length < shortest) return
        // Each is sorted and looked at again.
        work.done += 20
        found.push(
          isTargetIndexed
            ? { target: other, at: from, source: board, from: at, length }
            : { target: board, at, source: other, from, length },
        )
      })
    })
  }
  return found
}

function freeStretches({ target, at, source, from, length }: Match, work: Work): Match[] {
  work.done += length
  const stretches: Match[] = []
  let start = 0
  for (let i = 0; i <= length; i++) {
    if (i < length && target.isFree(at + i) && source.isFree(from + i)) continue
    if (i > start) stretches.push({ target, at: at + start, source, from: from + start, length: i - start })
    start = i + 1
  }
  return stretches
}

/** Descending, since what comes last is taken first. */
const byPlace = (a: Match, b: Match): number => b.at - a.at || b.from - a.from

/** Gives the longest; among equals the one that came last. What is pushed later is never longer than what was given. */
class LongestFirst {
  readonly #byLength: Match[][] = []

  constructor(matches: readonly Match[]) {
    for (const match of matches) this.push(match)
  }

  push(match: Match): void {
    while (this.#byLength.length <= match.length) this.#byLength.push([])
    this.#byLength[match.length]?.push(match)
  }

  pop(): Match | undefined {
    while (this.#byLength.length > 0) {
      const match = this.#byLength.at(-1)?.pop()
      if (match) return match
      this.#byLength.pop()
    }
  }
}

const lengthOf = (boards: readonly Board[]): number => boards.reduce((sum, { text }) => sum + text.length, 0)
