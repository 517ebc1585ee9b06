import type { Effort } from './effort.ts'

/** Edits longer than this are found piece by piece: what is remembered grows with the square of it. */
const MOST_EDITS = 600

type Range = { from: number; to: number; start: number; end: number }

/**
 * What two lists have in common by the shortest edit that makes one of the other (Myers, "An O(ND) Difference Algorithm", 1986). Where the
 * edit is very long, as far as was come with so many edits counts, and the search begins anew from there.
 */
export function shortestEdit(
  before: readonly number[],
  after: readonly number[],
  { from, to, start, end }: Range,
  effort: Effort,
): [number, number][] {
  const pairs: [number, number][] = []
  let [x, y] = [from, start]
  while (x < to && y < end && !effort.isSpent) {
    const leg = search(before, after, { from: x, to, start: y, end }, effort)
    for (const pair of leg.pairs) pairs.push(pair)
    ;[x, y] = leg.reached
  }
  return pairs
}

type Leg = { pairs: [number, number][]; reached: [number, number] }

function search(before: readonly number[], after: readonly number[], range: Range, effort: Effort): Leg {
  const [width, height] = [range.to - range.from, range.end - range.start]
  const most = Math.min(width + height, MOST_EDITS)
  const middle = most + 1
  const furthest = new Int32Array(2 * middle + 1)
  const trace: Int32Array[] = []
  let best = { x: 0, y: 0, edits: 0 }
  for (let edits = 0; edits <= most; edits++) {
    trace.push(furthest.slice(middle - edits, middle + edits + 1))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const isDown = goesDown(furthest, middle + diagonal, diagonal, edits)
      let x = isDown ? (furthest[middle + diagonal + 1] ?? 0) : (furthest[middle + diagonal - 1] ?? 0) + 1
      const first = x
      while (x < width && x - diagonal < height && before[range.from + x] === after[range.start + x - diagonal]) {
        x += 1
      }
      effort.spend(1 + x - first)
      furthest[middle + diagonal] = x
      const y = x - diagonal
      if (x > width || y > height) continue
      if (x + y > best.x + best.y) best = { x, y, edits }
      if (x >= width && y >= height) return wayBack({ x, y, edits }, trace, range)
    }
    if (effort.isSpent) break
  }
  return wayBack(best, trace, range)
}

const goesDown = (furthest: Int32Array, at: number, diagonal: number, edits: number): boolean =>
  diagonal === -edits || (diagonal !== edits && (furthest[at - 1] ?? 0) < (furthest[at + 1] ?? 0))

function wayBack({ x, y, edits }: { x: number; y: number; edits: number }, trace: Int32Array[], range: Range): Leg {
  const pairs: [number, number][] = []
  const reached: [number, number] = [range.from + x, range.start + y]
  for (let left = edits; left >= 0; left--) {
    const diagonal = x - y
    // What was kept before this edit: diagonals -left to left.
    const known = trace[left] ?? new Int32Array(1)
    const isDown = left > 0 && goesDown(known, diagonal + left, diagonal, left)
    const before = isDown ? diagonal + 1 : diagonal - 1
    const fromX = left === 0 ? 0 : (known[before + left] ?? 0)
    const fromY = left === 0 ? 0 : fromX - before
    const [stopX, stopY] = left === 0 ? [0, 0] : isDown ? [fromX, fromY + 1] : [fromX + 1, fromY]
    while (x > stopX && y > stopY) {
      x -= 1
      y -= 1
      pairs.push([range.from + x, range.start + y])
    }
    ;[x, y] = [fromX, fromY]
  }
  // If nothing at all was reached, the next search must not begin where this one did.
  const isStuck = reached[0] === range.from && reached[1] === range.start
  return { pairs: pairs.reverse(), reached: isStuck ? [range.to, range.end] : reached }
}
