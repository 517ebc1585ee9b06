import type { Agenda, AgendaSession } from '../agenda.ts'
import type { FeedFormat, Reading } from '../feed-format.ts'
import type { FoundSession } from '../found-session.ts'
import { entriesOf } from '../json/entries.ts'
import { byId, type Fields, fieldsOf, listOf, nameOf, objectsOf, textOf } from '../json/fields.ts'
import { createSessionList } from '../session-list.ts'
import { readEnding, readMoment } from '../session-times.ts'
import { sayMorePages } from './more-pages.ts'

/**
 * What pretalx gives beside its schedule.json: the lists of its API (talks, submissions, slots expanded or not), and the data
 * of its schedule widget, in which rooms, tracks and speakers stand in lists of their own.
 */
export const pretalx: FeedFormat = {
  name: 'pretalx',
  recognises: ({ json }) => objectsOf(talksOf(json)).some(isTalk),
  read: ({ json }, reading) => readTalks(json, reading),
}

function talksOf(json: unknown): unknown {
  const fields = fieldsOf(json)
  return fields === undefined ? json : (fields.talks ?? fields.results)
}

function isTalk(entry: Fields): boolean {
  return 'code' in entry && 'title' in entry && ('slot' in entry || 'slots' in entry || 'start' in entry)
}

type Lists = {
  rooms: ReadonlyMap<string, Fields>
  tracks: ReadonlyMap<string, Fields>
  speakers: ReadonlyMap<string, Fields>
}

function readTalks(json: unknown, reading: Reading): Agenda {
  const fields = fieldsOf(json) ?? {}
  const lists: Lists = {
    rooms: byId(fields.rooms),
    tracks: byId(fields.tracks),
    speakers: byId(fields.speakers, 'code'),
  }
  const list = createSessionList(reading, textOf(fields.timezone))
  for (const { fields: talk, place } of entriesOf(talksOf(json), reading.problems)) {
    const slots = objectsOf(talk.slots ?? [talk.slot])
    for (const slot of slots.length > 0 ? slots : [talk]) list.add(foundTalk(talk, slot, lists, place, list.zone))
  }
  sayMorePages(json, reading.problems)
  return list.agenda({ format: pretalx.name, title: textOf(fields.name ?? fields.event), timeZone: undefined })
}

function foundTalk(talk: Fields, slot: Fields, lists: Lists, place: string, zone: string): FoundSession {
  const minutes = textOf(talk.duration)
  return {
    place,
    keys: [textOf(talk.code), textOf(slot.id), textOf(talk.id)],
    title: textOf(talk.title),
    texts: [textOf(talk.abstract), textOf(talk.description)],
    start: readMoment(textOf(slot.start), zone),
    end: readEnding(textOf(slot.end), minutes, zone),
    room: nameIn(lists.rooms, slot.room),
    track: nameIn(lists.tracks, talk.track),
    type: typeof talk.submission_type === 'number' ? '' : nameOf(talk.submission_type),
    people: listOf(talk.speakers).map((speaker) => nameIn(lists.speakers, speaker)),
    url: textOf(talk.url),
    links: objectsOf(talk.resources).map(({ resource, link }) => textOf(link ?? resource)),
    state: stateOf(textOf(talk.state)),
  }
}

/** Rooms, tracks and speakers are given whole, by name, or by the id that they have in a list. */
function nameIn(list: ReadonlyMap<string, Fields>, value: unknown): string {
  const known = list.get(textOf(value))
  if (known !== undefined) return nameOf(known)
  return typeof value === 'number' ? '' : nameOf(value)
}

function stateOf(state: string): AgendaSession['state'] {
  if (/^(cancell?ed|withdrawn|rejected|deleted)$/.test(state)) return 'cancelled'
  return /^(accepted|submitted|draft)$/.test(state) ? 'tentative' : 'confirmed'
}
