import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOrderOf, readDate } from './dates.ts'

const date = fc.record({
  year: fc.integer({ min: 2000, max: 2090 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
})

test('a date that is written in an order is read in that order, whatever stands between and behind', () => {
  const mark = fc.constantFrom('/', '.', '-')
  fc.assert(
    fc.property(date, mark, fc.constantFrom('', ' 10:00', 'T10:00'), ({ year, month, day }, mark, time) => {
      const rest = time.slice(1)
      const expected = { date: { year, month, day }, rest }
      expect(readDate(`${[day, month, year].join(mark)}${time}`, 'day first')).toEqual(expected)
      expect(readDate(`${[month, day, year].join(mark)}${time}`, 'month first')).toEqual(expected)
      expect(readDate(`${[year, month, day].join(mark)}${time}`, 'day first')).toEqual(expected)
    }),
  )
})

test('the days of a conference that has three days in a row are never torn apart', () => {
  fc.assert(
    fc.property(date, fc.boolean(), ({ year, month, day }, isMonthFirst) => {
      fc.pre(day <= 26)
      const dates = [day, day + 1, day + 2].map((one) =>
        (isMonthFirst ? [month, one, year] : [one, month, year]).join('/'),
      )
      const found = dayOrderOf(dates, false)
      const months = dates.map((one) => readDate(one, found?.order ?? 'day first')?.date.month)
      expect(new Set(months).size).toBe(1)
    }),
  )
})

test('no date in numbers, no order', () => {
  expect(dayOrderOf(['2027-06-05', '5 June 2027', '', '10:00'], false)).toBeUndefined()
})
