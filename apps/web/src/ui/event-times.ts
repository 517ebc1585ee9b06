import type { Words } from '../languages/words.ts'

/**
 * Times as people at the event read them, with 24 hours. Only names come from Intl: where they stand in a date is a sentence like
 * others, so that it is the same on the server and in every browser.
 */

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
export function dayName(date: string, { locale, say }: Words): string {
  const { weekday, day, month } = namesIn(date, locale)
  return say('{weekday} {day} {month}', { weekday, day, month })
}

/** `Wed 10 May 2017` of a date like `2017-05-10`. */
export function dayAndYear(date: string, { locale, say }: Words): string {
  return say('{weekday} {day} {month} {year}', namesIn(date, locale))
}

/** `8–11 May 2017`, `30 Apr – 2 May 2017`: from the first to the last date. */
export function dateRange(first: string, last: string, { locale, say }: Words): string {
  const from = namesIn(first, locale)
  const to = namesIn(last, locale)
  if (first === last) return say('{day} {month} {year}', to)
  if (from.year === to.year && from.month === to.month)
    return say('{first}–{day} {month} {year}', { ...to, first: from.day })
  return say('{first} – {last}', {
    first:
      from.year === to.year
        ? say('{day} {month}', { day: from.day, month: from.month })
        : say('{day} {month} {year}', from),
    last: say('{day} {month} {year}', to),
  })
}

/** `EDT`, or `GMT+2` where there is no short name. */
export function zoneName(instant: string | number, timeZone: string, { locale }: Words): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(new Date(instant))
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** `just now`, `5 min ago`, `3 h ago`, then the date. */
export function timeAgo(instant: string, now: number, timeZone: string, words: Words): string {
  const { say } = words
  const minutes = Math.floor((now - Date.parse(instant)) / 60_000)
  if (minutes < 1) return say('just now')
  if (minutes < 60) return say('{minutes, plural, other {# min ago}}', { minutes })
  if (minutes < 24 * 60) return say('{hours, plural, other {# h ago}}', { hours: Math.floor(minutes / 60) })
  const { date } = wallTime(instant, timeZone)
  return date.slice(0, 4) === wallTime(now, timeZone).date.slice(0, 4) ? dayName(date, words) : dayAndYear(date, words)
}

/** The parts of a date like `2017-05-10`, in words where people have words for them. */
function namesIn(date: string, locale: string): { weekday: string; day: string; month: string; year: string } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const parts = dayFormatter(locale).formatToParts(Date.UTC(year, month - 1, day))
  const name = (wanted: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === wanted)?.value ?? ''
  return { weekday: name('weekday'), day: String(day), month: name('month'), year: String(year) }
}

const dayFormatters = new Map<string, Intl.DateTimeFormat>()

function dayFormatter(locale: string): Intl.DateTimeFormat {
  const known = dayFormatters.get(locale)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' })
  dayFormatters.set(locale, made)
  return made
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
