import { expect, test } from 'vitest'
import { simulate } from './testing/simulation.ts'

const SCHEDULES = 200

test(`Nothing seen or called saved is ever lost, in ${SCHEDULES} random schedules`, async () => {
  const faults: string[] = []
  for (let seed = 1; seed <= SCHEDULES; seed++) {
    const fault = await simulate(seed)
    if (fault) faults.push(`seed ${seed}: ${fault}`)
  }
  expect(faults).toEqual([])
}, 60_000)
