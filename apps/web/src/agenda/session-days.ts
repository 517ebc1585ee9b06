import type { Session, SessionWithActivity } from '@forumpad/api'
import { wallTime } from '../ui/event-times.ts'

/** A day as people at the event count it, from its first session into the night. `date` is like `2017-05-10`. */
export type Day = { date: string; sessions: SessionWithActivity[] }

/** Before this hour it is still yesterday for whoever has not gone to bed. */
const NIGHT_ENDS = 4 * 60

/**
 * Sorts sessions into days of the event's zone, and each day by time. A session that starts after midnight and before
 * four belongs to the evening before, if that day has sessions. Sessions without a time come apart.
 */
export function sessionDays(
  sessions: readonly SessionWithActivity[],
  timeZone: string,
): { days: Day[]; undated: SessionWithActivity[] } {
  const dated = sessions
    .flatMap((entry) => (entry.session.start === null ? [] : [{ entry, ...wallTime(entry.session.start, timeZone) }]))
    .sort((a, b) => byTime(a.entry.session, b.entry.session))
  const datesByDaylight = new Set(dated.filter(({ minutes }) => minutes >= NIGHT_ENDS).map(({ date }) => date))

  const days = new Map<string, Day>()
  for (const { entry, date, minutes } of dated) {
    const before = dayBefore(date)
    const counted = minutes < NIGHT_ENDS && datesByDaylight.has(before) ? before : date
    const day = days.get(counted) ?? { date: counted, sessions: [] }
    day.sessions.push(entry)
    days.set(counted, day)
  }
  return {
    days: [...days.values()].sort((a, b) => a.date.localeCompare(b.date)),
    undated: sessions.filter(({ session }) => session.start === null),
  }
}

/** Minutes from the day's midnight, in the event's zone: 25:30 of a night session is 1530. */
export function minutesOfDay(instant: string, date: string, timeZone: string): number {
  const wall = wallTime(instant, timeZone)
  const daysLater = (Date.parse(wall.date) - Date.parse(date)) / 86_400_000
  return daysLater * 24 * 60 + wall.minutes
}

function byTime(a: Session, b: Session): number {
  return (
    compare(a.start ?? '', b.start ?? '') ||
    compare(a.end ?? '', b.end ?? '') ||
    compareNames(a.room ?? '', b.room ?? '')
  )
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Names of rooms and tracks as people sort them: `Room 9` before `Room 10`. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)
}
