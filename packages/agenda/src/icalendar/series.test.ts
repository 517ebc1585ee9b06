import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { parseAgenda } from '../parse-agenda.ts'
import { calendar, event } from '../testing/calendar.ts'
import { weekly } from '../testing/weekly-call.ts'

const DAY = 86_400_000
const at = (instant: string) => Date.parse(instant)
const around = (from: string, to: string) => ({ window: { from: at(from), to: at(to) } })
const MARCH = around('2027-03-01T00:00:00Z', '2027-04-15T00:00:00Z')
const read = (parts: string[][], options = {}) => parseAgenda(calendar(...parts), 'UTC', options)
const starts = (parts: string[][], options = {}) => read(parts, options).sessions.map(({ start }) => start)

const change = (day: string, lines: Record<string, string> = {}, range = '') =>
  event({
    UID: 'call',
    SUMMARY: 'Weekly call, changed',
    DTSTART: '',
    [`RECURRENCE-ID;TZID=Europe/Berlin${range}`]: `${day}T090000`,
    'DTSTART;TZID=Europe/Berlin': `${day}T090000`,
    ...lines,
  })

describe('a series', () => {
  test('has its occurrences in the window, at the same time of day over daylight saving', () => {
    expect(starts([weekly()], MARCH)).toEqual([
      '2027-03-02T08:00:00Z',
      '2027-03-09T08:00:00Z',
      '2027-03-16T08:00:00Z',
      '2027-03-23T08:00:00Z',
      '2027-03-30T07:00:00Z',
      '2027-04-06T07:00:00Z',
      '2027-04-13T07:00:00Z',
    ])
  })

  test('names each occurrence by UID and original start, and all of them by UID', () => {
    expect(read([weekly()], MARCH).sessions[0]).toMatchObject({
      key: 'call 2027-03-02T08:00:00Z',
      series: 'call',
      title: 'Weekly call',
      end: '2027-03-02T09:00:00Z',
    })
  })

  test('gives the same keys whatever the window is', () => {
    const keys = (options: object) => new Set(read([weekly()], options).sessions.map(({ key }) => key))
    const wide = keys(around('2026-01-01T00:00:00Z', '2027-12-31T00:00:00Z'))
    expect([...keys(MARCH)].filter((key) => !wide.has(key))).toEqual([])
  })

  test('that is over within a month is part of the conference, and read whole without any window', () => {
    expect(starts([weekly({ RRULE: 'FREQ=DAILY;COUNT=3' })])).toEqual([
      '2026-01-06T08:00:00Z',
      '2026-01-07T08:00:00Z',
      '2026-01-08T08:00:00Z',
    ])
    expect(starts([weekly({ RRULE: 'FREQ=DAILY;UNTIL=20260107T080000Z' })])).toHaveLength(2)
    expect(starts([weekly({ RRULE: 'FREQ=DAILY;UNTIL=20260108' })])).toHaveLength(3)
  })

  test('that lasts longer gives its first date without a window, and says so', () => {
    const { sessions, problems } = read([weekly()])
    expect(sessions.map(({ start }) => start)).toEqual(['2026-01-06T08:00:00Z'])
    expect(problems).toEqual([
      'Line 3, event "Weekly call": it recurs for longer than a month; only its first date was taken.',
    ])
  })

  test('ends when it ends', () => {
    expect(starts([weekly({ RRULE: 'FREQ=WEEKLY;UNTIL=20270309T090000' })], MARCH)).toHaveLength(2)
    expect(starts([weekly({ RRULE: 'FREQ=WEEKLY;COUNT=62' })], MARCH)).toEqual([
      '2027-03-02T08:00:00Z',
      '2027-03-09T08:00:00Z',
    ])
    expect(starts([weekly({ RRULE: 'FREQ=WEEKLY;UNTIL=20261231T090000' })], MARCH)).toEqual([])
  })

  test.each([
    ['FREQ=WEEKLY;INTERVAL=2', ['02', '16', '30']],
    ['FREQ=MONTHLY;BYDAY=1TU', ['02']],
    ['FREQ=MONTHLY;BYDAY=-1FR', ['26']],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', ['31']],
    ['FREQ=MONTHLY;INTERVAL=2', ['06']],
    ['FREQ=WEEKLY;INTERVAL=2;UNTIL=20270316T080000Z', ['02', '16']],
    ['FREQ=MONTHLY;BYMONTHDAY=31', ['31']],
    ['FREQ=WEEKLY;BYDAY=MO,TH', ['01', '04', '08', '11', '15', '18', '22', '25', '29']],
    ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=17', ['17']],
    ['FREQ=DAILY;INTERVAL=10', ['02', '12', '22']],
  ])('%s', (RRULE, days) => {
    const march = around('2027-03-01T00:00:00Z', '2027-03-31T23:00:00Z')
    expect(starts([weekly({ RRULE })], march).map((start) => start?.slice(8, 10))).toEqual(days)
  })

  test('may have further dates of its own (RDATE), even without a rule', () => {
    const dates = { RRULE: '', 'RDATE;TZID=Europe/Berlin': '20260108T140000,20260110T140000' }
    expect(starts([weekly(dates)])).toEqual(['2026-01-06T08:00:00Z', '2026-01-08T13:00:00Z', '2026-01-10T13:00:00Z'])
    expect(starts([weekly({ ...dates, RRULE: 'FREQ=DAILY;COUNT=2' })])).toHaveLength(4)
    const period = { RRULE: '', 'RDATE;VALUE=PERIOD': '20260108T130000Z/PT1H' }
    expect(starts([weekly(period)])).toEqual(['2026-01-06T08:00:00Z', '2026-01-08T13:00:00Z'])
  })

  test('of whole days recurs by days', () => {
    const { sessions } = read([
      weekly({
        'DTSTART;TZID=Europe/Berlin': '',
        'DTEND;TZID=Europe/Berlin': '',
        DTSTART: '20260106',
        RRULE: 'FREQ=DAILY;COUNT=2',
      }),
    ])
    expect(sessions.map(({ start, end }) => [start, end])).toEqual([
      ['2026-01-06T00:00:00Z', '2026-01-07T00:00:00Z'],
      ['2026-01-07T00:00:00Z', '2026-01-08T00:00:00Z'],
    ])
  })
})

