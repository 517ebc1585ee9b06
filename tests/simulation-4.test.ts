import { expect, test } from 'vitest'
import { KNOWN_FAULTS } from './simulation/known-faults.ts'
import { faultsIn, story } from './simulation/run-many.ts'
import { QUICK_STEPS } from './simulation/simulate.ts'

const [FIRST, LAST] = [1501, 2000]

test('Nothing is lost, doubled, miscredited or shown too early in 500 random schedules, part 4 of 4', async () => {
  const faults = await faultsIn(FIRST, LAST, QUICK_STEPS)
  const isKnown = (seed: number) => KNOWN_FAULTS.has(seed)
  expect(faults.filter(({ seed }) => !isKnown(seed)).map((fault) => story(fault, 20))).toEqual([])
  const known = [...KNOWN_FAULTS.keys()].filter((seed) => FIRST <= seed && seed <= LAST)
  expect(faults.map(({ seed }) => seed).filter(isKnown)).toEqual(known)
}, 300_000)
