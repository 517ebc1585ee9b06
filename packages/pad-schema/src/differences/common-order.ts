import type { Effort } from './effort.ts'
import { longestRise } from './longest-rise.ts'
import { shortestEdit } from './shortest-edit.ts'

/** The place in the old list and that in the new one of something that stands in both. */
export type Pair = readonly [before: number, after: number]

type Range = { from: number; to: number; start: number; end: number; depth: number }

/** Beyond so many levels of anchors there are none that help. */
const MOST_DEPTH = 8

/**
 * What two lists have in common, in the order of both. First by what is there only once in each (patience, Bram Cohen), then, between
 * those, by the shortest edit. With too little effort left it finds less, never something wrong.
 *
 * @param before the old list, each thing as a number: equal things have equal numbers
 */
export function commonOrder(before: readonly number[], after: readonly number[], effort: Effort): Pair[] {
  const [old, young] = [placesOfShared(before, after), placesOfShared(after, before)]
  const pairs = sharedOrder(
    old.map((place) => before[place] ?? 0),
    young.map((place) => after[place] ?? 0),
    effort,
  )
  return pairs.map(([i, j]) => [old[i] ?? 0, young[j] ?? 0])
}

/** What is not in the other list at all need not be looked at. */
function placesOfShared(list: readonly number[], other: readonly number[]): number[] {
  const known = new Set(other)
  const places: number[] = []
  list.forEach((thing, place) => {
    if (known.has(thing)) places.push(place)
  })
  return places
}

function sharedOrder(before: readonly number[], after: readonly number[], effort: Effort): Pair[] {
  const pairs: Pair[] = []
  const ranges: Range[] = [{ from: 0, to: before.length, start: 0, end: after.length, depth: 0 }]
  for (let range = ranges.pop(); range; range = ranges.pop()) {
    const inner = withoutEnds(before, after, range, pairs)
    if (inner.from === inner.to || inner.start === inner.end) continue
    const anchors = inner.depth < MOST_DEPTH ? anchorsIn(before, after, inner, effort) : []
    // One by one: there may be very many, and arguments are few.
    if (anchors.length > 0) for (const each of between(inner, anchors, pairs)) ranges.push(each)
    else for (const pair of shortestEdit(before, after, inner, effort)) pairs.push(pair)
  }
  return pairs.sort(([a], [b]) => a - b)
}

function withoutEnds(before: readonly number[], after: readonly number[], range: Range, pairs: Pair[]): Range {
  let { from, to, start, end } = range
  while (from < to && start < end && before[from] === after[start]) pairs.push([from++, start++])
  while (from < to && start < end && before[to - 1] === after[end - 1]) pairs.push([--to, --end])
  return { from, to, start, end, depth: range.depth }
}

function anchorsIn(before: readonly number[], after: readonly number[], range: Range, effort: Effort): Pair[] {
  effort.spend(range.to - range.from + range.end - range.start)
  if (effort.isSpent) return []
  const there = placesOnce(before, range.from, range.to)
  const here = placesOnce(after, range.start, range.end)
  const pairs: Pair[] = []
  for (const [thing, place] of there) {
    const other = here.get(thing)
    if (place !== MANY && other !== undefined && other !== MANY) pairs.push([place, other])
  }
  return longestRise(pairs)
}

const MANY = -1

/** Where each thing stands, if it is there only once. In the order of their places. */
function placesOnce(list: readonly number[], from: number, to: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let i = from; i < to; i++) {
    const thing = list[i] ?? 0
    places.set(thing, places.has(thing) ? MANY : i)
  }
  return places
}

/** What lies between anchors; they go to the pairs. */
function between({ from, to, start, end, depth }: Range, anchors: readonly Pair[], pairs: Pair[]): Range[] {
  const ranges: Range[] = []
  let [left, top] = [from, start]
  for (const anchor of anchors) {
    pairs.push(anchor)
    ranges.push({ from: left, to: anchor[0], start: top, end: anchor[1], depth: depth + 1 })
    left = anchor[0] + 1
    top = anchor[1] + 1
  }
  ranges.push({ from: left, to, start: top, end, depth: depth + 1 })
  return ranges
}
