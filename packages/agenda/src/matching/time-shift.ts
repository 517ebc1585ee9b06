import type { GivenFace, KnownFace } from './face.ts'

/** So many pairs must speak for a shift, and this share of all that have times. */
const FEWEST = 3
const SHARE = 0.8

/**
 * The milliseconds by which a feed has moved as a whole, as one does that went from local times to UTC; 0 if it has not.
 *
 * @param pairs sessions that are the same beyond doubt
 */
export function timeShift(pairs: readonly (readonly [KnownFace, GivenFace])[]): number {
  const votes = new Map<number, number>()
  let all = 0
  for (const [known, given] of pairs) {
    if (known.start === undefined || given.start === undefined) continue
    const by = given.start - known.start
    votes.set(by, (votes.get(by) ?? 0) + 1)
    all += 1
  }
  const [most] = [...votes].sort(([, a], [, b]) => b - a)
  return most !== undefined && most[1] >= FEWEST && most[1] >= all * SHARE ? most[0] : 0
}
