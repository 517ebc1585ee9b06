import { expect, test } from 'vitest'
import { line } from './line.ts'
import { linePlaces } from './line-places.ts'

const numbers = (...lines: ReturnType<typeof line>[]) => linePlaces(lines).map(({ number }) => number)

test('numbers count on over deeper lines, and anew after anything else', () => {
  expect(
    numbers(
      line('number'),
      line('number', '', { level: 1 }),
      line('bullet', '', { level: 2 }),
      line('number', '', { level: 1 }),
      line('number'),
    ),
  ).toEqual([1, 1, undefined, 2, 2])
  expect(numbers(line('number'), line('text'), line('number'), line('bullet'), line('number'))).toEqual([
    1,
    undefined,
    1,
    undefined,
    1,
  ])
})

test('a run begins where its first line says; later lines do not say', () => {
  expect(
    numbers(
      line('number', '', { start: 5 }),
      line('number', '', { start: 9 }),
      line('text'),
      line('number', '', { start: 0 }),
    ),
  ).toEqual([5, 6, undefined, 0])
})

test('a run of code has a first and a last line', () => {
  expect(linePlaces([line('code'), line('code'), line('quote'), line('quote', '', { level: 1 }), null])).toEqual([
    { first: true },
    { last: true },
    { first: true, last: true },
    { first: true, last: true },
    {},
  ])
})
