import type { Session, SessionWithActivity } from '@forumpad/api'
import { compareNames } from './session-days.ts'

/** What the reader asks for; empty strings ask for nothing. */
export type SessionFilter = { text: string; room: string; track: string }

export const NO_FILTER: SessionFilter = { text: '', room: '', track: '' }

/** The sessions that hold every word asked for, in title, room, track or people, and lie in the room and track. */
export function filterSessions(sessions: readonly SessionWithActivity[], filter: SessionFilter): SessionWithActivity[] {
  const words = plain(filter.text).split(/\s+/u).filter(Boolean)
  return sessions.filter(
    ({ session }) =>
      (filter.room === '' || session.room === filter.room) &&
      (filter.track === '' || session.track === filter.track) &&
      (words.length === 0 || holdsAll(session, words)),
  )
}

/** The rooms or tracks of an agenda, each once, as people sort them. */
export function choices(sessions: readonly SessionWithActivity[], key: 'room' | 'track'): string[] {
  return [...new Set(sessions.flatMap(({ session }) => session[key] ?? []))].sort(compareNames)
}

function holdsAll(session: Session, words: readonly string[]): boolean {
  const text = plain([session.title, session.room ?? '', session.track ?? '', ...session.people].join(' '))
  return words.every((word) => text.includes(word))
}

/** Without case and accents, so that `Zürich` is found by `zurich`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
