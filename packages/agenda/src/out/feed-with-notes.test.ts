import ical from 'ical'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { parseAgenda } from '../parse-agenda.ts'
import { calendar, event } from '../testing/calendar.ts'
import { fixture } from '../testing/fixture.ts'
import { agendaOf, HOSTILE, listed } from '../testing/full-session.ts'
import {
  brokenInScheduleJson,
  brokenInScheduleXml,
  linksInScheduleXml,
  notWellFormed,
} from '../testing/schedule-checks.ts'
import { weekly } from '../testing/weekly-call.ts'
import { type FeedFormatOut, feedWithNotes } from './feed-with-notes.ts'
import { keptFeed } from './kept-feed.ts'
import { whole } from './pieces.ts'

const URL = 'https://pads.example.org/p/'
const nowhere = agendaOf()

/** The feed as it is given out, with a link to a pad named after each session's key. */
function published(wanted: FeedFormatOut, text: string, window?: { from: number; to: number }) {
  const feed = keptFeed(text, parseAgenda(text, 'Europe/Berlin', window ? { window } : {}))
  const keys = new Map(feed.entries)
  const notesOf = (entry: number) => {
    const key = keys.get(entry)
    return key === undefined ? undefined : URL + encodeURIComponent(key)
  }
  return whole(feedWithNotes(wanted, feed, nowhere, notesOf))
}

const eventsOf = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
const uidsByIcalJs = (text: string) => eventsOf(text).map((one) => String(one.getFirstPropertyValue('uid')))
const uidsByIcal = (text: string) =>
  Object.values(ical.parseICS(text)).flatMap(({ type, uid }) => (type === 'VEVENT' ? (uid ?? []) : []))
const longestLine = (text: string) =>
  Math.max(...text.split('\r\n').map((line) => new TextEncoder().encode(line).length))

test('schedule.xml is the same letter by letter but for the links', () => {
  const source = fixture('frab.schedule.xml')
  const out = published('schedule.xml', source)
  const added = out.match(/<link href="https:\/\/pads[^>]*>Session notes<\/link>/g) ?? []
  expect(added).toHaveLength(parseAgenda(source, 'UTC').sessions.length)
  const without = added.reduce((text, link) => text.replace(link, ''), out)
  expect(without.replaceAll('<links></links>', '').replace(/<links>\s*<\/links>|<links\s*\/>/g, '')).toBe(
    source.replace(/<links>\s*<\/links>|<links\s*\/>/g, ''),
  )
  for (const [guid, links] of linksInScheduleXml(out))
    expect([guid, links.at(-1)?.startsWith(URL)]).toEqual([guid, true])
  expect(notWellFormed(out)).toEqual([])
})

test('a link goes into the links that are there, into empty ones, before the attachments, or to the end', () => {
  const xml = (inner: string) =>
    `<?xml version="1.0"?>\n<schedule><conference><title>T</title></conference><day date="2024-02-03"><room name="A"><event id="7"><title>One</title><start>10:00</start>${inner}</event></room></day></schedule>`
  const link = `<link href="${URL}7">Session notes</link>`
  const cases = [
    [
      '<links><link href="https://a.example/">A</link></links>',
      `<links><link href="https://a.example/">A</link>${link}</links>`,
    ],
    ['<links />', `<links>${link}</links>`],
    ['<links/>', `<links>${link}</links>`],
    ['<attachments/>', `<links>${link}</links><attachments/>`],
    ['', `<links>${link}</links>`],
  ] as const
  for (const [before, after] of cases) expect(published('schedule.xml', xml(before))).toBe(xml(after))
  expect(published('schedule.xml', xml(`<links>${link}</links>`))).toBe(xml(`<links>${link}</links>`))
})

test('a broken event costs no other event its own link', () => {
  const text =
    '<schedule><day date="2024-02-03"><room name="A"><event id="1"><title>Open</title><start>10:00</start><event id="2"><title>Two</title><start>11:00</start></event><event id="3"><title>Three</title><start>12:00</start></event></room></day></schedule>'
  const out = published('schedule.xml', text)
  expect(out).toContain(`<title>Two</title><start>11:00</start><links><link href="${URL}2">`)
  expect(out).toContain(`<title>Three</title><start>12:00</start><links><link href="${URL}3">`)
})

test('entities and stylesheets of others are not handed on', () => {
  for (const evil of [
    '<!DOCTYPE schedule [<!ENTITY a "aaaa">]>',
    '<?xml-stylesheet href="https://evil.example/x.xsl"?>',
  ]) {
    const out = published(
      'schedule.xml',
      `<?xml version="1.0"?>${evil}${fixture('frab.schedule.xml').replace(/<\?xml[^>]*>/, '')}`,
    )
    expect(out).not.toMatch(/ENTITY|stylesheet/)
    expect(notWellFormed(out)).toEqual([])
  }
})

test('schedule.json says the same but for one link more in each event', () => {
  const source = fixture('frab.schedule.json')
  const out = published('schedule.json', source)
  let links = 0
  const without = JSON.parse(out, (key, value) => {
    if (key !== 'links') return value
    const own = value.filter((link: { url: string }) => !link.url.startsWith(URL))
    links += value.length - own.length
    return own
  })
  const wanted = JSON.parse(source, (key, value) => (key === 'links' ? (value ?? []) : value))
  expect(links).toBe(parseAgenda(source, 'UTC').sessions.length)
  const text = (json: unknown) => JSON.stringify(json).replaceAll(',"links":[]', '')
  expect(text(without)).toBe(text(wanted))
})

test('agenda.ics keeps its UIDs, tells of the notes first, and is folded', () => {
  const source = calendar(
    'VTIMEZONE: Europe/Rome',
    event({ UID: 'a@x', DESCRIPTION: 'Old words\\, kept', URL: 'https://conf.example/a' }),
    event({ UID: '46939', SUMMARY: 'Über alles '.repeat(20), DTSTART: '20170508T150000Z' }),
    event({ UID: '46939', SUMMARY: 'Same id', DTSTART: '20170509T150000Z' }),
    [
      'BEGIN:VEVENT',
      'UID:alarm',
      'SUMMARY:Alarm',
      'DTSTART:20170508T130000Z',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'END:VALARM',
      'END:VEVENT',
    ],
  )
  const out = published('agenda.ics', source)
  expect(uidsByIcalJs(out)).toEqual(['a@x', '46939', '46939', 'alarm'])
  expect(new Set(uidsByIcal(out))).toEqual(new Set(['a@x', '46939', 'alarm']))
  const [first, second, , alarm] = eventsOf(out)
  expect(first?.getFirstPropertyValue('description')).toBe(
    `Notes: ${URL}${encodeURIComponent('a@x')}\n\nOld words, kept`,
  )
  expect(first?.getFirstPropertyValue('url')).toBe('https://conf.example/a')
  expect(second?.getFirstPropertyValue('url')).toMatch(URL)
  expect(second?.getFirstPropertyValue('dtstamp')).toBeTruthy()
  expect(alarm?.getAllSubcomponents('valarm')).toHaveLength(1)
  expect(longestLine(out)).toBeLessThanOrEqual(75)
  // Our own feed again: nothing is told twice.
  expect(published('agenda.ics', out).match(/Notes: /g)).toHaveLength(4)
})

test('a weekly call keeps its rule', () => {
  const out = published('agenda.ics', calendar(weekly()), { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 30) })
  expect(out).toContain('RRULE:FREQ=WEEKLY')
  expect(eventsOf(out)).toHaveLength(1)
})

