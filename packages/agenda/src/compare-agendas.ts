import type { AgendaSession } from './agenda.ts'

/** A session as the store knows it: its permanent id, every key it was ever imported under, and what it last said. */
export type KnownSession = {
  id: string
  keys: readonly string[]
  last: Omit<AgendaSession, 'key' | 'state' | 'padName'> & { state: AgendaSession['state'] | 'missing' }
}

/** What became of one session. `kinds` is empty when nothing changed. */
export type SessionChange =
  | { is: 'added'; session: AgendaSession }
  | {
      is: 'kept'
      id: string
      session: AgendaSession
      kinds: readonly ('renamed' | 'moved' | 'changed' | 'cancelled' | 'returned')[]
    }
  | { is: 'missing'; id: string }

export type AgendaChanges = { changes: SessionChange[]; unclear: number }

/**
 * Compares the sessions known so far with those of a new feed (AGENDAS §2.6: strong key first).
 *
 * @returns one change per session of either side; sessions that are missing already and still are give none
 */
export declare function compareAgendas(
  known: readonly KnownSession[],
  sessions: readonly AgendaSession[],
): AgendaChanges
