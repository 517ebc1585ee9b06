import type { Agenda } from '../agenda.ts'
import type { Feed, FeedFormat, Reading } from '../feed-format.ts'
import { entriesOf } from '../json/entries.ts'
import { type Fields, fieldsOf, namesOf, objectsOf, textOf } from '../json/fields.ts'
import type { ProblemList } from '../problem-list.ts'
import { createSessionList } from '../session-list.ts'
import { readClock } from '../session-times.ts'
import { type FrabEvent, foundFrabEvent } from './frab-event.ts'
import { sharedZone } from './shared-zone.ts'

/** The schedule.json of frab, pretalx and the c3voc tools, version 1: days, in them rooms by name, in them events. */
export const scheduleJson: FeedFormat = {
  name: 'schedule.json',
  recognises: ({ json }) => Array.isArray(conferenceOf(json)?.days),
  read: readSchedule,
}

function conferenceOf(json: unknown): Fields | undefined {
  return fieldsOf(fieldsOf(fieldsOf(json)?.schedule)?.conference)
}

/** An event as it stands in a schedule: under a day, in a room. */
type PlacedEvent = { fields: Fields; day: Fields; room: string; place: string }

/** The events of a schedule one after the other; what is no event is named in `problems` and left out. */
export function* eventsOfSchedule(json: unknown, problems: ProblemList): Generator<PlacedEvent> {
  for (const [at, day] of objectsOf(conferenceOf(json)?.days).entries()) {
    for (const [room, events] of Object.entries(fieldsOf(day.rooms) ?? {})) {
      const placeOf = (number: number) => `Day ${at + 1}, room "${room.slice(0, 80)}", entry ${number}`
      for (const entry of entriesOf(events, problems, placeOf)) yield { ...entry, day, room }
    }
  }
}

function readSchedule({ json }: Feed, reading: Reading): Agenda {
  const conference = conferenceOf(json) ?? {}
  const list = createSessionList(reading, textOf(conference.time_zone_name))
  const dates: string[] = []
  const change = readClock(textOf(conference.day_change))
  for (const { fields, day, room, place } of eventsOfSchedule(json, reading.problems)) {
    const event = eventOf(fields)
    dates.push(event.date)
    const facts = { date: textOf(day.date), start: textOf(day.day_start ?? day.start), change }
    list.add(foundFrabEvent(event, facts, room, place, list.zone))
  }
  const title = textOf(conference.title) || textOf(conference.acronym)
  return list.agenda({ format: scheduleJson.name, title, timeZone: sharedZone(dates) })
}

function eventOf(fields: Fields): FrabEvent {
  const text = (name: string) => textOf(fields[name])
  return {
    guid: text('guid'),
    code: text('code'),
    id: text('id'),
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
    people: namesOf(fields.persons, 'public_name', 'name', 'full_public_name'),
    links: objectsOf(fields.links).map(({ url }) => textOf(url)),
  }
}
