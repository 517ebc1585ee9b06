import { describe, expect, test } from 'vitest'
import { parseAgenda } from '../parse-agenda.ts'
import { fixture } from '../testing/fixture.ts'

const read = (xml: string) => parseAgenda(xml, 'Europe/Brussels', { html: true })
const frab = fixture('frab.schedule.xml')
const pentabarf = fixture('pentabarf.schedule.xml')
const inRoom = (...events: string[]) =>
  `<schedule><day date="2027-02-06" index="1"><room name="Hall">${events.join('\n')}</room></day></schedule>`
const event = (inner = '', attributes = 'id="1"') =>
  `<event ${attributes}><start>10:00</start><title>Talk</title>${inner}</event>`

describe('frab and pretalx', () => {
  test('everything that a session shows', () => {
    const { format, title, timeZone, sessions, problems } = read(frab)
    expect({ format, title, timeZone, problems }).toEqual({
      format: 'schedule.xml',
      title: 'Tidelands Camp & Friends',
      timeZone: 'Europe/Berlin',
      problems: [],
    })
    expect(sessions[0]).toEqual({
      entry: expect.any(Number),
      key: '3f0f6a1c-0b3c-5c7e-9a55-d4c39a6c1f01',
      title: 'Opening',
      description: 'Feet in the water\n\nWelcome.\n\nWelcome to all.',
      descriptionHtml: '<p>Feet in the water</p>\n<p>Welcome.</p>\n<p>Welcome to <b>all</b>.</p>',
      start: '2027-03-27T09:00:00Z',
      end: '2027-03-27T09:45:00Z',
      sampleTime: false,
      room: 'Dyke',
      track: 'Community',
      type: 'lecture',
      people: ['Ada Example', 'Grace Example'],
      url: 'https://tidelands.example.org/events/101',
      state: 'confirmed',
      padName: 'tidelands-opening',
    })
  })

  test('a guid is opaque, and the date of an event after midnight is the one it gives', () => {
    expect(read(frab).sessions[1]).toMatchObject({
      key: 'not a uuid',
      start: '2027-03-27T23:30:00Z',
      end: '2027-03-28T01:00:00Z',
      track: null,
    })
  })

  test('an event that names no room is in the room that it stands under', () => {
    expect(read(frab).sessions[2]).toMatchObject({ room: 'Dyke', start: '2027-03-28T07:30:00Z' })
  })

  test('without a named zone, the offset that all times share is taken; with two of them, none', () => {
    const at = (date: string, id: string) => event(`<date>${date}</date>`, `id="${id}"`)
    expect(read(inRoom(at('2027-02-06T10:00:00+01:00', '1'))).timeZone).toBe('Etc/GMT-1')
    expect(read(inRoom(at('2027-02-06T10:00:00+01:00', '1'), at('2027-04-06T10:00:00+02:00', '2'))).timeZone).toBeNull()
  })

  test('a zone that nobody knows is named and passed over', () => {
    const { timeZone, problems } = read(frab.replace('Europe/Berlin', 'Sea/Bottom'))
    expect(timeZone).toBeNull()
    expect(problems).toEqual(['The feed\'s time zone "Sea/Bottom" is not known; it was passed over.'])
  })
})

describe('Pentabarf', () => {
  test('has neither guid nor date nor zone: id, day and the zone of the event stand in, and that is said', () => {
    const { title, timeZone, sessions, problems } = read(pentabarf)
    expect({ title, timeZone }).toEqual({ title: 'Harbour Days 2027', timeZone: null })
    expect(sessions.map(({ key, start, end }) => [key, start, end])).toEqual([
      ['11', '2027-02-06T08:00:00Z', '2027-02-06T08:50:00Z'],
      ['12', '2027-02-06T23:30:00Z', '2027-02-07T00:30:00Z'],
      ['13', '2027-02-07T09:00:00Z', '2027-02-07T09:25:00Z'],
    ])
    expect(problems).toEqual(['3 sessions have no time zone; the times were read in Europe/Brussels.'])
  })

  test('without a time at which days change, what starts before four belongs to the night before', () => {
    const starts = (clock: string) =>
      read(pentabarf.replace(/<day_change>.*?<\/day_change>/, '').replace('00:30', clock)).sessions[1]?.start
    expect(starts('03:59')).toBe('2027-02-07T02:59:00Z')
    expect(starts('04:00')).toBe('2027-02-06T03:00:00Z')
  })
})

