import { expect, test } from 'vitest'
import { ENGLISH, wordsIn } from '../languages/words.ts'
import { clockRange, dateRange, dayName, timeAgo, wallTime, zoneName } from './event-times.ts'

const boston = 'America/New_York'
const start = '2017-05-10T18:40:00Z'

test('a time is what the clock on the wall of the event shows', () => {
  expect(wallTime(start, boston)).toEqual({ date: '2017-05-10', minutes: 14 * 60 + 40 })
  expect(clockRange(start, '2017-05-10T19:20:00Z', boston)).toBe('14:40–15:20')
  expect(clockRange(start, null, 'Asia/Kolkata')).toBe('00:10')
  expect(zoneName(start, boston, ENGLISH)).toBe('EDT')
})

test('midnight is 00:00, of the day that begins', () => {
  expect(wallTime('2017-05-10T04:00:00Z', boston)).toEqual({ date: '2017-05-10', minutes: 0 })
})

test('the hour that a zone skips or repeats is told as its clocks do', () => {
  expect(clockRange('2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z', 'Europe/Berlin')).toBe('01:30–03:30')
  expect(clockRange('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', 'Europe/Berlin')).toBe('02:30–02:30')
})

test.each([
  ['2017-05-08', '2017-05-11', '8–11 May 2017'],
  ['2017-05-08', '2017-05-08', '8 May 2017'],
  ['2026-04-30', '2026-05-02', '30 Apr – 2 May 2026'],
  ['2026-12-30', '2027-01-02', '30 Dec 2026 – 2 Jan 2027'],
])('from %s to %s is %s', (first, last, words) => {
  expect(dateRange(first, last, ENGLISH)).toBe(words)
})

test('a day is named shortly', () => {
  expect(dayName('2017-05-10', ENGLISH)).toBe('Wed 10 May')
  expect(dayName('2025-09-01', ENGLISH)).toBe('Mon 1 Sep')
})

test('the past is told in minutes and hours, then by its date', () => {
  const now = Date.parse(start)
  const ago = (minutes: number) => timeAgo(new Date(now - minutes * 60_000).toISOString(), now, boston, ENGLISH)
  expect(ago(0)).toBe('just now')
  expect(ago(-2)).toBe('just now')
  expect(ago(59)).toBe('59 min ago')
  expect(ago(60)).toBe('1 h ago')
  expect(ago(3 * 24 * 60)).toBe('Sun 7 May')
  expect(ago(365 * 24 * 60)).toBe('Tue 10 May 2016')
})

test('days and the past are told in other languages as well', () => {
  const german = wordsIn('de', { '{weekday} {day} {month}': '{weekday}, {day}. {month}' })
  expect(dayName('2017-05-10', german)).toBe('Mi., 10. Mai')
  const arabic = wordsIn('ar', {})
  expect(dayName('2017-05-10', arabic)).toBe('الأربعاء 10 مايو')
})
