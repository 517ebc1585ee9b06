import type { Words } from '../languages/words.ts'
import { clock, clockRange, dateRange, dayAndYear, wallTime, zoneName } from '../ui/event-times.ts'

/** `Wed 10 May 2017, 14:40–15:20 EDT`. */
export function longRange(start: string, end: string | null, zone: string, words: Words): string {
  return withDay(start, clockRange(start, end, zone), zone, words)
}

/** `Wed 10 May 2017, 14:40 EDT`. */
export function longTime(instant: string, zone: string, words: Words): string {
  return withDay(instant, clock(instant, zone), zone, words)
}

/** `1 Jun 2017` of a date like `2017-06-01`. */
export function shortDate(date: string, words: Words): string {
  return dateRange(date, date, words)
}

function withDay(instant: string, time: string, zone: string, words: Words): string {
  const day = dayAndYear(wallTime(instant, zone).date, words)
  return words.say('{day}, {time} {zone}', { day, time, zone: zoneName(instant, zone, words) })
}
