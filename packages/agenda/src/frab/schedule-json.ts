import type { Agenda } from '../agenda.ts'
import type { Feed, FeedFormat, Reading } from '../feed-format.ts'
import { entriesOf } from '../json/entries.ts'
import { type Fields, fieldsOf, namesOf, objectsOf, textOf } from '../json/fields.ts'
import { createSessionList } from '../session-list.ts'
import { readClock } from '../session-times.ts'
import { type FrabEvent, foundFrabEvent } from './frab-event.ts'
import { sharedZone } from './shared-zone.ts'

/** The schedule.json of frab, pretalx and the c3voc tools, version 1: days, in them rooms by name, in them events. */
export const scheduleJson: FeedFormat = {
  name: 'schedule.json',
  recognises: (feed) => Array.isArray(conferenceOf(feed)?.days),
  read: readSchedule,
}

function conferenceOf({ json }: Feed): Fields | undefined {
  return fieldsOf(fieldsOf(fieldsOf(json)?.schedule)?.conference)
}

function readSchedule(feed: Feed, reading: Reading): Agenda {
  const conference = conferenceOf(feed) ?? {}
  const list = createSessionList(reading, textOf(conference.time_zone_name))
  const dates: string[] = []
  const change = readClock(textOf(conference.day_change))
  objectsOf(conference.days).forEach((day, at) => {
    const facts = { date: textOf(day.date), start: textOf(day.day_start ?? day.start), change }
    for (const [room, events] of Object.entries(fieldsOf(day.rooms) ?? {})) {
      const placeOf = (number: number) => `Day ${at + 1}, room "${room.slice(0, 80)}", entry ${number}`
      for (const { fields, place } of entriesOf(events, reading.problems, placeOf)) {
        const event = eventOf(fields)
        dates.push(event.date)
        list.add(foundFrabEvent(event, facts, room, place, list.zone))
      }
    }
  })
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
    abstract: text('abstract'),
    description: text('description'),
    url: text('url'),
    status: text('status'),
    people: namesOf(fields.persons, 'public_name', 'name', 'full_public_name'),
    links: objectsOf(fields.links).map(({ url }) => textOf(url)),
  }
}
