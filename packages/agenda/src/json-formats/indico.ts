import type { Agenda } from '../agenda.ts'
import type { FeedFormat, Reading } from '../feed-format.ts'
import type { FoundSession } from '../found-session.ts'
import { entriesOf } from '../json/entries.ts'
import { type Fields, fieldsOf, listOf, nameOf, namesOf, objectsOf, textOf } from '../json/fields.ts'
import { createSessionList } from '../session-list.ts'
import { type Ending, type Moment, readEnding, readMoment } from '../session-times.ts'
import { ianaZone } from '../zones/iana-zone.ts'

/**
 * Indico's HTTP export. Of an event (`/export/event/ID.json?detail=contributions` or `sessions`) its contributions; of a
 * category, or without detail, the events themselves; of a timetable (`/export/timetable/ID.json`) its contributions, and
 * its sessions that have none.
 */
export const indico: FeedFormat = {
  name: 'Indico',
  recognises: ({ json }) => fieldsOf(json)?._type === 'HTTPAPIResult' && fieldsOf(json)?.results !== undefined,
  read: ({ json }, reading) => readExport(fieldsOf(json) ?? {}, reading),
}

function readExport({ results }: Fields, reading: Reading): Agenda {
  const events = objectsOf(results)
  const only = events.length === 1 ? events[0] : undefined
  const list = createSessionList(reading, textOf(only?.timezone))
  const add = (entry: Fields, place: string, event: string, session = '') =>
    list.add(foundEntry(entry, place, event, session, list.zone))
  const { problems } = reading
  if (Array.isArray(results)) {
    for (const { fields: event, place } of entriesOf(results, problems, (number) => `Event ${number}`)) {
      const id = textOf(event.id)
      const inside = [...parts(event.contributions, problems, place), ...blocks(event.sessions, problems, place)]
      for (const { fields, place, session } of inside) add(fields, place, id, session)
      if (inside.length === 0 && !Array.isArray(event.contributions)) add(event, place, id)
    }
  } else {
    for (const [id, days] of Object.entries(fieldsOf(results) ?? {})) {
      for (const { fields, place, session } of timetable(days)) add(fields, place, id, session)
    }
  }
  return list.agenda({ format: indico.name, title: textOf(only?.title), timeZone: undefined })
}

type Part = { fields: Fields; place: string; session: string }

function parts(contributions: unknown, problems: Reading['problems'], around: string, session = ''): Part[] {
  const placeOf = (number: number) =>
    `${around}${session === '' ? '' : `, session "${session.slice(0, 80)}"`}, contribution ${number}`
  return [...entriesOf(contributions, problems, placeOf)].map((entry) => ({ ...entry, session }))
}

/** The sessions of an event: what is presented in them, or, where that is not known, they themselves. */
function blocks(sessions: unknown, problems: Reading['problems'], around: string): Part[] {
  return [...entriesOf(sessions, problems, (number) => `${around}, session ${number}`)].flatMap(({ fields, place }) => {
    const inside = parts(fields.contributions, problems, around, textOf(fields.title))
    return inside.length > 0 ? inside : [{ fields, place, session: '' }]
  })
}

/** A timetable has entries by day and key; a coffee break is none that anybody takes notes of. */
function timetable(days: unknown): Part[] {
  return Object.entries(fieldsOf(days) ?? {}).flatMap(([day, entries]) =>
    Object.entries(fieldsOf(entries) ?? {}).flatMap(([key, entry]) => {
      const fields = fieldsOf(entry)
      if (fields === undefined || fields.entryType === 'Break') return []
      const place = `Day ${day.slice(0, 20)}, entry ${key.slice(0, 40)}`
      const inside = objectsOf(Object.values(fieldsOf(fields.entries) ?? {}))
      const talks = inside.filter(({ entryType }) => entryType !== 'Break')
      return talks.length > 0
        ? talks.map((talk) => ({ fields: talk, place, session: textOf(fields.title) }))
        : [{ fields, place, session: '' }]
    }),
  )
}

function foundEntry(entry: Fields, place: string, event: string, session: string, zone: string): FoundSession {
  const kind = textOf(entry._type || entry.entryType).toLowerCase() || 'entry'
  const id = textOf(entry.db_id) || textOf(entry.contributionId) || textOf(entry.sessionId) || textOf(entry.id)
  return {
    place,
    keys: id === '' ? [] : [kind === 'conference' ? `event-${id}` : `event-${event}-${kind}-${id}`],
    title: textOf(entry.title),
    texts: [textOf(entry.description)],
    start: momentOf(entry.startDate, zone),
    end: endOf(entry, zone),
    room: textOf(entry.roomFullname) || textOf(entry.room) || textOf(entry.location),
    track: textOf(entry.track) || session || textOf(entry.session),
    type: nameOf(entry.type),
    people: [entry.speakers, entry.presenters, entry.sessionConveners, entry.conveners, entry.chairs].flatMap(peopleOf),
    url: textOf(entry.url),
  }
}

/** `{date, time, tz}`. */
function momentOf(value: unknown, zone: string): Moment {
  const date = fieldsOf(value) ?? {}
  const own = ianaZone(textOf(date.tz))
  const moment = readMoment([textOf(date.date), textOf(date.time)].filter((part) => part !== '').join('T'), own ?? zone)
  return moment.is === 'known' && own !== undefined ? { ...moment, isLocal: false } : moment
}

function endOf(entry: Fields, zone: string): Ending {
  return fieldsOf(entry.endDate) ? momentOf(entry.endDate, zone) : readEnding('', textOf(entry.duration), zone)
}

function peopleOf(people: unknown): string[] {
  return listOf(people).flatMap((person) => {
    const fields = fieldsOf(person) ?? {}
    const parts = [textOf(fields.first_name ?? fields.firstName), textOf(fields.last_name ?? fields.familyName)]
    const name = parts.filter((part) => part !== '').join(' ')
    return name === '' ? namesOf([person], 'name', 'fullName') : [name]
  })
}
