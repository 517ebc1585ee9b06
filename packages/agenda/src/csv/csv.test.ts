import { describe, expect, test } from 'vitest'
import { type ParseOptions, parseAgenda } from '../parse-agenda.ts'
import { fixture } from '../testing/fixture.ts'

const read = (text: string, options?: ParseOptions) => parseAgenda(text, 'Europe/Berlin', options)
const times = (text: string, options?: ParseOptions) =>
  read(text, options).sessions.map(({ start, end }) => [start, end])

describe('the tables of tools', () => {
  test('c3voc: a byte order mark, line breaks in quotes, numbered people, a length instead of an end', () => {
    const { format, sessions, problems } = read(fixture('c3voc.csv'))
    expect(format).toBe('CSV')
    expect(sessions[0]).toEqual({
      entry: 0,
      key: '1',
      title: 'What to build',
      description:
        'An overview\n\nProjects:\n\n    "Hackers build", a film.\n    Notes: https://etherpad.example.org/p/build',
      start: '2027-06-23T17:00:00Z',
      end: '2027-06-23T18:30:00Z',
      sampleTime: false,
      room: 'Big Hall',
      track: null,
      people: ['Ada Example', 'Grace Example'],
      url: null,
      state: 'confirmed',
      padName: 'build',
    })
    expect(sessions[1]).toMatchObject({ start: '2027-06-23T22:00:00Z', end: '2027-06-23T22:30:00Z' })
    expect(problems).toEqual([
      'Line 7, event "Surprise": its start "2027-06-24 later" is not a time; it was left out.',
      '2 sessions have no time zone; the times were read in Europe/Berlin.',
    ])
  })

  test('Guidebook: the headings stand in the second row, clocks show AM and PM, an evening ends in the morning', () => {
    const { sessions, problems } = read(fixture('guidebook.csv'))
    expect(sessions).toMatchObject([
      {
        title: 'Opening',
        start: '2027-05-06T07:00:00Z',
        end: '2027-05-06T07:45:00Z',
        room: 'Room A',
        track: 'Plenary',
        description: 'Welcome, all',
      },
      { title: 'Party', start: '2027-05-06T21:00:00Z', end: '2027-05-06T23:00:00Z' },
      { title: 'Closing', start: '2027-05-08T15:00:00Z', end: null },
    ])
    expect(problems).toEqual([
      'Dates were read month first: 05/06/2027 is 6 May. If that is wrong, say so, or write dates as 2027-06-05.',
      '3 sessions have no time zone; the times were read in Europe/Berlin.',
      '3 sessions have no id; they are recognised by title and start.',
    ])
  })

  test('Sched: semicolons, date and time in one cell, drafts', () => {
    expect(read(fixture('sched.csv')).sessions).toMatchObject([
      {
        key: 'a1',
        title: 'Fog & Edge',
        start: '2027-05-08T07:00:00Z',
        room: 'Hynes 102',
        track: 'Forum',
        people: ['Ada Example', 'Grace Example'],
        state: 'confirmed',
      },
      { key: 'a2', state: 'tentative' },
      { key: 'no-uid 2027-05-08T09:00:00Z No key' },
    ])
  })

  test.each([',', ';', '\t', '|'])('cells may be parted by %j', (delimiter) => {
    const rows = [
      ['Title', 'Start', 'Speakers'],
      ['A talk', '2027-05-08 09:00', 'Ada'],
    ].map((row) => row.join(delimiter))
    expect(read(rows.join('\r\n')).sessions).toMatchObject([{ title: 'A talk', people: ['Ada'] }])
  })
})

