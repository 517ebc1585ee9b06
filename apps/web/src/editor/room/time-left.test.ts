import { expect, it } from 'vitest'
import { timeLeft } from './time-left.ts'

it.each([
  [-400, '10:00 left', false],
  [0, '10:00 left', false],
  [1, '10:00 left', false],
  [328_000, '4:32 left', false],
  [600_000, '0:00 left', false],
  [612_000, '0:12 over', true],
  [600_000 + 3_665_000, '1:01:05 over', true],
])('after %i ms of ten minutes: %s', (after, words, over) => {
  expect(timeLeft({ startedAt: 1_000, minutes: 10 }, 1_000 + after)).toEqual({ words, over })
})
