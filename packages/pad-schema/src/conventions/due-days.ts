import type { Convention, DueDay } from './convention.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')
const DAYS_IN = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const DUE =
  /(^|[^\p{L}\p{N}])((due|by)(?: (?:on|by))?:?\s+(?:(\d{4})-(\d\d)-(\d\d)|(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(\p{L}+)\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\p{N}]))?(?:,?\s+((?:19|20)\d\d)(?![\p{L}\p{N}]))?))/giu

/**
 * The days by which something is due: `due 1 June`, `due June 1, 2026`, `due 2026-06-01`, `due Friday`; where `by` may mean the same,
 * `by Friday` too. A day that no calendar has is none.
 */
export function dueDays(text: string, byCounts: boolean): Convention[] {
  const found: Convention[] = []
  for (const match of text.matchAll(DUE)) {
    const [, before = '', written = '', word = '', isoYear, isoMonth, isoDay, dayFirst, name = '', dayLast, year] =
      match
    if (word.toLowerCase() === 'by' && !byCounts) continue
    const from = match.index + before.length
    const day =
      isoYear === undefined
        ? named(name, dayFirst ?? dayLast, year)
        : date(Number(isoYear), Number(isoMonth), Number(isoDay))
    if (day === null || /^[\p{L}\p{N}]/u.test(text.slice(from + written.length))) continue
    // A full stop ends the sentence; only after a shortened month is it part of the day, and then nobody misses it.
    found.push({ is: 'due', day, from, to: from + written.replace(/\.$/, '').length })
  }
  return found
}

function named(name: string, day: string | undefined, year: string | undefined): DueDay | null {
  const month = placeOf(name, MONTHS)
  if (month > 0) return day === undefined ? null : date(year === undefined ? null : Number(year), month, Number(day))
  const weekday = placeOf(name, WEEKDAYS)
  return weekday > 0 && day === undefined && year === undefined ? { is: 'weekday', weekday } : null
}

/** From 1; 0 where it is none. Shortened names need their capital: the sun is not a Sunday. */
function placeOf(name: string, names: readonly string[]): number {
  const sought = name.toLowerCase()
  const isShort = name.length >= 3 && name.length <= 5 && name !== sought
  return 1 + names.findIndex((full) => full === sought || (isShort && full.startsWith(sought)))
}

function date(year: number | null, month: number, day: number): DueDay | null {
  const last = month === 2 && year !== null && !isLeap(year) ? 28 : (DAYS_IN[month - 1] ?? 0)
  return day >= 1 && day <= last ? { is: 'date', year, month, day } : null
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
