import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_AGENDA_BYTES, parseAgenda } from './parse-agenda.ts'
import { calendar, event } from './testing/calendar.ts'

const read = (text: string) => parseAgenda(text, 'America/New_York')

describe('what is no calendar is named, in one sentence', () => {
  test.each([
    ['', /^The feed is empty/],
    [' \r\n\uFEFF', /^The feed is empty/],
    ['<!DOCTYPE html><html><body>Agenda</body></html>', /^This is a web page/],
    ['<rss version="2.0"></rss>', /^This is XML, but not a schedule\.xml/],
    ['{"schedule":{}}', /^This is JSON, but not an agenda/],
    ['{"schedule":{"conference":{"days":[', /^This is JSON that breaks off in line 1/],
    ['[1,\n2,,3]', /^This looks like JSON, but it is broken/],
    ['%PDF-1.7', /^This is a PDF/],
    ['PK\u0003\u0004rest', /^This is a zip archive/],
    ['\u001f\uFFFD\u0008', /^This is a compressed or binary file/],
    ['Alpha,Beta,Gamma\nKeynote,Hall A,9:00', /^This looks like a table/],
    ['BEGIN:VCARD\nFN:Ada\nEND:VCARD', /^This is an address book/],
    ['BEGIN:VEVENT\nEND:VEVENT', /^The first line of a calendar/],
    ['Dear all, the agenda is not ready.', /^This is not an agenda in a format that can be read/],
  ])('%j', (text, says) => {
    const agenda = read(text)
    expect(agenda.sessions).toEqual([])
    expect(agenda.problems).toHaveLength(1)
    expect(agenda.problems[0]).toMatch(says)
  })

  test('a calendar without events says so', () => {
    expect(read(calendar()).problems).toEqual(['The calendar holds no events.'])
  })

  test('a feed of 50 MB is refused by its size, and the limit is named', () => {
    const { sessions, problems } = read('x'.repeat(50 * 1024 * 1024))
    expect(sessions).toEqual([])
    expect(problems).toEqual([expect.stringMatching(/^The feed is too large: 50 MB; at most 20 MB are read/)])
    expect(MAX_AGENDA_BYTES).toBe(20 * 1024 * 1024)
  })
})

describe('what is damaged costs no more than it must', () => {
  test('a byte order mark, NUL characters and lower-case names do no harm', () => {
    const text = `\uFEFF${calendar(event({ SUMMARY: 'Key\0note' })).replace('BEGIN:VCALENDAR', 'begin:vcalendar')}`
    expect(read(text)).toMatchObject({ sessions: [{ title: 'Keynote' }], problems: [] })
  })

  test('a feed that was cut off gives the whole events and names the half one', () => {
    const whole = calendar(event(), event({ UID: 'two', SUMMARY: 'Second' }))
    const { sessions, problems } = read(whole.slice(0, whole.indexOf('Second')))
    expect(sessions.map((session) => session.title)).toEqual(['Keynote'])
    expect(problems).toEqual([expect.stringMatching(/^Line 8: the feed ends in the middle of this event/)])
  })

  test('a feed that was cut between events says that it may be incomplete', () => {
    const { sessions, problems } = read(calendar(event()).replace('END:VCALENDAR', ''))
    expect(sessions).toHaveLength(1)
    expect(problems).toEqual([expect.stringMatching(/END:VCALENDAR/)])
  })

  test('an event that never ends leaves the next one alone', () => {
    const first = event().slice(0, -1)
    const { sessions, problems } = read(calendar(first, event({ UID: 'two', SUMMARY: 'Second' })))
    expect(sessions.map((session) => session.title)).toEqual(['Keynote', 'Second'])
    expect(problems).toEqual([expect.stringMatching(/^Line 3: this event has no END:VEVENT/)])
  })

  test('a line that cannot be read costs that line only', () => {
    const { sessions, problems } = read(calendar(event({ 'LOCATION;X': 'Hall', RRULE: 'FREQ=NEVER' })))
    expect(sessions).toMatchObject([{ title: 'Keynote', room: null }])
    expect(problems).toEqual([
      expect.stringMatching(/^Line 7: this line could not be read/),
      expect.stringMatching(/^Line 8: this line could not be read/),
    ])
  })

  test('characters that got lost on the way are named once, with the first place', () => {
    const { problems } = read(calendar(event({ SUMMARY: 'Caf\uFFFD \uFFFD' })))
    expect(problems).toEqual([expect.stringMatching(/^Line 5: from here on, characters are missing/)])
  })

  test('thousands of broken events give a list that can still be read', () => {
    const broken = Array.from({ length: 5000 }, (_, n) => event({ UID: `${n}`, DTSTART: '' }))
    const { problems } = read(calendar(...broken))
    expect(problems).toHaveLength(201)
    expect(problems.at(-1)).toBe('And 4800 more of such problems.')
  })

  test('no text whatever makes it throw, and keys are always unique', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'BEGIN:VCALENDAR',
        'END:VCALENDAR',
        'BEGIN:VEVENT',
        'END:VEVENT',
        'BEGIN:VTIMEZONE',
        'END:VTIMEZONE',
      ),
      fc.constantFrom(
        'UID:a',
        'SUMMARY:x',
        'DTSTART:20250101T000000Z',
        'DTSTART;TZID=Nowhere:20250101T000000',
        'TZID:Nowhere',
      ),
      fc.constantFrom(
        'DTEND:99999999T999999',
        'DURATION:P9999999999Y',
        'RECURRENCE-ID:0',
        'DTSTART:00000000',
        'RRULE:x',
      ),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.string(), (lines, zone) => {
        const { sessions } = parseAgenda(['BEGIN:VCALENDAR', ...lines].join('\n'), zone)
        expect(new Set(sessions.map((session) => session.key)).size).toBe(sessions.length)
      }),
      { numRuns: 300 },
    )
  }, 30_000)

  test.each(['<a ', '<b>', '</b>', ' ', '\\n', '&amp', 'https://etherpad', '(', '<script>'])(
    'a megabyte of %j does not hold it up',
    (piece) => {
      const long = piece.repeat(1_000_000 / piece.length)
      const fields = { SUMMARY: `x${long}`, DESCRIPTION: `x${long}`, LOCATION: `x${long}`, ATTACH: `x${long}` }
      expect(read(calendar(event(fields))).sessions).toHaveLength(1)
    },
    60_000,
  )

  test('ten thousand events are read', () => {
    const many = Array.from({ length: 10_000 }, (_, n) =>
      event({
        UID: `${n}`,
        SUMMARY: `Talk ${n}`,
        DTSTART: '',
        'DTSTART;TZID=Europe/Rome': '20250516T090000',
        DESCRIPTION: '<p>Words</p>',
      }),
    )
    expect(read(calendar(...many)).sessions).toHaveLength(10_000)
  }, 60_000)
})
