import { Temporal } from 'temporal-polyfill'
import { WINDOWS_ZONES } from './windows-zones.ts'

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
