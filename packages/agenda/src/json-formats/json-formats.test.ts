import { describe, expect, test } from 'vitest'
import { parseAgenda } from '../parse-agenda.ts'
import { fixture } from '../testing/fixture.ts'

const read = (json: string) => parseAgenda(json, 'Europe/Brussels')
const facts = (json: string) => {
  const { format, title, timeZone, problems } = read(json)
  return { format, title, timeZone, problems }
}

describe('c3voc schedule, version 2', () => {
  const feed = fixture('schedule-v2.json')

  test('everything that a session shows; texts in several languages are read in English', () => {
    expect(facts(feed)).toEqual({
      format: 'schedule.json v2',
      title: 'Tidelands Camp',
      timeZone: 'Europe/Berlin',
      problems: [
        'Entry 4: this is no event, but nothing; it was left out.',
        '1 session has no time yet, and cannot be in the agenda.',
      ],
    })
    expect(read(feed).sessions[0]).toEqual({
      entry: 0,
      key: '270fa44c-0000-577f-8ca3-000000000001',
      title: 'By night',
      description: 'With lamps.\n\nWith lamps.',
      start: '2027-03-27T23:15:00Z',
      end: '2027-03-27T23:55:00Z',
      sampleTime: false,
      room: 'Dyke',
      track: 'Hardware',
      type: 'TALK',
      people: ['Ada Example'],
      url: 'https://tidelands.example.org/event/night/',
      state: 'confirmed',
      padName: 'by-night',
    })
  })

  test('a local time is one of the feed\u2019s zone, and a room may be mere text', () => {
    expect(read(feed).sessions[1]).toMatchObject({
      key: 'CCCCCC',
      room: 'Shed',
      start: '2027-03-28T08:00:00Z',
      end: '2027-03-28T08:30:00Z',
    })
  })
})

describe('pretalx', () => {
  const talks = fixture('pretalx-talks.json')

  test('the list of talks: a talk with two slots is two sessions', () => {
    const { format, sessions, problems } = read(talks)
    expect(format).toBe('pretalx')
    expect(sessions.map(({ key, room, start, end }) => [key, room, start, end])).toEqual([
      ['ABCDE', 'R101', '2027-12-27T09:00:00Z', '2027-12-27T09:30:00Z'],
      ['FGHIJ 2027-12-27T10:00:00Z', 'R102', '2027-12-27T10:00:00Z', '2027-12-27T10:45:00Z'],
      ['FGHIJ 2027-12-28T10:00:00Z', null, '2027-12-28T10:00:00Z', '2027-12-28T10:45:00Z'],
    ])
    expect(sessions[0]).toMatchObject({ people: ['Ada Example'], track: 'Security', padName: 'a-talk' })
    expect(problems).toEqual(['1 session has no time yet, and cannot be in the agenda.'])
  })

  test('one page of several says that there are more', () => {
    expect(read(talks.replace('"next": null', '"next": "https://pretalx.example.org/?page=2"')).problems[0]).toMatch(
      /^This is one page of several \(3 entries in all\); the others were not read\./,
    )
  })

  test('a withdrawn talk is cancelled', () => {
    expect(read(talks.replace('"confirmed"', '"withdrawn"')).sessions[0]?.state).toBe('cancelled')
  })

  test('the data of the widget: rooms, tracks and speakers are looked up, and a break has no code', () => {
    const { timeZone, sessions } = read(fixture('pretalx-widget.json'))
    expect(timeZone).toBe('Europe/Berlin')
    expect(sessions).toMatchObject([
      { key: 'ABCDE', room: 'R101', track: 'Security', people: ['Ada Example', 'Grace Example'] },
      { key: '2', title: 'Lunch', room: 'R101', people: [] },
    ])
  })
})

