import type { Outcome } from './simulate.ts'

/** How often what occurred, over many schedules. */
export type Tally = Map<string, number>

const NOTHING = { runs: 0, typed: 0, revisions: 0 }
const ODD = ['doubled', 'sweptAway', 'elbowedOut', 'creditedToMover', 'unverified'] as const

export function emptyTally(): Tally {
  return new Map([...Object.entries(NOTHING), ...ODD.map((name) => [name, 0] as const)])
}

export function tallyOf({ typed, revisions, oddities }: Outcome): Tally {
  return new Map([
    ['runs', 1],
    ['typed', typed],
    ['revisions', revisions],
    ...ODD.map((name) => [name, oddities[name]] as const),
  ])
}
