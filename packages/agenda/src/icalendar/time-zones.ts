import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import type { ContentLine } from './calendar-lines.ts'
import { WINDOWS_ZONES } from './windows-zones.ts'

/** A zone that local times can be read in: a known one, or one that only the feed describes. */
export type Zone = { is: 'known'; id: string } | { is: 'described'; zone: ICAL.Timezone }

/** Finds the zone of a TZID: an IANA name, an alias of one, or a VTIMEZONE of the feed. Undefined if nobody knows it. */
export type FindZone = (tzid: string) => Zone | undefined

/** @param definitions the VTIMEZONE components of the feed, line by line; broken ones are passed over */
export function zonesOf(definitions: readonly (readonly ContentLine[])[]): FindZone {
  const described = new Map<string, ICAL.Timezone>()
  for (const lines of definitions) {
    const zone = readDefinition(lines)
    if (zone) described.set(zone.tzid, zone)
  }
  const found = new Map<string, Zone | undefined>()
  return (tzid) => {
    if (!found.has(tzid)) found.set(tzid, findZone(tzid, described))
    return found.get(tzid)
  }
}

/** The IANA name that a zone's name stands for (for odd offsets, the offset: `+05:30`), or undefined. */
export function ianaZone(name: string): string | undefined {
  const plain = name.trim().replace(/^"|"$/g, '')
  const windows = WINDOWS_ZONES.get(plain.toLowerCase())
  // Mozilla and others put a path in front: /mozilla.org/20050126_1/Europe/Berlin.
  const tail = /([A-Za-z_]+\/[A-Za-z_+-]+(?:\/[A-Za-z_]+)?)$/.exec(plain)?.[1]
  for (const name of [windows, plain, tail, offsetZone(plain)]) {
    const zone = name === undefined ? undefined : knownZone(name)
    if (zone !== undefined) return zone
  }
  return undefined
}

/** The instant, in milliseconds since 1970, at which clocks in the zone show the local time. */
export function instantIn(zone: Zone, local: Temporal.PlainDateTime): number {
  if (zone.is === 'known') return local.toZonedDateTime(zone.id).epochMilliseconds
  const time = new ICAL.Time(
    {
      year: local.year,
      month: local.month,
      day: local.day,
      hour: local.hour,
      minute: local.minute,
      second: local.second,
    },
    zone.zone,
  )
  return local.toZonedDateTime('UTC').epochMilliseconds - zone.zone.utcOffset(time) * 1000
}

function findZone(tzid: string, described: ReadonlyMap<string, ICAL.Timezone>): Zone | undefined {
  const definition = described.get(tzid)
  const name = ianaZone(tzid) ?? (definition?.location ? ianaZone(definition.location) : undefined)
  if (name !== undefined) return { is: 'known', id: name }
  return definition ? { is: 'described', zone: definition } : undefined
}

/**
 * The only rules that clocks follow. Others are refused: a feed could ask for a change every second since 1970, and would
 * keep the server counting.
 */
const CLOCK_RULE =
  /^RRULE:(?:;?(?:FREQ=YEARLY|INTERVAL=1|WKST=[A-Z]{2}|UNTIL=[0-9TZ]+|COUNT=\d{1,3}|BYMONTH=\d{1,2}|BYDAY=[+-]?[1-5]?[A-Z]{2}|BYMONTHDAY=(?:1?\d|2[0-8])(?:,(?:1?\d|2[0-8]))*))+$/i

function readDefinition(lines: readonly ContentLine[]): ICAL.Timezone | undefined {
  const rules = lines.filter(({ text }) => /^RRULE/i.test(text))
  if (lines.length > 1000 || !rules.every(({ text }) => CLOCK_RULE.test(text) && /FREQ=YEARLY/i.test(text)))
    return undefined
  try {
    const component = new ICAL.Component(ICAL.parse(lines.map((line) => line.text).join('\r\n')))
    const tzid = component.getFirstPropertyValue('tzid')
    const complete = component.getAllSubcomponents().length > 0
    const location = String(component.getFirstPropertyValue('x-lic-location') ?? '')
    return typeof tzid === 'string' && complete ? new ICAL.Timezone({ component, tzid, location }) : undefined
  } catch {
    return undefined
  }
}

/** `GMT+0200`, `UTC+02:00`, `(UTC+01:00) Rome` and the like: as an IANA name for whole hours, else as the offset. */
function offsetZone(name: string): string | undefined {
  const [, sign, hours, minutes = '00'] = /(?:UTC|GMT)\s?([+-])(\d{1,2}):?(\d{2})?/i.exec(name) ?? []
  if (sign === undefined || hours === undefined) return /^z$/i.test(name) ? 'UTC' : undefined
  if (minutes !== '00') return `${sign}${hours.padStart(2, '0')}:${minutes}`
  // The signs of these names are the other way round.
  return Number(hours) === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`
}

const known = new Map<string, string | undefined>()

/** A zone's name as it is properly written, if the runtime knows it. */
function knownZone(name: string): string | undefined {
  if (known.has(name)) return known.get(name)
  const zone = askRuntime(name)
  // Bounded, because feeds choose the names.
  if (known.size < 2000) known.set(name, zone)
  return zone
}

function askRuntime(name: string): string | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId
  } catch {
    return undefined
  }
}
