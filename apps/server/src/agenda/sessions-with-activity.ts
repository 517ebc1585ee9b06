import type { PadActivity, Session, SessionWithActivity } from '@forumpad/api'

const UNTOUCHED: PadActivity = { words: 0, revisions: 0, changedAt: null, present: [], presentCount: 0 }

/** Puts beside each session what happens in its pad. */
export async function sessionsWithActivity(
  sessions: readonly Session[],
  activity: (pads: readonly string[]) => Promise<ReadonlyMap<string, PadActivity>>,
): Promise<SessionWithActivity[]> {
  const byPad = await activity(sessions.map(({ pad }) => pad))
  return sessions.map((session) => ({ session, activity: byPad.get(session.pad) ?? UNTOUCHED }))
}
