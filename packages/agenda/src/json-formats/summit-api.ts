import type { Agenda } from '../agenda.ts'
import type { FeedFormat, Reading } from '../feed-format.ts'
import { entriesOf } from '../json/entries.ts'
import { byId, type Fields, fieldsOf, listOf, nameOf, objectsOf, textOf } from '../json/fields.ts'
import { createSessionList } from '../session-list.ts'
import { momentOfUnix } from '../session-times.ts'
import { sayMorePages } from './more-pages.ts'

/**
 * The API of the OpenStack and OpenInfra summits: events with times in seconds, and where it was exported with them
 * (`{SUMMIT, EVENTS}`), the summit's rooms and zone.
 */
export const summitApi: FeedFormat = {
  name: 'summit API',
  recognises: ({ json }) => objectsOf(eventsOf(json)).some((event) => 'summit_id' in event && 'start_date' in event),
  read: ({ json }, reading) => readSummit(json, reading),
}

function eventsOf(json: unknown): unknown {
  const fields = fieldsOf(json)
  return fields === undefined ? json : (fields.EVENTS ?? fields.events ?? fields.schedule ?? fields.data)
}

function summitOf(json: unknown): Fields {
  const fields = fieldsOf(json) ?? {}
  return fieldsOf(fields.SUMMIT) ?? fieldsOf(fields.summit) ?? fields
}

function readSummit(json: unknown, reading: Reading): Agenda {
  const summit = summitOf(json)
  const venues = objectsOf(summit.locations)
  const rooms = new Map([...byId(venues), ...venues.flatMap((venue) => [...byId(venue.rooms)])])
  const tracks = byId(summit.tracks)
  const speakers = byId(summit.speakers)
  const types = byId(summit.event_types)
  const list = createSessionList(reading, nameOf(summit.time_zone) || textOf(summit.time_zone_id))
  for (const { fields, place } of entriesOf(eventsOf(json), reading.problems)) {
    const people = [...listOf(fields.speakers), fields.moderator ?? fields.moderator_speaker_id]
    list.add({
      place,
      keys: [textOf(fields.id)],
      title: textOf(fields.title),
      texts: [textOf(fields.description) || textOf(fields.abstract) || textOf(fields.social_description)],
      start: momentOfUnix(fields.start_date),
      end: momentOfUnix(fields.end_date),
      room: nameOf(fields.location ?? rooms.get(textOf(fields.location_id))),
      track: nameOf(fields.track ?? tracks.get(textOf(fields.track_id))),
      type: nameOf(fields.type ?? types.get(textOf(fields.type_id))),
      people: people.map((person) => personName(fieldsOf(person) ?? speakers.get(textOf(person)))),
      url: addressOf(fields, summit),
      links: [textOf(fields.etherpad_link), ...objectsOf(fields.links).map(({ link, url }) => textOf(link ?? url))],
      state: fields.is_published === false ? 'tentative' : 'confirmed',
    })
  }
  sayMorePages(json, reading.problems)
  return list.agenda({ format: summitApi.name, title: textOf(summit.name), timeZone: undefined })
}

function personName(person: Fields | undefined): string {
  if (person === undefined) return ''
  return (
    [textOf(person.first_name), textOf(person.last_name)].filter((name) => name !== '').join(' ') || textOf(person.name)
  )
}

/** The summit says how the address of an event is made: `…/events/:event_id/:event_title`. */
function addressOf({ id, title, public_url: own }: Fields, summit: Fields): string {
  const slug = textOf(title)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const made = textOf(summit.schedule_event_detail_url)
  return textOf(own) || made.replace(':event_id', textOf(id)).replace(':event_title', slug)
}
