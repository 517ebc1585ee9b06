/** Times as people at the event read them. English and 24 hours, the same on the server and in every browser. */

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A moment on the wall of a zone. `date` is `2017-05-10`, `minutes` counts from midnight. */
export type WallTime = { date: string; minutes: number }

/** What a clock and a calendar on the wall show there at an instant (ISO 8601). */
export function wallTime(instant: string | number, timeZone: string): WallTime {
  const parts = new Map(
    formatter(timeZone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '0'
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    minutes: (Number(part('hour')) % 24) * 60 + Number(part('minute')),
  }
}

/** `14:40` */
export function clock(instant: string | number, timeZone: string): string {
  return clockOf(wallTime(instant, timeZone).minutes)
}

/** `14:40` from minutes since midnight; past 24 hours it starts again. */
export function clockOf(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}

/** `14:40–15:20`, or `14:40` without an end. */
export function clockRange(start: string, end: string | null, timeZone: string): string {
  return end === null || end === start ? clock(start, timeZone) : `${clock(start, timeZone)}–${clock(end, timeZone)}`
}

/** `Wed 10 May` of a date like `2017-05-10`. */
export function dayName(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  return `${WEEKDAYS[weekday]} ${day} ${MONTHS[month - 1]}`
}

/** `8–11 May 2017`, `30 Apr – 2 May 2017`: from the first to the last date. */
export function dateRange(first: string, last: string): string {
  const [y1 = 0, m1 = 1, d1 = 1] = first.split('-').map(Number)
  const [y2 = 0, m2 = 1, d2 = 1] = last.split('-').map(Number)
  const to = `${d2} ${MONTHS[m2 - 1]} ${y2}`
  if (first === last) return to
  if (y1 === y2 && m1 === m2) return `${d1}–${to}`
  return y1 === y2 ? `${d1} ${MONTHS[m1 - 1]} – ${to}` : `${d1} ${MONTHS[m1 - 1]} ${y1} – ${to}`
}

/** `EDT`, or `GMT+2` where there is no short name. */
export function zoneName(instant: string | number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' }).formatToParts(new Date(instant))
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** `just now`, `5 min ago`, `3 h ago`, then the date. */
export function timeAgo(instant: string, now: number, timeZone: string): string {
  const minutes = Math.floor((now - Date.parse(instant)) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`
  const { date } = wallTime(instant, timeZone)
  const year = date.slice(0, 4)
  return year === wallTime(now, timeZone).date.slice(0, 4) ? dayName(date) : `${dayName(date)} ${year}`
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter is slow, and an agenda asks for hundreds of times in one zone. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formatters.set(timeZone, made)
  return made
}
