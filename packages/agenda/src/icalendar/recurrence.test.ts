import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAgenda } from '../parse-agenda.ts'
import { calendar } from '../testing/calendar.ts'
import { weekly } from '../testing/weekly-call.ts'

const around = (from: string, to: string) => ({ window: { from: Date.parse(from), to: Date.parse(to) } })
const MARCH = around('2027-03-01T00:00:00Z', '2027-04-15T00:00:00Z')
const read = (parts: string[][], options = {}) => parseAgenda(calendar(...parts), 'UTC', options)

describe('what is hostile or broken', () => {
  test.each([
    'FREQ=SECONDLY',
    'FREQ=HOURLY;COUNT=3',
    'FREQ=DAILY;BYHOUR=1,2,3',
    `FREQ=DAILY;BYMONTHDAY=${'1,'.repeat(500)}1`,
  ])('%s is not followed, and that is said', (RRULE) => {
    const { sessions, problems } = read([weekly({ RRULE })], around('2026-01-01T00:00:00Z', '2026-01-20T00:00:00Z'))
    expect(sessions).toHaveLength(1)
    expect(problems).toHaveLength(1)
  })

  test.each([
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6',
    'FREQ=YEARLY;BYDAY=53MO',
    'FREQ=YEARLY;BYWEEKNO=54',
    'FREQ=YEARLY;BYYEARDAY=366,-366',
    'FREQ=WEEKLY;BYMONTH=2;BYDAY=TU',
    'FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2',
    'FREQ=DAILY;COUNT=999999999',
    'FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=15,16,17',
    'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=15,16;BYDAY=1MO',
    'FREQ=YEARLY;INTERVAL=1000',
  ])(
    // Without a bound on its steps, the library looks for the next date until the test takes its time limit.
    '%s does not keep the reader counting, not even forty times from long ago',
    (RRULE) => {
      const many = Array.from({ length: 40 }, (_, n) =>
        weekly({ UID: `${n}`, RRULE, 'DTSTART;TZID=Europe/Berlin': '19710106T090000', 'DTEND;TZID=Europe/Berlin': '' }),
      )
      expect(read(many, MARCH).sessions.length).toBeLessThanOrEqual(40 * 31)
    },
    60_000,
  )

  test('no mixture of rules, dates and changes makes it throw, and keys are unique', () => {
    const part = fc.constantFrom(
      'FREQ=DAILY',
      'FREQ=WEEKLY',
      'FREQ=MONTHLY',
      'FREQ=YEARLY',
      'INTERVAL=3',
      'COUNT=4',
      'UNTIL=20270401',
      'BYDAY=MO,-1FR',
      'BYMONTHDAY=31,-1',
      'BYSETPOS=-1',
      'BYMONTH=2',
      'WKST=SU',
      'x',
    )
    const line = fc.constantFrom(
      'EXDATE:20270309T080000Z',
      'RDATE:20270310',
      'RDATE;VALUE=PERIOD:20270310T100000Z/PT1H',
      'EXDATE:x',
      'RECURRENCE-ID:20270309T080000Z',
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20270101T080000Z',
      'DTSTART:20270302T080000Z',
      'STATUS:CANCELLED',
    )
    const one = fc.tuple(fc.array(part, { maxLength: 5 }), fc.array(line, { maxLength: 4 }))
    fc.assert(
      fc.property(fc.array(one, { maxLength: 5 }), (events) => {
        const text = events.map(([parts, lines]) => [
          'BEGIN:VEVENT',
          'UID:a',
          'SUMMARY:s',
          'DTSTART:20270216T080000Z',
          `RRULE:${parts.join(';')}`,
          ...lines,
          'END:VEVENT',
        ])
        const { sessions } = read(text, MARCH)
        expect(new Set(sessions.map(({ key }) => key)).size).toBe(sessions.length)
      }),
      { numRuns: 300 },
    )
  }, 30_000)
})
