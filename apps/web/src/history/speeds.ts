import { sentence } from '../languages/sentence.ts'

/** How quickly a history is played: every `by`-th revision, one each `everyMs`. */
export type Speed = { label: string; by: number; everyMs: number }

/** Slowest first. */
export const SPEEDS: readonly [Speed, ...Speed[]] = [
  { label: sentence('5 a second'), by: 1, everyMs: 200 },
  { label: sentence('20 a second'), by: 2, everyMs: 100 },
  { label: sentence('100 a second'), by: 10, everyMs: 100 },
  { label: sentence('1,000 a second'), by: 100, everyMs: 100 },
  { label: sentence('4,000 a second'), by: 400, everyMs: 100 },
]

const LONGEST_MS = 90_000

/** The slowest one with which the whole history is over soon. */
export function fittingSpeed(revisions: number): Speed {
  const fits = ({ by, everyMs }: Speed) => (revisions / by) * everyMs <= LONGEST_MS
  return SPEEDS.find(fits) ?? SPEEDS.at(-1) ?? SPEEDS[0]
}
