import { expect, test } from 'vitest'
import { FOUND_FAULTS } from './simulation/found-faults.ts'
import { faultsIn, story } from './simulation/run-many.ts'
import { QUICK_STEPS } from './simulation/simulate.ts'

test.each(FOUND_FAULTS)('In schedule %i: %s', async (seed) => {
  const faults = await faultsIn(seed, seed, QUICK_STEPS)
  expect(faults.map((fault) => story(fault, 20))).toEqual([])
})
