import type { FoundSession } from '../found-session.ts'
import type { Place } from '../problem-list.ts'
import { type Moment, readClock, readEnding, readMoment } from '../session-times.ts'
import { instantOfLocal, localTime } from '../zones/local-time.ts'

/** An event of a frab schedule as text, be it from XML or JSON. */
export type FrabEvent = Readonly<
  Record<
    | 'guid'
    | 'code'
    | 'id'
    | 'slug'
    | 'title'
    | 'subtitle'
    | 'date'
    | 'start'
    | 'end'
    | 'duration'
    | 'room'
    | 'track'
    | 'type'
    | 'abstract'
    | 'description'
    | 'url'
    | 'status',
    string
  >
> & { people: readonly string[]; links: readonly string[] }

/** The day of the schedule that an event stands under. */
export type FrabDay = {
  date: string
  /** The first moment of the day as the feed gives it; what is earlier on the clock belongs to the next morning. */
  start: string
  /** The time of day at which the days of the feed change, in milliseconds since midnight, if it says so. */
  change: number | undefined
}

/** Days of a conference change at night: without better knowledge, what starts before four belongs to the day before. */
const NIGHT = 4 * 3_600_000

/** @param room the room that the event stands under, for events that name none themselves */
export function foundFrabEvent(event: FrabEvent, day: FrabDay, room: string, place: Place, zone: string): FoundSession {
  return {
    place,
    keys: [event.guid, event.code, event.id, event.slug],
    title: event.title,
    texts: [event.subtitle, event.abstract, event.description],
    start: event.date === '' ? startOnDay(event.start, day, zone) : startAt(event, zone),
    end: readEnding(event.end, event.duration, zone),
    room: event.room || room,
    track: event.track,
    type: event.type,
    people: event.people,
    url: event.url,
    links: event.links,
    state: /^cancell?ed$/i.test(event.status) ? 'cancelled' : 'confirmed',
  }
}

/** Some feeds give a bare date in `date`; then the clock is in `start`, and the date is the calendar's, not the day's. */
function startAt({ date, start }: FrabEvent, zone: string): Moment {
  return /^\d{4}-\d\d-\d\d$/.test(date) && start !== ''
    ? readMoment(`${date}T${padded(start)}`, zone)
    : readMoment(date, zone)
}

/** Pentabarf has neither date nor zone in its events, only the day that they stand under and a time of day. */
function startOnDay(start: string, day: FrabDay, zone: string): Moment {
  if (start === '') return { is: 'absent' }
  if (/^\d{4}-/.test(start)) return readMoment(start, zone)
  const clock = readClock(start)
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(day.date || day.start) ?? []
  const midnight = localTime(Number(year), Number(month), Number(date))
  if (clock === undefined || midnight === undefined || Number.isNaN(midnight))
    return { is: 'unreadable', raw: `${day.date} ${start}`.trim() }
  const change = day.change ?? clockOf(day.start) ?? NIGHT
  // A day that changes in the afternoon would put all its mornings at the end.
  const isNextMorning = clock < Math.min(change, NOON)
  const local = midnight + clock + (isNextMorning ? 86_400_000 : 0)
  return { is: 'known', at: instantOfLocal(local, zone), isLocal: true }
}

const NOON = 12 * 3_600_000

function clockOf(moment: string): number | undefined {
  const time = /T(\d\d:\d\d)/.exec(moment)?.[1]
  return time === undefined ? undefined : readClock(time)
}

function padded(clock: string): string {
  return clock.replace(/^(\d):/, '0$1:')
}
