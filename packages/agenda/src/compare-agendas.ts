import type { AgendaSession } from './agenda.ts'
import type { KnownSession } from './known-session.ts'
import type { Decision, UnclearSession } from './matching/asked-and-decided.ts'
import { type FeedNews, matchSessions } from './matching/match-sessions.ts'
import { type ChangeKind, changedFields, changeKinds, type SessionField } from './session-difference.ts'

/**
 * What became of one session. `kinds` is empty when nothing changed; `learned`: what was not known of it before is known now, and that is
 * no change.
 */
export type SessionChange =
  | { is: 'added'; session: AgendaSession }
  | {
      is: 'kept'
      id: string
      session: AgendaSession
      kinds: readonly ChangeKind[]
      fields: readonly SessionField[]
      learned: boolean
    }
  | { is: 'missing'; id: string }

export type AgendaChanges = {
  changes: SessionChange[]
  /** Sessions of the feed that a person must decide about; neither they nor their candidates are among the changes. */
  unclear: readonly UnclearSession[]
  news: FeedNews
}

/**
 * Compares the sessions known so far with those of a new feed. How a session is recognised: see `matchSessions`.
 *
 * @param decisions what a person said about single sessions; one that names nothing of the feed is passed over
 * @returns one change per session of either side; sessions that are missing already and still are give none
 */
export function compareAgendas(
  known: readonly KnownSession[],
  sessions: readonly AgendaSession[],
  decisions: readonly Decision[] = [],
): AgendaChanges {
  const { knownOf, unclear, news } = matchSessions(known, sessions, decisions)
  const found = new Set(knownOf.values())
  const asked = new Set(unclear.map(({ session }) => session))
  const candidates = new Set(unclear.flatMap(({ candidates }) => candidates))
  const roomNow = new Map(news.rooms.map(({ before, after }) => [before, after]))
  const changes = sessions.flatMap((session): SessionChange[] => {
    const before = knownOf.get(session)
    if (asked.has(session)) return []
    if (before === undefined) return [{ is: 'added', session }]
    const { id, last } = before
    const fields = changedFields(before, session)
    const isRoomRenamed = last.room !== null && roomNow.get(last.room) === session.room
    const kinds = changeKinds(last, session, fields, isRoomRenamed)
    return [{ is: 'kept', id, session, fields, kinds, learned: before.typeIsUnknown === true }]
  })
  for (const one of known) {
    if (found.has(one) || candidates.has(one) || one.last.state === 'missing') continue
    changes.push({ is: 'missing', id: one.id })
  }
  return { changes, unclear, news }
}
