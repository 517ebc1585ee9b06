import type { SessionFacts, SessionLink } from '@forumpad/api'
import type { AgendaStore } from '../agenda/agenda-store.ts'
import { onNow, sessionFacts } from '../agenda/session-facts.ts'

/** What stands above the text of a session's pad. */
export async function factsOfPad(agenda: AgendaStore, pad: string): Promise<SessionFacts | null> {
  const session = await agenda.sessionOfPad(pad)
  const event = session && (await agenda.findEvent(session.event))
  if (!session || !event) return null
  return sessionFacts(event, await agenda.sessions(event.slug), session)
}

/** The sessions that run now, of whatever event. */
export async function sessionsOnNow(agenda: AgendaStore, now: number): Promise<SessionLink[]> {
  const running = (await agenda.events()).filter(
    ({ firstStart, lastEnd }) =>
      firstStart !== null &&
      Date.parse(firstStart) <= now &&
      now <= Date.parse(lastEnd ?? firstStart) + LONGEST_OPEN_END,
  )
  const sessions = await Promise.all(running.map(({ slug }) => agenda.sessions(slug)))
  return sessions.flatMap((ofEvent) => onNow(ofEvent, now))
}

/** The last session may have no end. */
const LONGEST_OPEN_END = 24 * 3_600_000
