import type { SessionFacts } from '@forumpad/api'
import { dayOf } from './day-of.ts'

/** The date on which minutes were written, like `2026-06-01`: "due Friday" is counted from there. That of the session, if it has one. */
export function writtenOn(pad: { changedAt: number | null; createdAt: number }, facts: SessionFacts | null): string {
  const start = facts?.session.start ?? null
  const at = start === null ? (pad.changedAt ?? pad.createdAt) : Date.parse(start)
  return dayOf(at, facts?.event.timeZone ?? 'UTC')
}
