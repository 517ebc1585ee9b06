import type { Agenda } from '../agenda.ts'
import type { FeedFormat, Reading } from '../feed-format.ts'
import { entriesOf } from '../json/entries.ts'
import { byId, type Fields, fieldsOf, nameOf, namesOf, objectsOf, textOf } from '../json/fields.ts'
import { createSessionList } from '../session-list.ts'
import { readEnding, readMoment } from '../session-times.ts'

/** The c3voc schedule, version 2 (still an alpha): all events in one list; texts may come in several languages. */
export const scheduleV2: FeedFormat = {
  name: 'schedule.json v2',
  recognises: ({ json }) => Array.isArray(scheduleOf(json).events),
  read: ({ json }, reading) => readSchedule(scheduleOf(json), reading),
}

function scheduleOf(json: unknown): Fields {
  return fieldsOf(fieldsOf(json)?.schedule) ?? {}
}

function readSchedule(schedule: Fields, reading: Reading): Agenda {
  const conference = fieldsOf(schedule.conference) ?? {}
  const list = createSessionList(reading, textOf(conference.time_zone_name))
  const tracks = byId(conference.tracks, 'slug')
  for (const { fields, place } of entriesOf(schedule.events, reading.problems)) {
    const track = fieldsOf(fields.track)
    list.add({
      place,
      keys: [textOf(fields.guid), textOf(fields.code), textOf(fields.id), textOf(fields.slug)],
      title: textOf(fields.title),
      texts: [textOf(fields.subtitle), textOf(fields.abstract), textOf(fields.description)],
      start: readMoment(textOf(fields.start), list.zone),
      end: readEnding(textOf(fields.end), textOf(fields.duration), list.zone),
      room: nameOf(fields.room),
      track: nameOf(track && !track.name ? (tracks.get(textOf(track.slug)) ?? track) : fields.track),
      type: nameOf(fields.type),
      people: namesOf(fields.participants ?? fields.persons, 'name', 'public_name'),
      url: textOf(fields.url),
      links: objectsOf(fields.links).map(({ url }) => textOf(url)),
      state: /^cancell?ed$/i.test(textOf(fields.status)) ? 'cancelled' : 'confirmed',
    })
  }
  const title = textOf(conference.title) || textOf(conference.acronym)
  return list.agenda({ format: scheduleV2.name, title, timeZone: undefined })
}
