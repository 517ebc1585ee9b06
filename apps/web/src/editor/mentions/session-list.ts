import type { SessionLink, SessionWithActivity } from '@forumpad/api'

/** The sessions of an event that have a pad, but for one pad's own. Fails where the server does not answer. */
export async function otherSessions(event: string, pad: string): Promise<readonly SessionLink[]> {
  const response = await fetch(`/api/v1/events/${encodeURIComponent(event)}/sessions?descriptions=false`, {
    headers: { accept: 'application/json' },
  })
  if (!response.ok) throw new Error(`The sessions could not be fetched: ${response.status}`)
  const sessions = (await response.json()) as SessionWithActivity[]
  return sessions.map(({ session }) => session).filter((session) => session.pad !== pad)
}