describe('an exception', () => {
  test('is an occurrence that is cancelled (EXDATE), by its time or by its day', () => {
    const exceptions: Record<string, string>[] = [
      { 'EXDATE;TZID=Europe/Berlin': '20270309T090000,20270316T090000' },
      { EXDATE: '20270309T080000Z,20270316T080000Z' },
      { 'EXDATE;VALUE=DATE': '20270309,20270316' },
    ]
    for (const exdate of exceptions) {
      const { sessions } = read([weekly(exdate)], MARCH)
      expect(sessions.map(({ state }) => state).slice(0, 4)).toEqual([
        'confirmed',
        'cancelled',
        'cancelled',
        'confirmed',
      ])
      expect(sessions).toHaveLength(7)
    }
  })

  test('replaces one occurrence (RECURRENCE-ID), which keeps its key', () => {
    const moved = change('20270309', { 'DTSTART;TZID=Europe/Berlin': '20270310T150000', LOCATION: 'Room 2' })
    const { sessions } = read([weekly(), moved], MARCH)
    expect(sessions).toHaveLength(7)
    expect(sessions[1]).toMatchObject({
      key: 'call 2027-03-09T08:00:00Z',
      series: 'call',
      title: 'Weekly call, changed',
      start: '2027-03-10T14:00:00Z',
      room: 'Room 2',
    })
  })

  test('may cancel its occurrence, may stand before the series, and the latest of several counts', () => {
    const { sessions } = read(
      [
        change('20270309', { STATUS: 'CANCELLED' }),
        change('20270316', { SEQUENCE: '2', SUMMARY: 'Second change' }),
        change('20270316', { SEQUENCE: '1', SUMMARY: 'First change' }),
        weekly(),
      ],
      MARCH,
    )
    expect(sessions.map(({ title, state }) => `${title}, ${state}`).slice(0, 4)).toEqual([
      'Weekly call, confirmed',
      'Weekly call, changed, cancelled',
      'Second change, confirmed',
      'Weekly call, confirmed',
    ])
  })

  test('that is moved into the window or out of it stays what it is', () => {
    const out = change('20270413', { 'DTSTART;TZID=Europe/Berlin': '20270428T090000' })
    const into = change('20270420', { 'DTSTART;TZID=Europe/Berlin': '20270414T090000' })
    expect(read([weekly(), out, into], MARCH).sessions.slice(-2)).toMatchObject([
      { key: 'call 2027-04-13T07:00:00Z', start: '2027-04-28T07:00:00Z' },
      { key: 'call 2027-04-20T07:00:00Z', start: '2027-04-14T07:00:00Z' },
    ])
  })

  test('changes all later occurrences too (THISANDFUTURE): their time moves by as much, their keys stay', () => {
    const later = change(
      '20270316',
      { 'DTSTART;TZID=Europe/Berlin': '20270317T110000', 'DTEND;TZID=Europe/Berlin': '20270317T113000' },
      ';RANGE=THISANDFUTURE',
    )
    const own = change('20270330', { SUMMARY: 'On its own' })
    const { sessions } = read([weekly(), later, own], MARCH)
    expect(sessions.map(({ key, title, start }) => [key.slice(5, 15), title, start])).toEqual([
      ['2027-03-02', 'Weekly call', '2027-03-02T08:00:00Z'],
      ['2027-03-09', 'Weekly call', '2027-03-09T08:00:00Z'],
      ['2027-03-16', 'Weekly call, changed', '2027-03-17T10:00:00Z'],
      ['2027-03-23', 'Weekly call, changed', '2027-03-24T10:00:00Z'],
      ['2027-03-30', 'On its own', '2027-03-30T07:00:00Z'],
      ['2027-04-06', 'Weekly call, changed', '2027-04-07T09:00:00Z'],
      ['2027-04-13', 'Weekly call, changed', '2027-04-14T09:00:00Z'],
    ])
    expect(sessions[5]?.end).toBe('2027-04-07T09:30:00Z')
  })

  test('whose series is not in the feed is a session of its own', () => {
    expect(read([change('20270309')]).sessions).toMatchObject([{ key: 'call 2027-03-09T08:00:00Z', series: 'call' }])
  })

  test('for a date that the series does not have is taken all the same', () => {
    expect(starts([weekly(), change('20270310')], MARCH)).toContain('2027-03-10T08:00:00Z')
  })
})

