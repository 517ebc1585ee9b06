import { Temporal } from 'temporal-polyfill'
import type { ProblemList } from '../problem-list.ts'
import { type LocalTime, localTime } from '../zones/local-time.ts'
import type { Properties, Property } from './properties.ts'
import { type FindZone, instantIn, type Zone } from './time-zones.ts'

/** What the times of a feed are read with, and what was met on the way that is said once for the whole feed. */
export type TimeReading = {
  findZone: FindZone
  eventZone: string
  /** How many events had times without a zone, or a day without a time. */
  floating: number
  wholeDays: number
  /** How often each zone was used. */
  zones: Map<string, number>
}

/** A time of the feed: the instant, and what clocks show there; `isDay` for a date without a time. */
export type EventMoment = { at: number; local: LocalTime; zone: Zone; isDay: boolean }

/** When an event begins, and how long it lasts in milliseconds (null if that is not known). */
export type EventTimes = { start: EventMoment; lasts: number | null }

/** When the event runs, or undefined if it has no start that can be read; `problems` says why. */
export function eventTimes(
  event: Properties,
  title: string,
  line: number,
  reading: TimeReading,
  problems: ProblemList,
): EventTimes | undefined {
  const begins = event.one('dtstart')
  if (begins === undefined) {
    problems.at(line, title, 'it has no start; it was left out.')
    return undefined
  }
  const start = moment(begins, title, reading, problems)
  if (start === undefined) {
    problems.at(begins.line, title, `its start "${begins.raw.slice(0, 40)}" is not a time; it was left out.`)
    return undefined
  }
  const end = endOf(event, start, title, reading, problems)
  return { start, lasts: end === null ? null : end - start.at }
}

/** The moments that a property such as RECURRENCE-ID, EXDATE or RDATE names; of periods, their starts. */
export function momentsOf(
  property: Property,
  title: string,
  reading: TimeReading,
  problems: ProblemList,
): EventMoment[] {
  return property.raw.split(',').flatMap((part) => {
    const raw = part.trim().replace(/\/.*$/, '')
    return moment({ ...property, raw }, title, reading, problems) ?? []
  })
}

function endOf(
  event: Properties,
  start: EventMoment,
  title: string,
  reading: TimeReading,
  problems: ProblemList,
): number | null {
  const ends = event.one('dtend')
  const lasts = event.one('duration')
  if (ends === undefined && lasts === undefined) return start.isDay ? (after(start, 'P1D') ?? start.at) : null
  const given = ends ?? lasts
  if (given === undefined) return null
  const end = ends ? moment(ends, title, reading, problems)?.at : after(start, given.raw)
  if (end === undefined) {
    problems.at(
      given.line,
      title,
      `its ${ends ? 'end' : 'duration'} "${given.raw.slice(0, 40)}" cannot be read; it was taken without an end.`,
    )
    return null
  }
  if (end < start.at) problems.at(given.line, title, 'it ends before it starts; it was taken without an end.')
  return end > start.at ? end : null
}

function after(start: EventMoment, duration: string): number | undefined {
  try {
    const zone = start.zone.is === 'known' ? start.zone.id : 'UTC'
    const begins = Temporal.Instant.fromEpochMilliseconds(start.at).toZonedDateTimeISO(zone)
    return begins.add(Temporal.Duration.from(duration.toUpperCase())).epochMilliseconds
  } catch {
    return undefined
  }
}

const TIME =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2}))?(?:\.\d+)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/i

function moment(
  property: Property,
  title: string,
  reading: TimeReading,
  problems: ProblemList,
): EventMoment | undefined {
  const parts = TIME.exec(property.raw)
  if (parts === null) return undefined
  const [, year, month, day, hour, minute, second, suffix] = parts
  const local = localTime(
    Number(year),
    Number(month),
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  )
  if (local === undefined) return undefined
  const isDay = hour === undefined
  const zone = zoneOf(property, suffix, isDay, title, reading, problems)
  return { at: instantIn(zone, local), local, zone, isDay }
}

function zoneOf(
  property: Property,
  suffix: string | undefined,
  isDay: boolean,
  title: string,
  reading: TimeReading,
  problems: ProblemList,
): Zone {
  if (suffix?.toUpperCase() === 'Z') return { is: 'known', id: 'UTC' }
  if (suffix !== undefined) return { is: 'known', id: suffix.replace(/(\d{2}):?(\d{2})$/, '$1:$2') }
  const starts = property.name === 'dtstart'
  const tzid = property.parameters.tzid
  const own: Zone = { is: 'known', id: reading.eventZone }
  if (isDay) {
    if (starts) reading.wholeDays += 1
    return own
  }
  if (tzid === undefined) {
    if (starts) reading.floating += 1
    return own
  }
  const zone = reading.findZone(tzid)
  if (zone === undefined) {
    problems.at(
      property.line,
      title,
      `its time zone "${tzid.slice(0, 60)}" is not known; the time was read in ${reading.eventZone}.`,
    )
    return own
  }
  if (starts && zone.is === 'known') reading.zones.set(zone.id, (reading.zones.get(zone.id) ?? 0) + 1)
  return zone
}
