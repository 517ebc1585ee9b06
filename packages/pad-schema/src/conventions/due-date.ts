import type { DueDay } from './convention.ts'

const DAY_MS = 86_400_000

/**
 * The date that is meant, `2026-06-01`, by somebody who writes on `written` (a date of that form): without a year, the next such day
 * from then on; a day of the week is never the same day.
 */
export function dueDate(day: DueDay, written: string): string {
  const from = Date.parse(`${written}T00:00:00Z`)
  if (day.is === 'weekday') {
    const today = new Date(from).getUTCDay() || 7
    return dateOf(from + ((day.weekday - today + 7) % 7 || 7) * DAY_MS)
  }
  if (day.year !== null) return dateOf(Date.UTC(day.year, day.month - 1, day.day))
  let year = new Date(from).getUTCFullYear()
  let time = Date.UTC(year, day.month - 1, day.day)
  // The 29 February may be years away.
  while (time < from || new Date(time).getUTCDate() !== day.day) time = Date.UTC(++year, day.month - 1, day.day)
  return dateOf(time)
}

const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10)
