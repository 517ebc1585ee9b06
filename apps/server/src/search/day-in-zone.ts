/** When a date begins and ends in a time zone: milliseconds since 1970. */
export function dayInZone(date: string, timeZone: string): { from: number; to: number } {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  return { from: midnightIn(midnight, timeZone), to: midnightIn(midnight + DAY_MS, timeZone) }
}

const DAY_MS = 86_400_000

/** @param wall the clock's midnight, as if it were UTC */
function midnightIn(wall: number, timeZone: string): number {
  const first = wall - offsetAt(wall, timeZone)
  // The clock may have been put forward or back in between.
  return wall - offsetAt(first, timeZone)
}

function offsetAt(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, ...FIELDS }).formatToParts(time)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - time
}

const FIELDS = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const
