import type { Board } from './board.ts'

/** `length` characters that stand at `at` in what was inserted, and at `from` in what was deleted. */
export type Match = { target: Board; at: number; source: Board; from: number; length: number }

/** How many places of the same few characters are looked at, and how many characters are compared, before it is enough. */
const PLACES = 32
const COMPARISONS = 4_000_000
/** Characters that stand in so many places tell little, as in a long row of dashes: the first few places will do. */
const PLACES_OF_THE_COMMON = 3

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
): void {
  const queue = matches(targets, sources, shortest).sort(byLength)
  for (let match = queue.pop(); match; match = queue.pop()) {
    const free = freeStretches(match).filter(({ length }) => length >= shortest)
    const [only] = free
    if (only && only.length === match.length) {
      const whole = withoutHalves(only)
      if (whole.length >= shortest && take(whole)) {
        whole.target.take(whole.at, whole.length)
        whole.source.take(whole.from, whole.length)
      }
    } else for (const stretch of free) queue.splice(placeFor(queue, stretch), 0, stretch)
  }
}

/** How many pairs of texts are looked at for `longEnds`. */
const PAIRS = 256

/**
 * The common beginnings and ends of two texts that make up most of both: nothing longer can be found in them, and these cost
 * one comparison for each character, where `commonRuns` needs an index of all places.
 */
export function longEnds(
  targets: readonly Board[],
  sources: readonly Board[],
  shortest: number,
  take: (match: Match) => boolean,
): void {
  let pairs = 0
  for (const target of targets) {
    for (const source of sources) {
      pairs += 1
      if (pairs > PAIRS) return
      if (!target.isUntouched || !source.isUntouched) continue
      const end = withoutHalves(longerEnd(target, source))
      const isMost = 2 * end.length > Math.max(target.text.length, source.text.length)
      if (!isMost || end.length < shortest || !take(end)) continue
      target.take(end.at, end.length)
      source.take(end.from, end.length)
    }
  }
}

function longerEnd(target: Board, source: Board): Match {
  const [a, b] = [target.text, source.text]
  const most = Math.min(a.length, b.length)
  let front = 0
  while (front < most && a.charCodeAt(front) === b.charCodeAt(front)) front += 1
  let back = 0
  while (back < most && a.charCodeAt(a.length - 1 - back) === b.charCodeAt(b.length - 1 - back)) back += 1
  return front >= back
    ? { target, at: 0, source, from: 0, length: front }
    : { target, at: a.length - back, source, from: b.length - back, length: back }
}

/** Stretches that cannot be longer, found by an index of the shorter lot's first `shortest` characters at each place. */
function matches(targets: readonly Board[], sources: readonly Board[], shortest: number): Match[] {
  const isTargetIndexed = lengthOf(targets) < lengthOf(sources)
  const [indexed, scanned] = isTargetIndexed ? [targets, sources] : [sources, targets]
  const index = indexOf(indexed, shortest)
  const found: Match[] = []
  let comparisons = 0
  for (const board of scanned) {
    /** For each other text and distance between the two places: up to where it is a part of a stretch found before. */
    const done = new Map<Board, Map<number, number>>()
    for (let at = 0; at + shortest <= board.text.length; at++) {
      if (!board.isFree(at)) continue
      for (const place of placesOf(index, board.text.slice(at, at + shortest))) {
        comparisons += 1
        const doneHere = done.get(place.board) ?? new Map<number, number>()
        if ((doneHere.get(place.at - at) ?? 0) > at) continue
        const length = commonLength(board, at, place.board, place.at)
        done.set(place.board, doneHere.set(place.at - at, at + length))
        comparisons += length
        if (length >= shortest) {
          found.push(
            isTargetIndexed
              ? { target: place.board, at: place.at, source: board, from: at, length }
              : { target: board, at, source: place.board, from: place.at, length },
          )
        }
      }
      if (comparisons > COMPARISONS) return found
    }
  }
  return found
}

type Place = { board: Board; at: number }

function placesOf(index: ReadonlyMap<string, readonly Place[]>, key: string): readonly Place[] {
  const places = index.get(key) ?? []
  return places.length < PLACES ? places : places.slice(0, PLACES_OF_THE_COMMON)
}

function indexOf(boards: readonly Board[], length: number): Map<string, Place[]> {
  const index = new Map<string, Place[]>()
  for (const board of boards) {
    for (let at = 0; at + length <= board.text.length; at++) {
      if (!board.isFree(at)) continue
      const key = board.text.slice(at, at + length)
      const places = index.get(key)
      if (!places) index.set(key, [{ board, at }])
      else if (places.length < PLACES) places.push({ board, at })
    }
  }
  return index
}

function commonLength(a: Board, atA: number, b: Board, atB: number): number {
  const most = Math.min(a.text.length - atA, b.text.length - atB)
  let length = 0
  while (
    length < most &&
    a.text.charCodeAt(atA + length) === b.text.charCodeAt(atB + length) &&
    a.isFree(atA + length) &&
    b.isFree(atB + length)
  ) {
    length += 1
  }
  return length
}

function freeStretches({ target, at, source, from, length }: Match): Match[] {
  const stretches: Match[] = []
  let start = 0
  for (let i = 0; i <= length; i++) {
    if (i < length && target.isFree(at + i) && source.isFree(from + i)) continue
    if (i > start) stretches.push({ target, at: at + start, source, from: from + start, length: i - start })
    start = i + 1
  }
  return stretches
}

function withoutHalves(match: Match): Match {
  const { target, at, source, from, length } = match
  const cutFront = isLow(target.text.charCodeAt(at)) ? 1 : 0
  const cutBack = isHigh(target.text.charCodeAt(at + length - 1)) ? 1 : 0
  return { target, at: at + cutFront, source, from: from + cutFront, length: length - cutFront - cutBack }
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000

/** Ascending, since the longest is taken from the end; among equals the one found first is last. */
const byLength = (a: Match, b: Match): number => a.length - b.length || b.at - a.at || b.from - a.from

function placeFor(queue: readonly Match[], match: Match): number {
  let low = 0
  let high = queue.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = queue[middle]
    if (other && byLength(other, match) < 0) low = middle + 1
    else high = middle
  }
  return low
}

const lengthOf = (boards: readonly Board[]): number => boards.reduce((sum, { text }) => sum + text.length, 0)