describe('what is damaged costs no more than it must', () => {
  test('a feed that was cut off gives the whole events and names the half one', () => {
    const { sessions, problems } = read(frab.slice(0, frab.indexOf('Night walk')))
    expect(sessions.map(({ title }) => title)).toEqual(['Opening'])
    expect(problems).toEqual([
      'Line 37: the feed ends in the middle of this event: it looks cut off. The event was left out.',
    ])
  })

  test('an event that never ends leaves the next one alone', () => {
    const { sessions, problems } = read(
      inRoom('<event id="1"><title>First</title><start>9:00</start>', event('', 'id="2"')),
    )
    expect(sessions.map(({ title }) => title)).toEqual(['First', 'Talk'])
    expect(problems[0]).toBe('Line 1: this event has no </event> before the next one begins.')
  })

  test.each([
    ['<event id="1"><start>10:00</start></event>', 'Line 1: this entry has no title; it was left out.'],
    [
      '<event id="1"><start>25:00</start><title>A</title></event>',
      'Line 1, event "A": its start "2027-02-06 25:00" is not a time; it was left out.',
    ],
    [
      event('<date>2027-02-31T10:00:00Z</date>'),
      'Line 1, event "Talk": its start "2027-02-31T10:00:00Z" is not a time; it was left out.',
    ],
    ['<event id="1"><title>A</title></event>', '1 session has no time yet, and cannot be in the agenda.'],
    [event('', 'id="2"'), 'Line 2, event "Talk": it stands in the feed twice; it was taken once.'],
  ])('%s is left out and named; the others stay', (bad, says) => {
    const { sessions, problems } = read(inRoom(bad, event('', 'id="2"')))
    expect(sessions).toHaveLength(1)
    expect(problems[0]).toBe(says)
  })

  test('a day without a date costs its events only', () => {
    const { sessions, problems } = read(pentabarf.replace(' date="2027-02-07"', ''))
    expect(sessions).toHaveLength(2)
    expect(problems[0]).toBe('Line 36, event "Ropes": its start "10:00" is not a time; it was left out.')
  })

  test('an id that is used twice is told apart by the start', () => {
    const { sessions } = read(inRoom(event(), event().replace('10:00', '11:00')))
    expect(sessions.map(({ key }) => key)).toEqual(['1 2027-02-06T09:00:00Z', '1 2027-02-06T10:00:00Z'])
  })

  test('markup that was not escaped, comments, and unknown elements do no harm', () => {
    const odd = event(
      '<!-- <title>no</title> --><description><p>One</p> <b>two</b></description><recording/><x:y z="1"/>',
    )
    expect(read(inRoom(odd)).sessions[0]).toMatchObject({ title: 'Talk', description: 'Onetwo' })
  })
})

describe('what is hostile', () => {
  const bomb = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE schedule [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/passwd">]>',
  ].join('\n')

  test('entities are not expanded, nothing outside is read, and that is said', () => {
    const { format, sessions, problems } = read(`${bomb}\n${inRoom(event('<abstract>&b; &file; &amp;</abstract>'))}`)
    expect(format).toBe('schedule.xml')
    expect(sessions[0]?.description).toBe('&b; &file; &')
    expect(problems[0]).toMatch(/^Line 2: the feed declares XML entities; they are not expanded/)
  })

  test.each([
    '<a>',
    '</a>',
    '<event>',
    '<room name="x">',
    '<day><room><event><persons><person>',
    '<![CDATA[',
    '&lt;',
    '<!--',
  ])(
    'a megabyte of %s is read',
    (piece) => {
      const { sessions } = read(inRoom(event('', 'id="2"'), piece.repeat(1_000_000 / piece.length)))
      expect(sessions.length).toBeLessThanOrEqual(1)
    },
    60_000,
  )

  test('a hundred thousand sessions are read', () => {
    const many = Array.from({ length: 100_000 }, (_, n) =>
      event('<abstract>&lt;p&gt;x&lt;/p&gt;</abstract>', `id="${n}"`),
    )
    expect(parseAgenda(inRoom(...many), 'UTC').sessions).toHaveLength(100_000)
  }, 60_000)
})