describe('whether the day or the month comes first', () => {
  const dated = (...dates: string[]) =>
    ['Title,Date,Start', ...dates.map((date, n) => `Talk ${n},${date},10:00`)].join('\n')
  const firstDay = (...dates: string[]) => read(dated(...dates)).sessions[0]?.start?.slice(0, 10)

  test('a number over twelve decides, and then nothing needs to be said', () => {
    expect(firstDay('05/06/2027', '13/06/2027')).toBe('2027-06-05')
    expect(firstDay('05/06/2027', '05/13/2027')).toBe('2027-05-06')
    expect(read(dated('05/06/2027', '13/06/2027')).problems.some((sentence) => sentence.startsWith('Dates'))).toBe(
      false,
    )
  })

  test('else that order in which the days lie closer together, and it is shown with an example', () => {
    expect(firstDay('05/06/2027', '06/06/2027')).toBe('2027-06-05')
    expect(firstDay('05/06/2027', '05/07/2027')).toBe('2027-05-06')
    expect(read(dated('05/06/2027', '06/06/2027')).problems[0]).toBe(
      'Dates were read day first: 05/06/2027 is 5 June. If that is wrong, say so, or write dates as 2027-06-05.',
    )
  })

  test('for a single date, the event\u2019s zone', () => {
    expect(parseAgenda(dated('05/06/2027'), 'America/New_York').sessions[0]?.start).toBe('2027-05-06T14:00:00Z')
    expect(firstDay('05/06/2027')).toBe('2027-06-05')
  })

  test('what was said by hand goes before all that', () => {
    const { sessions, problems } = read(dated('05/06/2027', '06/06/2027'), { dayOrder: 'month first' })
    expect(sessions[0]?.start).toBe('2027-05-06T08:00:00Z')
    expect(problems.some((sentence) => sentence.startsWith('Dates'))).toBe(false)
  })

  test('a date that does not fit the order is named; the others stay', () => {
    const { sessions, problems } = read(dated('13/06/2027', '06/14/2027'))
    expect(sessions).toHaveLength(1)
    expect(problems).toContain('Line 3, event "Talk 1": its start "06/14/2027 10:00" is not a time; it was left out.')
  })
})

describe('dates and times as people write them', () => {
  test.each([
    ['2027/06/05,10:00', '2027-06-05T08:00:00Z'],
    ['5 June 2027,10:00', '2027-06-05T08:00:00Z'],
    ['"June 5th, 2027",10am', '2027-06-05T08:00:00Z'],
    ['"Sat, 5 Jun 2027",10.00', '2027-06-05T08:00:00Z'],
    ['5. Juni 2027,10:00', '2027-06-05T08:00:00Z'],
    ['Samstag 05.06.27,10:00', '2027-06-05T08:00:00Z'],
    ['2027-06-05,2027-06-05T10:00:00-04:00', '2027-06-05T14:00:00Z'],
    ['2027-06-05,10:00 -04:00', '2027-06-05T14:00:00Z'],
    [',13.06.2027 10:00', '2027-06-13T08:00:00Z'],
    ['2027-02-31,10:00', undefined],
    ['2027-06-05,25:00', undefined],
    ['soon,10:00', undefined],
  ])('%s', (cells, start) => {
    expect(read(`Title,Date,Start\nTalk,${cells}`).sessions[0]?.start).toBe(start)
  })

  test('a range in one cell has start and end; an end before the start without a day is on the next', () => {
    expect(times('Title,Date,Time\nTalk,2027-06-05,09:00-10:30\nNight,2027-06-05,23:00 – 00:30')).toEqual([
      ['2027-06-05T07:00:00Z', '2027-06-05T08:30:00Z'],
      ['2027-06-05T21:00:00Z', '2027-06-05T22:30:00Z'],
    ])
  })

  test('a zone of its own column goes before the event\u2019s', () => {
    const { sessions, problems } = read('Title,Start,Timezone\nTalk,2027-06-05 10:00,America/New_York')
    expect(sessions[0]?.start).toBe('2027-06-05T14:00:00Z')
    expect(problems).toEqual(['1 session has no id; they are recognised by title and start.'])
  })
})

