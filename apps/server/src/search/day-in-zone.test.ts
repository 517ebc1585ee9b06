import { expect, it } from 'vitest'
import { dayInZone } from './day-in-zone.ts'

const day = (date: string, zone: string) => {
  const { from, to } = dayInZone(date, zone)
  return `${new Date(from).toISOString()} ${(to - from) / 3_600_000}`
}

it('is from midnight to midnight there, also when the clocks change', () => {
  expect(day('2017-05-10', 'America/New_York')).toBe('2017-05-10T04:00:00.000Z 24')
  expect(day('2017-05-10', 'Asia/Kolkata')).toBe('2017-05-09T18:30:00.000Z 24')
  expect(day('2017-03-26', 'Europe/Berlin')).toBe('2017-03-25T23:00:00.000Z 23')
  expect(day('2017-10-29', 'Europe/Berlin')).toBe('2017-10-28T22:00:00.000Z 25')
  expect(day('2017-12-31', 'Pacific/Auckland')).toBe('2017-12-30T11:00:00.000Z 24')
})
