import ICAL from 'ical.js'
import { ianaZone } from '../zones/iana-zone.ts'
import { instantOfLocal, type LocalTime } from '../zones/local-time.ts'
import type { ContentLine } from './calendar-lines.ts'

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

/** The instant, in milliseconds since 1970, at which clocks in the zone show the local time. */
export function instantIn(zone: Zone, local: LocalTime): number {
  if (zone.is === 'known') return instantOfLocal(local, zone.id)
  const at = new Date(local)
  const time = new ICAL.Time(
    {
      year: at.getUTCFullYear(),
      month: at.getUTCMonth() + 1,
      day: at.getUTCDate(),
      hour: at.getUTCHours(),
      minute: at.getUTCMinutes(),
      second: at.getUTCSeconds(),
    },
    zone.zone,
  )
  return local - zone.zone.utcOffset(time) * 1000
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
