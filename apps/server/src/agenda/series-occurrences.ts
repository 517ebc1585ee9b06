import type { Session } from '@forumpad/api'

/** A session without an end is taken to last an hour. */
const HOUR = 3_600_000

/** The occurrences of a series that are or were held, by start. */
export function heldOccurrences(sessions: readonly Session[], series: string): Session[] {
  return sessions
    .filter((session) => session.series === series && session.start !== null && isHeld(session))
    .sort((one, other) => startOf(one) - startOf(other))
}

/** The occurrence that is on at a moment, else the next one, else the last. */
export function currentOccurrence(sessions: readonly Session[], series: string, at: number): Session | undefined {
  const held = heldOccurrences(sessions, series)
  return held.find((session) => at < endOf(session)) ?? held.at(-1)
}

/** The occurrences before a session, the last first. */
export function earlierOccurrences(sessions: readonly Session[], session: Session): Session[] {
  if (session.series === undefined || session.start === null) return []
  return heldOccurrences(sessions, session.series)
    .filter((other) => startOf(other) < startOf(session))
    .reverse()
}

const isHeld = ({ state }: Session): boolean => state === 'confirmed' || state === 'tentative' || state === 'missing'
const startOf = ({ start }: Session): number => (start === null ? 0 : Date.parse(start))
const endOf = (session: Session): number => (session.end === null ? startOf(session) + HOUR : Date.parse(session.end))
