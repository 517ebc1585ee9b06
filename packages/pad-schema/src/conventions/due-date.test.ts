import { expect, test } from 'vitest'
import { dueDate } from './due-date.ts'

test('without a year, the next such day from the day of writing on', () => {
  const june = { is: 'date', year: null, month: 6, day: 1 } as const
  expect(dueDate(june, '2026-05-10')).toBe('2026-06-01')
  expect(dueDate(june, '2026-06-01')).toBe('2026-06-01')
  expect(dueDate(june, '2026-06-02')).toBe('2027-06-01')
})

test('with a year, that day', () => {
  expect(dueDate({ is: 'date', year: 2025, month: 12, day: 31 }, '2026-05-10')).toBe('2025-12-31')
})

test('the next 29 February is in a leap year', () => {
  expect(dueDate({ is: 'date', year: null, month: 2, day: 29 }, '2025-05-10')).toBe('2028-02-29')
})

test('a day of the week is within the next seven, and never today', () => {
  // A Wednesday.
  expect(dueDate({ is: 'weekday', weekday: 5 }, '2017-05-10')).toBe('2017-05-12')
  expect(dueDate({ is: 'weekday', weekday: 3 }, '2017-05-10')).toBe('2017-05-17')
  expect(dueDate({ is: 'weekday', weekday: 7 }, '2017-05-14')).toBe('2017-05-21')
})
