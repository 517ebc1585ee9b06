import type { Agenda } from '../agenda.ts'
import type { Feed, FeedFormat, Reading } from '../feed-format.ts'
import { entriesOf } from '../json/entries.ts'
import { type Fields, fieldsOf, nameOf, objectsOf, textOf } from '../json/fields.ts'
import { createSessionList } from '../session-list.ts'
import { readEnding, readMoment } from '../session-times.ts'

/** The agenda.json of an IETF meeting: one list under the meeting's number, of sessions, rooms and areas mixed. */
export const ietfAgenda: FeedFormat = {
  name: 'IETF agenda.json',
  recognises: (feed) => objectsOf(meetingOf(feed)?.entries).some(({ objtype }) => objtype === 'session'),
  read: readMeeting,
}

function meetingOf({ json }: Feed): { number: string; entries: unknown } | undefined {
  const [only, ...others] = Object.entries(fieldsOf(json) ?? {})
  return only === undefined || others.length > 0 ? undefined : { number: only[0], entries: only[1] }
}

function readMeeting(feed: Feed, reading: Reading): Agenda {
  const { number = '', entries } = meetingOf(feed) ?? {}
  const list = createSessionList(reading, '')
  for (const { fields, place } of entriesOf(entries, reading.problems)) {
    if (fields.objtype !== 'session') continue
    const group = fieldsOf(fields.group) ?? {}
    list.add({
      place,
      // The id in `id` is that of the time slot's assignment: it changes when the session moves.
      keys: [textOf(fields.session_id), textOf(fields.session_res_uri), textOf(fields.id)],
      title: titleOf(fields, group),
      texts: [textOf(fields.description)],
      start: readMoment(textOf(fields.start), list.zone),
      end: readEnding(textOf(fields.end), textOf(fields.duration), list.zone),
      room: nameOf(fields.location),
      track: textOf(fieldsOf(group.parent)?.acronym) || textOf(group.parent),
      type: typeOf(fields, group),
      people: [],
      url: textOf(fields.agenda),
      state: stateOf(textOf(fields.status)),
    })
  }
  return list.agenda({
    format: ietfAgenda.name,
    title: /^\d+$/.test(number) ? `IETF ${number}` : number,
    timeZone: undefined,
  })
}

/** Sessions of a working group often have no name but the group's; a BoF says that it is one. */
function titleOf({ name, is_bof: isBof }: Fields, group: Fields): string {
  const title = textOf(name) || textOf(group.name) || textOf(group.acronym)
  return isBof === true && title !== '' && !/\bbof\b/i.test(title) ? `${title} (BoF)` : title
}

/** `wg` and `rg` are what everybody writes as WG and RG. */
function typeOf({ is_bof: isBof }: Fields, group: Fields): string {
  const type = textOf(group.type)
  return isBof === true ? 'BoF' : type.length === 2 ? type.toUpperCase() : type
}

function stateOf(status: string) {
  if (/^(cancel|resched|notmeet)/i.test(status)) return 'cancelled'
  return /^(schedw|appr|schedpa)/i.test(status) ? 'tentative' : 'confirmed'
}
