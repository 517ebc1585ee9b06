import type { PadActivity, Session, SessionWithActivity } from '@forumpad/api'

const UNTOUCHED: PadActivity = { words: 0, revisions: 0, changedAt: null, present: [], presentCount: 0 }

/** For lists, which do not show it: descriptions are most of an agenda's bytes. */
export function withoutDescription({ session, activity }: SessionWithActivity): SessionWithActivity {
  return { session: { ...session, description: null }, activity }
}

/** Puts beside each session what happens in its pad. */
export async function sessionsWithActivity(
  sessions: readonly Session[],
  activity: (pads: readonly string[]) => Promise<ReadonlyMap<string, PadActivity>>,
): Promise<SessionWithActivity[]> {
  const byPad = await activity(sessions.map(({ pad }) => pad))
  return sessions.map((session) => ({ session, activity: byPad.get(session.pad) ?? UNTOUCHED }))
}
