import type { Session, SessionWithActivity } from '@forumpad/api'

/** Whether a session runs at the moment. Without an end nobody knows. */
export function isOn({ start, end, state }: Pick<Session, 'start' | 'end' | 'state'>, now: number): boolean {
  return state !== 'cancelled' && start !== null && end !== null && Date.parse(start) <= now && now < Date.parse(end)
}

/** Where the link "Now" leads: the session that began last of those that run. */
export function latestOn(sessions: readonly SessionWithActivity[], now: number): string | null {
  const running = sessions.filter(({ session }) => isOn(session, now)).map(({ session }) => session)
  running.sort((a, b) => (a.start ?? '').localeCompare(b.start ?? ''))
  return running.at(-1)?.id ?? null
}
