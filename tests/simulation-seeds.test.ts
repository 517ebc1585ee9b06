import { expect, test } from 'vitest'
import { simulate } from './simulation/simulate.ts'

/** Schedules of long runs that once broke a promise. */
const FOUND: readonly [seed: number, steps: number, story: string][] = [
  [
    7973,
    20,
    'moves a line, hears of words that came into it, and closes the tab before the server has heard of the move',
  ],
]

test.each(FOUND)('Seed %i, %i steps: somebody %s', async (seed, steps) => {
  expect((await simulate(seed, steps)).fault).toBeUndefined()
})
