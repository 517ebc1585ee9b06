import type { SessionWithActivity } from '@forumpad/api'

/** So long after its start nobody has written in a pad before it is worth a look. */
export const BLANK_AFTER_MS = 10 * 60_000

/** The sessions that have begun for a while, are held, and whose pads nobody has written in; the latest first. */
export function blankPads(sessions: readonly SessionWithActivity[], now: number): SessionWithActivity[] {
  return sessions
    .filter(({ session, activity }) => {
      const isHeld = session.state === 'confirmed' || session.state === 'tentative'
      return isHeld && session.start !== null && activity.changedAt === null && startOf(session) + BLANK_AFTER_MS <= now
    })
    .sort((one, other) => startOf(other.session) - startOf(one.session))
}

function startOf({ start }: SessionWithActivity['session']): number {
  return start === null ? 0 : Date.parse(start)
}