test('a weekly meeting is at the same time on the clock of its zone, in any zone and year', () => {
  const zones = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'America/Santiago',
  )
  const start = fc.record({
    year: fc.integer({ min: 2000, max: 2030 }),
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    hour: fc.integer({ min: 4, max: 23 }),
  })
  fc.assert(
    fc.property(zones, start, fc.integer({ min: 0, max: 400 }), (zone, first, weeks) => {
      const local = Temporal.PlainDateTime.from(first)
      const from = local.add({ weeks }).toZonedDateTime(zone).epochMilliseconds - DAY
      const written = local.toString().replace(/[-:]/g, '')
      const series = event({ DTSTART: '', [`DTSTART;TZID=${zone}`]: written, RRULE: 'FREQ=WEEKLY' })
      const found = starts([series], { window: { from, to: from + 30 * DAY } })
      expect(found.length).toBeGreaterThanOrEqual(4)
      for (const one of found) {
        const there = Temporal.Instant.from(one ?? '')
          .toZonedDateTimeISO(zone)
          .toPlainDateTime()
        expect(there.toPlainTime().equals(local.toPlainTime())).toBe(true)
        expect(local.until(there, { largestUnit: 'days' }).days % 7).toBe(0)
      }
    }),
    { numRuns: 100 },
  )
}, 30_000)
