import type { MinutesState, Session } from '@forumpad/api'

const HOUR = 3_600_000

/** When a session is over, in milliseconds since 1970; one without an end is taken to last an hour. Undefined without a start. */
export function endOf({ start, end }: Pick<Session, 'start' | 'end'>): number | undefined {
  if (start === null) return undefined
  return end === null ? Date.parse(start) + HOUR : Date.parse(end)
}

/** What the minutes of a pad are at a moment. A pad without a session is a draft until somebody freezes it. */
export function minutesState(
  { frozenAt, session }: { frozenAt: number | null; session: Pick<Session, 'start' | 'end'> | null },
  freezesAt: number | null,
  now: number,
): MinutesState {
  if (frozenAt !== null) return { is: 'frozen', since: new Date(frozenAt).toISOString() }
  const end = session === null ? undefined : endOf(session)
  if (end === undefined || now < end) return { is: 'draft' }
  return { is: 'review', freezesAt: freezesAt === null ? null : new Date(freezesAt).toISOString() }
}
