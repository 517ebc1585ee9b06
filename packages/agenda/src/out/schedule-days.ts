import type { FullAgenda, FullSession } from './full-session.ts'
import { wallClock, withOffset } from './wall-clock.ts'

/** A session with what every format of frab's family says of it. */
export type ScheduleEvent = {
  session: FullSession
  /** The keys of the imported agenda where they can be one, else of our own; each is unique. */
  id: number
  guid: string
  slug: string
  date: string
  start: string
  duration: string
}

export type ScheduleDay = {
  index: number
  date: string
  start: string
  end: string
  rooms: { name: string; events: ScheduleEvent[] }[]
}

/** Before this hour it is still the day before. */
const NIGHT_ENDS = 4 * 3_600_000
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The sessions that have a time, by day and room. Days change at four in the morning, as frab has it. */
export function scheduleDays({
  slug,
  timeZone,
  sessions,
}: Pick<FullAgenda, 'slug' | 'timeZone' | 'sessions'>): ScheduleDay[] {
  const ids = new Set<number>()
  const days = new Map<string, ScheduleEvent[]>()
  for (const session of sessions) {
    if (session.start === null) continue
    const id = idOf(session, ids)
    const date = withOffset(session.start, timeZone)
    const guid = UUID.test(session.key) ? session.key : session.guid
    const facts = { id, guid, slug: `${slug}-${id}`, date, start: date.slice(11, 16), duration: durationOf(session) }
    const day = wallClock(new Date(Date.parse(session.start) - NIGHT_ENDS).toISOString(), timeZone).date
    const events = days.get(day) ?? []
    events.push({ session, ...facts })
    days.set(day, events)
  }
  return [...days]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([date, events], at) => dayOf(date, events, at + 1))
}

function dayOf(date: string, events: ScheduleEvent[], index: number): ScheduleDay {
  const rooms = new Map<string, ScheduleEvent[]>()
  for (const event of events) {
    const name = event.session.room ?? ''
    rooms.set(name, [...(rooms.get(name) ?? []), event])
  }
  const [first] = events.map((event) => event.date).sort()
  const offset = (first ?? '').slice(19)
  const next = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
  return {
    index,
    date,
    start: `${date}T04:00:00${offset}`,
    end: `${next}T04:00:00${offset}`,
    rooms: [...rooms].map(([name, inRoom]) => ({ name, events: inRoom })),
  }
}

/** Programs know sessions by a whole number; the feed's own if it has one. */
function idOf({ key, guid }: FullSession, taken: Set<number>): number {
  let id = /^[1-9]\d{0,8}$/.test(key) ? Number(key) : Number.parseInt(guid.replaceAll('-', '').slice(0, 7), 16) + 1
  while (taken.has(id)) id += 1
  taken.add(id)
  return id
}

function durationOf({ start, end }: FullSession): string {
  const minutes =
    start === null || end === null ? 0 : Math.max(0, Math.round((Date.parse(end) - Date.parse(start)) / 60_000))
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