describe('Indico', () => {
  test('contributions, those inside sessions too, and a session that has none', () => {
    const feed = fixture('indico-contributions.json')
    expect(facts(feed)).toEqual({
      format: 'Indico',
      title: 'Workshop on Detectors',
      timeZone: 'Europe/Zurich',
      problems: ['1 session has no time yet, and cannot be in the agenda.'],
    })
    expect(read(feed).sessions).toMatchObject([
      {
        key: 'event-42-contribution-901',
        title: 'Calibration',
        description: 'How it is done.',
        start: '2027-06-23T06:20:00Z',
        end: '2027-06-23T06:40:00Z',
        room: '40-S2-A01',
        track: 'Methods',
        people: ['Ada Example'],
        url: 'https://indico.example.org/event/42/contributions/901/',
      },
      {
        key: 'event-42-contribution-3',
        title: 'Boards',
        track: 'Electronics',
        end: '2027-06-24T12:20:00Z',
        room: 'Hall',
      },
      { key: 'event-42-session-1', title: 'Open discussion', people: ['Grace Example'] },
    ])
  })

  test('a timetable, without its coffee', () => {
    expect(read(fixture('indico-timetable.json')).sessions).toMatchObject([
      {
        key: 'event-42-contribution-901',
        title: 'Calibration',
        people: ['Ada Example'],
        start: '2027-06-23T06:20:00Z',
      },
      { key: 'event-42-contribution-903', title: 'Boards', track: 'Electronics' },
    ])
  })

  test('a category: its events are the sessions', () => {
    const event = (id: string, title: string) => ({
      _type: 'Conference',
      id,
      title,
      startDate: { date: '2027-06-23', time: '08:00:00', tz: 'Asia/Tokyo' },
    })
    const json = JSON.stringify({ _type: 'HTTPAPIResult', results: [event('1', 'Weekly'), event('2', 'Weekly')] })
    expect(read(json).sessions).toMatchObject([
      { key: 'event-1', start: '2027-06-22T23:00:00Z' },
      { key: 'event-2', start: '2027-06-22T23:00:00Z' },
    ])
  })
})

describe('the summit API', () => {
  const feed = fixture('summit-api.json')

  test('everything that a session shows, with rooms and people from the summit', () => {
    expect(facts(feed)).toEqual({
      format: 'summit API',
      title: 'Riverside Summit',
      timeZone: 'Australia/Sydney',
      problems: [
        'Entry 2, event "Party": it ends before it starts; it was taken without an end.',
        '1 session has no time yet, and cannot be in the agenda.',
      ],
    })
    expect(read(feed).sessions).toMatchObject([
      {
        key: '20396',
        title: 'Fog & Edge',
        description: 'What fog is.',
        start: '2017-11-06T00:35:00Z',
        end: '2017-11-06T00:55:00Z',
        room: 'C4.5',
        track: 'Networking',
        people: ['Ada Example'],
        url: 'https://summit.example.org/schedule/events/20396/fog-edge',
        padName: 'fog',
      },
      { key: '20397', room: 'Riverside Hotel', end: null, people: ['Grace Example'] },
    ])
  })

  test('a page of the API, without the summit', () => {
    const event = {
      id: 1,
      summit_id: 9,
      title: 'A',
      start_date: 1509928500,
      location: { name: 'Hall' },
      track: { name: 'T' },
    }
    const { sessions, problems } = read(JSON.stringify({ total: 200, current_page: 1, last_page: 2, data: [event] }))
    expect(sessions).toMatchObject([{ key: '1', room: 'Hall', track: 'T' }])
    expect(problems[0]).toMatch(/^This is one page of several \(200 entries in all\)/)
  })

  test.each(['soon', -5, 1e20, {}])('a start of %j is no time', (start) => {
    const { sessions, problems } = read(JSON.stringify([{ id: 1, summit_id: 9, title: 'A', start_date: start }]))
    expect(sessions).toEqual([])
    expect(problems[0]).toMatch(/^Entry 1, event "A": its start ".*" is not a time; it was left out\.$/)
  })
})

describe('IETF', () => {
  const feed = fixture('ietf-agenda.json')

  test('sessions are found among rooms and areas, and keyed by what does not change when they move', () => {
    expect(facts(feed)).toEqual({ format: 'IETF agenda.json', title: 'IETF 199', timeZone: null, problems: [] })
    expect(read(feed).sessions).toMatchObject([
      {
        key: '33001',
        title: 'Tidal Routing',
        start: '2027-11-08T09:00:00Z',
        end: '2027-11-08T11:00:00Z',
        room: 'Grand Ballroom',
        track: 'rtg',
        type: 'WG',
        url: 'https://datatracker.example.org/meeting/199/materials/agenda-tides',
        state: 'confirmed',
      },
      {
        key: '33002',
        title: 'Ebb and Flow (BoF)',
        track: 'tsv',
        type: 'BoF',
        state: 'cancelled',
        end: '2027-11-08T13:30:00Z',
      },
    ])
  })
})
