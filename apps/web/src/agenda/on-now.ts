import type { Session, SessionWithActivity } from '@forumpad/api'

/** Whether a session runs at the moment. Without an end nobody knows. */
export function isOn({ start, end, state }: Pick<Session, 'start' | 'end' | 'state'>, now: number): boolean {
  return state !== 'cancelled' && start !== null && end !== null && Date.parse(start) <= now && now < Date.parse(end)
}

/** Where the link "Now" leads: of the sessions that run, the first of those that began last. Takes them in the order shown. */
export function latestOn(sessions: readonly SessionWithActivity[], now: number): string | null {
  const running = sessions.map(({ session }) => session).filter((session) => isOn(session, now))
  const latest = running
    .map(({ start }) => start ?? '')
    .sort()
    .at(-1)
  return running.find(({ start }) => start === latest)?.id ?? null
}
