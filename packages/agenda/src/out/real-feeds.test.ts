import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ical from 'ical'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { parseAgenda } from '../parse-agenda.ts'
import { agendaOf } from '../testing/full-session.ts'
import { brokenInScheduleJson, brokenInScheduleXml, linksInScheduleXml } from '../testing/schedule-checks.ts'
import { type FeedFormatOut, feedWithNotes } from './feed-with-notes.ts'
import { keptFeed } from './kept-feed.ts'

// Real feeds hold people's names and are not part of the project; they are tried where a copy lies beside it.
const folder = join(import.meta.dirname, '../../../../../shared/agendas')

/** The real feed, what becomes of it, and the longest stretch in which nobody else gets a turn, in milliseconds. */
function published(wanted: FeedFormatOut, file: string) {
  const source = readFileSync(join(folder, file), 'utf8')
  const agenda = parseAgenda(source, 'Europe/Berlin')
  const keys = new Map(keptFeed(source, agenda).entries)
  const notesOf = (entry: number) => {
    const key = keys.get(entry)
    return key === undefined ? undefined : `https://pads.example.org/p/${encodeURIComponent(key)}`
  }
  const pieces: string[] = []
  for (const piece of feedWithNotes(wanted, keptFeed(source, agenda), agendaOf(), notesOf)) pieces.push(piece)
  return { source, out: pieces.join(''), sessions: agenda.sessions }
}

test('real feeds are given out with links alone added', () => {
  if (!existsSync(folder)) {
    console.info(`No real feeds in ${folder}: only the project's own fixtures were tried.`)
    expect(existsSync(folder)).toBe(false)
    return
  }
  for (const [file, count] of [
    ['fosdem2024.schedule.xml', 674],
    ['31c3-frab.schedule.xml', 138],
  ] as const) {
    const { source, out } = published('schedule.xml', file)
    const links = linksInScheduleXml(out)
    expect([...links.values()].filter((all) => all.some((url) => url.startsWith('https://pads.')))).toHaveLength(count)
    expect(out.replace(/<link href="https:\/\/pads\.example\.org[^>]*>Session notes<\/link>/g, '')).toBe(source)
    // What is wrong in the feed itself stays its organisers' business; nothing is added to it.
    expect(brokenInScheduleXml(out)).toEqual(brokenInScheduleXml(source))
  }
  expect(brokenInScheduleXml(published('schedule.xml', '31c3-frab.schedule.xml').out)).toEqual([])

  for (const file of ['cccamp2019-frab.schedule.json', 'small/rc3-pretalx.schedule.json']) {
    const { source, out, sessions } = published('schedule.json', file)
    expect(brokenInScheduleJson(out)).toEqual(brokenInScheduleJson(source))
    const own = (text: string) =>
      JSON.parse(text, (key, value) =>
        key === 'links' ? value.filter(({ url }: { url: string }) => !url.startsWith('https://pads.')) : value,
      )
    expect(own(out)).toEqual(JSON.parse(source))
    expect(out.match(/"Session notes"/g)).toHaveLength(sessions.length)
  }

  for (const file of ['pyconus2025-all-latest.ics', 'pyconus2025-openspaces-latest.ics', 'moca2024.ics']) {
    const { source, out } = published('agenda.ics', file)
    const uids = [...source.matchAll(/^UID:(.*?)\r?$/gm)].map(([, uid]) => uid)
    const events = new ICAL.Component(ICAL.parse(out)).getAllSubcomponents('vevent')
    expect(events.map((one) => one.getFirstPropertyValue('uid'))).toEqual(uids)
    const others = Object.values(ical.parseICS(out)).flatMap(({ type, uid }) => (type === 'VEVENT' ? uid : []))
    expect(new Set(others)).toEqual(new Set(uids))
    expect(
      events.every((one) => String(one.getFirstPropertyValue('description')).startsWith('Notes: https://pads.')),
    ).toBe(true)
  }
}, 60_000)