describe('columns', () => {
  const odd = 'What,When,Where\nTalk,2027-06-05 10:00,Hall'

  test('that have unknown headings are no agenda, and the way out is named', () => {
    expect(read(odd)).toMatchObject({
      readable: false,
      problems: [expect.stringMatching(/no row in it names its columns/)],
    })
  })

  test('are mapped by hand, by heading or by number', () => {
    const columns = { title: 'what', start: '2', room: 'Where' }
    expect(read(odd, { columns }).sessions).toMatchObject([
      { title: 'Talk', room: 'Hall', start: '2027-06-05T08:00:00Z' },
    ])
  })

  test('are shown with what they were taken to mean and what stands in them', () => {
    expect(read('Title,Start,Catering\nTalk,2027-06-05 10:00,Soup').table).toEqual({
      columns: [
        { heading: 'Title', means: 'title', examples: ['Talk'] },
        { heading: 'Start', means: 'start', examples: ['2027-06-05 10:00'] },
        { heading: 'Catering', means: null, examples: ['Soup'] },
      ],
      dates: null,
    })
  })

  test('are shown although the headings say too little, so that somebody can say what they are', () => {
    const table = read(`All times are local\n${odd}\nKeynote,2027-06-05 11:00,Hall`).table
    expect(table?.columns).toEqual([
      { heading: 'What', means: null, examples: ['Talk', 'Keynote'] },
      { heading: 'When', means: null, examples: ['2027-06-05 10:00', '2027-06-05 11:00'] },
      { heading: 'Where', means: null, examples: ['Hall', 'Hall'] },
    ])
    expect(read(odd, { columns: { title: 'What' } }).table?.columns[0]).toMatchObject({ means: 'title' })
  })

  test('of what is no table are not made up', () => {
    for (const text of [
      'no agenda at all',
      'BEGIN:VCARD\nN:A;B\nN:C;D',
      '<a>1,2\n3,4</a>',
      'Dear all,\nsee you there.',
    ])
      expect(read(text).table).toBeUndefined()
  })

  test('that were recognised are let go by hand', () => {
    const { sessions, table } = read('Title,Start,Venue\nTalk,2027-06-05 10:00,Hall', { columns: { room: '' } })
    expect(sessions).toMatchObject([{ room: null }])
    expect(table?.columns[2]).toMatchObject({ heading: 'Venue', means: null })
  })

  test('with the type of a session are its track too, where the table has no tracks', () => {
    const at = '2027-06-05 10:00'
    expect(read(`Title,Start,Type\nTalk,${at},BoF`).sessions).toMatchObject([{ type: 'BoF', track: 'BoF' }])
    expect(read(`Title,Start,Type,Track\nTalk,${at},BoF,Ops`).sessions).toMatchObject([{ type: 'BoF', track: 'Ops' }])
  })

  test('with dates in numbers show one, and which day it is in either order', () => {
    const table = 'Title,Start\nTalk,05/06/2027 10:00'
    const days = { 'day first': '2027-06-05', 'month first': '2027-05-06' }
    expect(read(table).table?.dates).toEqual({ order: 'day first', example: '05/06/2027', days })
    const byHand = read(table, { dayOrder: 'month first' })
    expect(byHand.table?.dates).toMatchObject({ order: 'month first' })
    expect(byHand.problems.join()).not.toContain('Dates were read')
  })
})

describe('a damaged table costs no more than it must', () => {
  const row = (n: number) => `Talk ${n},2027-06-05 10:00`
  const titles = (text: string) => read(text).sessions.map(({ title }) => title)

  test('a quote that is never closed costs its row', () => {
    const text = ['Title,Start', row(1), '"Broken,2027-06-05 10:00', row(3), row(4)].join('\n')
    expect(titles(text)).toEqual(['Talk 1', 'Talk 3', 'Talk 4'])
    expect(read(text).problems[0]).toMatch(/^Line 3: this row cannot be read: a quote in it is never closed/)
  })

  test('quotes inside cells, short and long rows, and empty ones do no harm', () => {
    const text = ['Title,Start', 'The "big" one,2027-06-05 10:00', '', ',,,', 'Short', `${row(2)},more,and more`].join(
      '\n',
    )
    expect(titles(text)).toEqual(['The "big" one', 'Talk 2'])
  })

  test.each(['"', '""', ',', '"\n', '"a', ';'])(
    'a long row of %j is read',
    (piece) => {
      expect(
        titles(['Title,Start', row(1), piece.repeat(200_000 / piece.length)].join('\n')).length,
      ).toBeLessThanOrEqual(1)
    },
    60_000,
  )

  test('a hundred thousand rows are read', () => {
    expect(titles(['Title,Start', ...Array.from({ length: 100_000 }, (_, n) => row(n))].join('\n'))).toHaveLength(
      100_000,
    )
  }, 60_000)
})
