import { expect, it } from 'vitest'
import { timedLines } from './timed-lines.ts'

it.each([
  ['Who is here (5 min)', 'Who is here', 5],
  ['What hurts, one sentence each (15 minutes)', 'What hurts, one sentence each', 15],
  ['Roadmap - 10 min', 'Roadmap', 10],
  ['Roadmap – 10m', 'Roadmap', 10],
  ['Open floor [1 h 30 min]', 'Open floor', 90],
  ['Open floor: 2 hours', 'Open floor', 120],
  ['Release 2024 (20 min)', 'Release 2024', 20],
])('%s', (line, topic, minutes) => {
  expect(timedLines([line])).toEqual([{ topic, minutes }])
})

it.each([
  'no time at all',
  'It took 10 min to agree on this',
  '(5 min)',
  'Room 102',
  'Nothing (0 min)',
  'For ever (9999 min)',
  '14:40',
  'Milestone 10',
])('%s: says no time', (line) => {
  expect(timedLines([line])).toEqual([])
})

it('lists each once, in order, and is not held up by a long line of digits', () => {
  expect(timedLines(['B (5 min)', 'A (5 min)', 'B (5 min)']).map(({ topic }) => topic)).toEqual(['B', 'A'])
  expect(timedLines([`${'1 '.repeat(149)}x`, '9'.repeat(100_000), '- '.repeat(140)])).toEqual([])
})

// Without the bound on white space this line takes hours, and the test its time limit.
it('is not held up by a line of white space', () => {
  expect(timedLines([`1${' '.repeat(290)}x`, `1${' -'.repeat(140)}x`])).toEqual([])
})
