import type { Agenda } from '../agenda.ts'
import type { FeedFormat, Reading } from '../feed-format.ts'
import { createSessionList } from '../session-list.ts'
import { readClock } from '../session-times.ts'
import { lineNumbers } from '../xml/line-numbers.ts'
import { child, childText, readXml, type XmlElement } from '../xml/read-xml.ts'
import { type FrabEvent, foundFrabEvent } from './frab-event.ts'
import { sharedZone } from './shared-zone.ts'

/** The schedule.xml of Pentabarf, frab, pretalx and the c3voc tools: days, in them rooms, in them events. */
export const scheduleXml: FeedFormat = {
  name: 'schedule.xml',
  recognises: ({ text }) => /^\s*(?:<[?!][^>]*>\s*)*[^<]*<schedule[\s>]/.test(withoutSubset(text.slice(0, 20_000))),
  read: ({ text }, reading) => readSchedule(text, reading),
}

/** A document type may hold declarations of its own, in brackets. */
function withoutSubset(start: string): string {
  return start.replace(/<!DOCTYPE[^[>]*\[[^\]]*\]\s*>/i, '').replace(/<!--[\s\S]*?-->/g, '')
}

function readSchedule(xml: string, reading: Reading): Agenda {
  const { problems } = reading
  const lineAt = lineNumbers(xml)
  // These stand before the events as a rule, but nothing says that they must.
  const list = createSessionList(reading, firstText(xml, 'time_zone_name'))
  const change = readClock(firstText(xml, 'day_change'))
  const dates: string[] = []
  const root = readXml(xml, {
    entries: 'event',
    onEntry(element, around) {
      const event = eventOf(element)
      const day = around.find(({ name }) => name === 'day')?.attributes
      const room = around.find(({ name }) => name === 'room')?.attributes
      dates.push(event.date)
      const facts = { date: day?.date ?? '', start: day?.start ?? '', change }
      list.add({ ...foundFrabEvent(event, facts, room?.name ?? '', lineAt(element.at), list.zone), entry: element.at })
    },
    onProblem: (at, is) => problems.at(lineAt(at), null, SAYS[is]),
  })
  const conference = child(root, 'conference')
  const title = childText(conference, 'title') || childText(conference, 'acronym')
  return list.agenda({ format: scheduleXml.name, title, timeZone: sharedZone(dates) })
}

const SAYS = {
  'cut off': 'the feed ends in the middle of this event: it looks cut off. The event was left out.',
  'not closed': 'this event has no </event> before the next one begins.',
  'too deep': 'from here on, elements stand in each other without end; reading stopped here.',
  entities: 'the feed declares XML entities; they are not expanded, and nothing that they name is fetched.',
}

function eventOf(element: XmlElement): FrabEvent {
  const attribute = (name: string) => element.attributes[name]?.trim() ?? ''
  const text = (name: string) => childText(element, name)
  const links = [...(child(element, 'links')?.children ?? []), ...(child(element, 'attachments')?.children ?? [])]
  return {
    guid: attribute('guid'),
    code: attribute('code'),
    id: attribute('id'),
    slug: text('slug'),
    title: text('title'),
    subtitle: text('subtitle'),
    date: text('date'),
    start: text('start'),
    end: text('end'),
    duration: text('duration'),
    room: text('room'),
    track: text('track'),
    type: text('type'),
    abstract: text('abstract'),
    description: text('description'),
    url: text('url'),
    status: text('status'),
    people: (child(element, 'persons')?.children ?? []).map(({ text }) => text),
    links: links.map(({ attributes }) => attributes.href ?? ''),
  }
}

function firstText(xml: string, name: string): string {
  return new RegExp(`<${name}>\\s*([^<]{1,60}?)\\s*</`).exec(xml)?.[1] ?? ''
}
