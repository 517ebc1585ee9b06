import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { readClock, readDuration, readEnding, readMoment } from './session-times.ts'
import { instantOfLocal, localTime, written } from './zones/local-time.ts'

const MINUTE = 60_000
const at = (raw: string, zone = 'America/New_York') => {
  const moment = readMoment(raw, zone)
  return moment.is === 'known' ? written(moment.at) : moment.is
}

describe('a moment', () => {
  test.each([
    ['2017-05-08T09:00:00+02:00', '2017-05-08T07:00:00Z'],
    ['2017-05-08T09:00:00.123456Z', '2017-05-08T09:00:00Z'],
    ['2017-05-08 09:00 UTC', '2017-05-08T09:00:00Z'],
    ['2017-05-08T09:00-0330', '2017-05-08T12:30:00Z'],
    ['2017-05-08T09:00:00', '2017-05-08T13:00:00Z'],
    ['2017-05-08', '2017-05-08T04:00:00Z'],
    ['2017-05-08T24:00:00Z', '2017-05-09T00:00:00Z'],
    ['2017-02-31T09:00:00Z', 'unreadable'],
    ['2017-05-08T24:01:00Z', 'unreadable'],
    ['2017-05-08T09:00:00+19:00', 'unreadable'],
    ['soon', 'unreadable'],
    ['', 'absent'],
  ])('%s is %s', (raw, says) => {
    expect(at(raw)).toBe(says)
  })

  test('that clocks skip lies after the gap, and of two it is the first', () => {
    expect(at('2027-03-28T02:30:00', 'Europe/Berlin')).toBe('2027-03-28T01:30:00Z')
    expect(at('2027-10-31T02:30:00', 'Europe/Berlin')).toBe('2027-10-31T00:30:00Z')
  })

  test('on the day that clocks change is right before and after, in whatever order they are asked', () => {
    expect(at('2027-03-28T12:00:00', 'Europe/Berlin')).toBe('2027-03-28T10:00:00Z')
    expect(at('2027-03-28T01:00:00', 'Europe/Berlin')).toBe('2027-03-28T00:00:00Z')
    expect(at('2027-04-04T01:45:00', 'Australia/Lord_Howe')).toBe('2027-04-03T14:45:00Z')
    expect(at('2027-04-04T02:15:00', 'Australia/Lord_Howe')).toBe('2027-04-03T15:45:00Z')
  })

  test('is what Temporal says it is, in any zone at any time', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', '+05:45']
    const minutes = fc.integer({ min: Date.UTC(1995, 0, 1) / MINUTE, max: Date.UTC(2040, 0, 1) / MINUTE })
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
        const local = new Date(minute * MINUTE).toISOString().slice(0, 19)
        const expected = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds
        expect(instantOfLocal(minute * MINUTE, zone)).toBe(expected)
        expect(at(local, zone)).toBe(written(expected))
      }),
      { numRuns: 500 },
    )
  })
})

test('a local time that no calendar has is none', () => {
  expect(localTime(2024, 2, 29)).toBe(Date.UTC(2024, 1, 29))
  expect(localTime(2023, 2, 29)).toBeUndefined()
  expect(localTime(2023, 13, 1)).toBeUndefined()
  expect(localTime(2023, 0, 1)).toBeUndefined()
  expect(localTime(99, 1, 1)).toBe(Date.parse('0099-01-01T00:00:00Z'))
})

test.each([
  ['09:30', 570],
  ['9:30:00', 570],
  ['9.30', 570],
  ['9h30', 570],
  ['0930', 570],
  ['9:30 PM', 1290],
  ['9:30 p.m.', 1290],
  ['12:05 am', 5],
  ['12 PM', 720],
  ['24:00', 1440],
  ['13:00 PM', undefined],
  ['0:30 AM', undefined],
  ['25:00', undefined],
  ['9:75', undefined],
  ['noon', undefined],
  ['', undefined],
])('a clock shows %s', (raw, minutes) => {
  expect(readClock(raw)).toBe(minutes === undefined ? undefined : minutes * MINUTE)
})

test.each([
  ['00:30', 30],
  ['1:30', 90],
  ['2:00:00', 120],
  ['1 day, 2:00:00', 1560],
  ['PT1H30M', 90],
  ['P1D', 1440],
  ['1h 30min', 90],
  ['45 minutes', 45],
  ['90', 90],
  ['00:00', undefined],
  ['P9999D', undefined],
  ['-PT1H', undefined],
  ['long', undefined],
  ['', undefined],
])('something lasts %s', (raw, minutes) => {
  expect(readDuration(raw)).toBe(minutes === undefined ? undefined : minutes * MINUTE)
})

test('the end is the moment, or after the length, or not known', () => {
  expect(readEnding('', '1:00', 'UTC')).toEqual({ is: 'after', milliseconds: 60 * MINUTE })
  expect(readEnding('2017-05-08T09:00Z', '1:00', 'UTC')).toMatchObject({ is: 'known' })
  expect(readEnding('', '0:00', 'UTC')).toEqual({ is: 'absent' })
  expect(readEnding('', 'long', 'UTC')).toEqual({ is: 'unreadable length', raw: 'long' })
})
