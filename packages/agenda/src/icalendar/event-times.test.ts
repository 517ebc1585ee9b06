import { describe, expect, test } from 'vitest'
import { parseAgenda } from '../parse-agenda.ts'
import { calendar, event } from '../testing/calendar.ts'

const read = (text: string) => parseAgenda(text, 'America/New_York')
const one = (lines: Record<string, string>) => {
  const { sessions, problems } = read(calendar(event({ DTSTART: '', ...lines })))
  return { start: sessions[0]?.start, end: sessions[0]?.end, problems }
}

describe('when a session runs', () => {
  test('UTC', () => {
    expect(one({ DTSTART: '20170510T184000Z', DTEND: '20170510T192000Z' })).toEqual({
      start: '2017-05-10T18:40:00Z',
      end: '2017-05-10T19:20:00Z',
      problems: [],
    })
  })

  test('a zone by its IANA name, without a VTIMEZONE', () => {
    expect(one({ 'DTSTART;TZID=Europe/Rome': '20240915T130000', 'DTEND;TZID=Europe/Rome': '20240915T140000' })).toEqual(
      {
        start: '2024-09-15T11:00:00Z',
        end: '2024-09-15T12:00:00Z',
        problems: [],
      },
    )
  })

  test.each([
    ['Eastern Standard Time', '2017-05-08T13:00:00Z'],
    ['W. Europe Standard Time', '2017-05-08T07:00:00Z'],
    ['/mozilla.org/20050126_1/Europe/Berlin', '2017-05-08T07:00:00Z'],
    ['US/Eastern', '2017-05-08T13:00:00Z'],
    ['America/Argentina/Buenos_Aires', '2017-05-08T12:00:00Z'],
    ['"(UTC+01:00) Somewhere"', '2017-05-08T08:00:00Z'],
    ['america/new_york', '2017-05-08T13:00:00Z'],
    ['UTC+2', '2017-05-08T07:00:00Z'],
    ['GMT-0530', '2017-05-08T14:30:00Z'],
    ['UTC', '2017-05-08T09:00:00Z'],
  ])('a zone by the alias %s', (tzid, start) => {
    expect(one({ [`DTSTART;TZID=${tzid}`]: '20170508T090000' })).toMatchObject({ start, problems: [] })
  })

  test.each([
    ['X-WR-TIMEZONE:europe/rome', 'Europe/Rome'],
    ['X-WR-TIMEZONE:W. Europe Standard Time', 'Europe/Berlin'],
    ['X-WR-TIMEZONE:GMT+0200', 'Etc/GMT-2'],
    ['X-WR-TIMEZONE:GMT+0530', null],
    ['X-WR-TIMEZONE:Nowhere', null],
    ['X-NOTHING:said', null],
  ])('the zone of the feed is a proper name or none: %s', (line, zone) => {
    expect(read(calendar(line, event())).timeZone).toBe(zone)
  })

  test('a feed without a zone of its own has the one that most of its events use', () => {
    const at = (uid: string, zone: string) =>
      event({ UID: uid, DTSTART: '', [`DTSTART;TZID=${zone}`]: '20170508T090000' })
    const { timeZone } = read(calendar(at('1', 'Europe/Rome'), at('2', 'Asia/Tokyo'), at('3', 'Asia/Tokyo')))
    expect(timeZone).toBe('Asia/Tokyo')
  })

  test('a zone that only the feed itself describes', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Ship time',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:-0330',
      'TZOFFSETTO:-0330',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]
    const { sessions, problems } = read(
      calendar(zone, event({ DTSTART: '', 'DTSTART;TZID=Ship time': '20170508T090000' })),
    )
    expect(sessions[0]?.start).toBe('2017-05-08T12:30:00Z')
    expect(problems).toEqual([])
  })

  test('a zone that nobody knows is named, and the time is read in the zone of the event', () => {
    const { start, problems } = one({ 'DTSTART;TZID=Mars/Phobos': '20170508T090000' })
    expect(start).toBe('2017-05-08T13:00:00Z')
    expect(problems).toEqual([
      'Line 6, event "Keynote": its time zone "Mars/Phobos" is not known; the time was read in America/New_York.',
    ])
  })

  test('a broken description of a zone does no harm', () => {
    const broken = ['BEGIN:VTIMEZONE', 'TZID:Europe/Rome', 'BEGIN:STANDARD', 'DTSTART:never', 'END:VTIMEZONE']
    const { sessions } = read(calendar(broken, event({ DTSTART: '', 'DTSTART;TZID=Europe/Rome': '20240915T130000' })))
    expect(sessions[0]?.start).toBe('2024-09-15T11:00:00Z')
  })

  test('a described zone follows its rule of summer time', () => {
    const part = (kind: string, start: string, from: string, to: string, month: number) => [
      `BEGIN:${kind}`,
      `DTSTART:${start}`,
      `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`,
      `TZOFFSETFROM:${from}`,
      `TZOFFSETTO:${to}`,
      `END:${kind}`,
    ]
    const summer = part('DAYLIGHT', '19700329T020000', '+0100', '+0200', 3)
    const winter = part('STANDARD', '19701025T030000', '+0200', '+0100', 10)
    const zone = ['BEGIN:VTIMEZONE', 'TZID:Camp', ...summer, ...winter, 'END:VTIMEZONE']
    const at = (uid: string, time: string) => event({ UID: uid, DTSTART: '', 'DTSTART;TZID=Camp': time })
    const { sessions } = read(calendar(zone, at('1', '20240701T120000'), at('2', '20241201T120000')))
    expect(sessions.map(({ start }) => start)).toEqual(['2024-07-01T10:00:00Z', '2024-12-01T11:00:00Z'])
  })

  test.each(['FREQ=SECONDLY', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31', 'FREQ=YEARLY;BYSECOND=1,2,3'])(
    'a described zone cannot keep the reader counting: %s',
    (rule) => {
      const part = [
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        `RRULE:${rule}`,
        'TZOFFSETFROM:+0100',
        'TZOFFSETTO:+0200',
      ]
      const zone = ['BEGIN:VTIMEZONE', 'TZID:Trap', ...part, 'END:STANDARD', 'END:VTIMEZONE']
      const { problems } = read(calendar(zone, event({ DTSTART: '', 'DTSTART;TZID=Trap': '20240915T130000' })))
      expect(problems).toEqual([expect.stringMatching(/its time zone "Trap" is not known/)])
    },
  )

  test('times without a zone are in the zone of the event, and that is said once', () => {
    const { sessions, problems } = read(
      calendar(
        event({ DTSTART: '20170508T090000', DTEND: '20170508T100000' }),
        event({ UID: 'two', DTSTART: '20171206T090000' }),
      ),
    )
    expect(sessions.map(({ start }) => start)).toEqual(['2017-05-08T13:00:00Z', '2017-12-06T14:00:00Z'])
    expect(problems).toEqual(['2 events have no time zone; the times were read in America/New_York.'])
  })

  test('a feed that names another zone than the event is not overruled silently', () => {
    const { timeZone, problems } = read(calendar('X-WR-TIMEZONE:Europe/Rome', event({ DTSTART: '20170508T090000' })))
    expect(timeZone).toBe('Europe/Rome')
    expect(problems).toEqual([expect.stringMatching(/read in America\/New_York\. The feed itself names Europe\/Rome/)])
  })

  test('an event zone that does not exist gives UTC and a sentence', () => {
    const { sessions, problems } = parseAgenda(calendar(event({ DTSTART: '20170508T090000' })), 'Mars/Phobos')
    expect(sessions[0]?.start).toBe('2017-05-08T09:00:00Z')
    expect(problems[0]).toBe('The time zone "Mars/Phobos" is not known; UTC was used.')
  })

  test.each<Record<string, string>>([{ 'DTSTART;VALUE=DATE': '20170508' }, { DTSTART: '20170508' }])(
    'a day without a time is the whole day: %j',
    (lines) => {
      expect(one(lines)).toEqual({
        start: '2017-05-08T04:00:00Z',
        end: '2017-05-09T04:00:00Z',
        problems: ['1 event has a date without a time; they were taken for whole days in America/New_York.'],
      })
    },
  )

  test('a duration stands for the end', () => {
    expect(one({ DTSTART: '20170508T130000Z', DURATION: 'PT1H30M' }).end).toBe('2017-05-08T14:30:00Z')
    expect(one({ DTSTART: '20170508T130000Z', DURATION: 'P2W' }).end).toBe('2017-05-22T13:00:00Z')
  })

  test('no end is no problem', () => {
    expect(one({ DTSTART: '20170508T130000Z' })).toEqual({ start: '2017-05-08T13:00:00Z', end: null, problems: [] })
  })

  test.each([
    [{ DTEND: '20170508T120000Z' }, /^Line 7, event "Keynote": it ends before it starts; it was taken without an end/],
    [{ DTEND: 'late' }, /^Line 7, event "Keynote": its end "late" cannot be read/],
    [{ DURATION: 'long' }, /^Line 7, event "Keynote": its duration "long" cannot be read/],
    [{ DURATION: '-PT1H' }, /it ends before it starts/],
  ])('a bad end is left away and named: %j', (lines, says) => {
    expect(one({ DTSTART: '20170508T130000Z', ...lines })).toEqual({
      start: '2017-05-08T13:00:00Z',
      end: null,
      problems: [expect.stringMatching(says)],
    })
  })

  test.each([
    [{}, 'Line 3, event "Keynote": it has no start; it was left out.'],
    [{ DTSTART: 'soon' }, 'Line 6, event "Keynote": its start "soon" is not a time; it was left out.'],
    [
      { DTSTART: '20170231T090000Z' },
      'Line 6, event "Keynote": its start "20170231T090000Z" is not a time; it was left out.',
    ],
    [
      { DTSTART: '20170508T250000Z' },
      'Line 6, event "Keynote": its start "20170508T250000Z" is not a time; it was left out.',
    ],
  ])('an event without a start that can be read is left out and named: %j', (lines, says) => {
    expect(one(lines)).toEqual({ start: undefined, end: undefined, problems: [says] })
  })

  test('other ways to write an instant are read too', () => {
    expect(one({ DTSTART: '2017-05-08T13:00:00Z' }).start).toBe('2017-05-08T13:00:00Z')
    expect(one({ DTSTART: '2017-05-08T09:00:00-04:00' }).start).toBe('2017-05-08T13:00:00Z')
    expect(one({ DTSTART: '20170508T1300Z' }).start).toBe('2017-05-08T13:00:00Z')
  })
})