test('what came in another format is written anew, and hostile words break nothing', () => {
  const agenda = agendaOf(
    listed(HOSTILE, {
      key: HOSTILE,
      room: HOSTILE,
      track: HOSTILE,
      people: [HOSTILE],
      description: `${HOSTILE}\u0000\u000b\ud800`,
    }),
    listed('Late', {
      key: '4711',
      guid: '7f2c1f0e-8b1d-4c39-9f0e-2f6a5f8a1c11',
      start: '2017-05-11T05:30:00Z',
      end: null,
      room: null,
      track: null,
    }),
    listed('Somewhen', { start: null, end: null }),
  )
  const none = () => undefined
  const json = whole(feedWithNotes('schedule.json', undefined, agenda, none))
  expect(brokenInScheduleJson(json)).toEqual([])
  const [day] = JSON.parse(json).schedule.conference.days
  expect(day).toMatchObject({ index: 1, date: '2017-05-10', day_start: '2017-05-10T04:00:00-04:00' })
  expect(day.rooms[''][0]).toMatchObject({ id: 4711, date: '2017-05-11T01:30:00-04:00', duration: '00:00' })
  expect(day.rooms[HOSTILE][0].links).toEqual([{ url: `${URL}one`, title: 'Session notes', type: 'related' }])

  const xml = whole(feedWithNotes('schedule.xml', undefined, agenda, none))
  expect(brokenInScheduleXml(xml)).toEqual([])
  expect(parseAgenda(xml, 'UTC').sessions).toHaveLength(2)

  const ics = whole(feedWithNotes('agenda.ics', undefined, agenda, none))
  expect(uidsByIcalJs(ics)).toHaveLength(2)
  expect(uidsByIcal(ics)).toHaveLength(2)
  expect(longestLine(ics)).toBeLessThanOrEqual(75)
  const [session] = parseAgenda(ics, 'UTC').sessions
  expect(session).toMatchObject({ start: '2017-05-10T18:40:00Z', state: 'confirmed' })
})
