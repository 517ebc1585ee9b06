import { instantOfLocal, localTime } from './zones/local-time.ts'

/** A time as a feed gives it: `isLocal` says that it had no zone of its own and was read in the one that was given. */
export type Moment =
  | { is: 'known'; at: number; isLocal: boolean }
  | { is: 'unreadable'; raw: string }
  | { is: 'absent' }

const ABSENT: Moment = { is: 'absent' }

/**
 * Reads a time such as `2024-02-03T09:00:00+01:00`, `2024-02-03 09:00` or `2024-02-03`.
 *
 * @param zone where clocks show a time that comes without an offset
 */
export function readMoment(raw: string, zone: string): Moment {
  if (raw === '') return ABSENT
  const [, year, month, day, hour = '0', minute = '0', second = '0', offset] = ISO.exec(raw) ?? []
  if (year === undefined) return { is: 'unreadable', raw }
  const local = localTime(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second))
  if (local === undefined) return { is: 'unreadable', raw }
  if (offset === undefined) return { is: 'known', at: instantOfLocal(local, zone), isLocal: true }
  return { is: 'known', at: instantOfLocal(local, zoneOfOffset(offset)), isLocal: false }
}

/** A moment from seconds since 1970, as programs write it. */
export function momentOfUnix(seconds: unknown): Moment {
  if (seconds === null || seconds === undefined || seconds === 0 || seconds === '') return ABSENT
  const at = Number(seconds) * 1000
  return at > 0 && at < Date.UTC(9999, 0)
    ? { is: 'known', at, isLocal: false }
    : { is: 'unreadable', raw: String(seconds) }
}

/** The offset at the end of a time, as minutes east of Greenwich; undefined if it has none, or only a `Z`. */
export function offsetOf(raw: string): number | undefined {
  const [, sign, hours, minutes] = /[T ].*([+-])(\d\d):?(\d\d)$/.exec(raw) ?? []
  return sign === undefined ? undefined : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes))
}

/** The time of day that a clock shows, in milliseconds since midnight: `09:30`, `9:30:15`, `9:30 PM`, `21.30`, `0930`. */
export function readClock(raw: string): number | undefined {
  const [, hour = '', minute = '0', second = '0', half] = CLOCK.exec(raw.trim()) ?? []
  if (hour === '' || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined
  if (half !== undefined && (Number(hour) > 12 || Number(hour) === 0)) return undefined
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0)
  return ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000
}

/** When something ends: at a moment, or after some milliseconds. */
export type Ending = Moment | { is: 'after'; milliseconds: number } | { is: 'unreadable length'; raw: string }

/** The end from what a feed gives for it: the moment if it has one, else the length. No length at all is no end. */
export function readEnding(end: string, length: string, zone: string): Ending {
  if (end !== '' || length === '' || /^[0:.]+$/.test(length)) return readMoment(end, zone)
  const milliseconds = readDuration(length)
  return milliseconds === undefined ? { is: 'unreadable length', raw: length } : { is: 'after', milliseconds }
}

/**
 * How long something lasts, in milliseconds: `00:30`, `2:00:00`, `1 day, 2:00:00`, `PT1H30M`, `1h 30m`, `45 min`; a bare
 * number is minutes. Undefined if it cannot be read, is nothing, or is longer than a month.
 */
export function readDuration(raw: string): number | undefined {
  const text = raw.trim()
  const parts = CLOCKED.exec(text) ?? WORDED.exec(text)
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = parts ?? []
  const total = /^\d{1,5}(?:\.\d)?$/.test(text)
    ? Number(text) * MINUTE
    : Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000
  return total > 0 && total <= 31 * DAY ? total : undefined
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d{1,9})?\s?(Z|UTC|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/i
const CLOCKED = /^(?:(\d{1,2}) days?, )?(\d{1,3}):(\d\d)(?::(\d\d))?$/i
const WORDED =
  /^P?(?:(\d{1,2})\s*d[a-z]*)?\s*T?(?:(\d{1,3})\s*h[a-z]*)?\s*(?:(\d{1,4})\s*m[a-z]*)?\s*(?:(\d{1,5})\s*s[a-z]*)?\.?$/i
const CLOCK = /^(\d{1,2})(?:[:.h]?(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*([ap]\.?m\.?)?$/i

function zoneOfOffset(offset: string): string {
  return /^[+-]/.test(offset) ? offset.replace(/(\d\d):?(\d\d)$/, '$1:$2') : 'UTC'
}
