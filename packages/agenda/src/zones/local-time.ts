import { Temporal } from 'temporal-polyfill'

/** A time on a clock on a wall somewhere: milliseconds since 1970 as if it were UTC. */
export type LocalTime = number

/** A local time from its parts; undefined for one that no calendar has, such as 31 February. */
export function localTime(year: number, month: number, day: number, hour = 0, minute = 0, second = 0) {
  // 24:00 is the midnight at the end of the day; a leap second is the last second of its minute.
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return undefined
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.setUTCHours(hour, minute, Math.min(second, 59))
}

/**
 * The instant, in milliseconds since 1970, at which clocks in a zone show a local time. Of two such instants it is the first;
 * a time that clocks skip is taken as late after the gap as it lies after its beginning.
 *
 * @param zone an IANA name or an offset that `ianaZone` gave
 */
export function instantOfLocal(local: LocalTime, zone: string): number {
  if (zone === 'UTC') return local
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? []
  if (sign !== undefined) return local - Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000
  const quarter = Math.floor(local / QUARTER)
  let offsets = offsetsOf.get(zone)
  if (offsets === undefined) {
    offsets = new Map()
    if (offsetsOf.size < MOST_ZONES) offsetsOf.set(zone, offsets)
  }
  let offset = offsets.get(quarter)
  if (offset === undefined) {
    const start = quarter * QUARTER
    const plain = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO('UTC').toPlainDateTime()
    offset = start - plain.toZonedDateTime(zone).epochMilliseconds
    if (offsets.size >= MOST_QUARTERS) offsets.clear()
    offsets.set(quarter, offset)
  }
  return local - offset
}

/** An instant as sessions have it. */
export function written(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z')
}

// Sessions begin at the same times again and again, and asking the runtime for a zone's offset is slow. No zone changes its
// clocks inside a quarter of an hour. Bounded, because feeds choose zones and times.
const QUARTER = 15 * 60_000
const MOST_ZONES = 50
const MOST_QUARTERS = 20_000
const offsetsOf = new Map<string, Map<number, number>>()
