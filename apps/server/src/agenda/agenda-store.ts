import type { AgendaSession, KnownSession } from '@forumpad/agenda'
import type { Event, EventSummary, ImportReport, Session } from '@forumpad/api'

/** Where events and their sessions are kept. */
export interface AgendaStore {
  /** Keeps a new event; false if its slug is taken. `source` is the file or address that it was made from. */
  addEvent(event: Event, source: string | null, at: number): Promise<boolean>
  findEvent(slug: string): Promise<Event | undefined>
  /** The event that was made from a file or address. */
  eventFrom(source: string): Promise<Event | undefined>
  events(): Promise<EventSummary[]>
  /** All sessions of an event, the missing ones too, by start. */
  sessions(event: string): Promise<Session[]>
  /** The session whose notes a pad holds. */
  sessionOfPad(pad: string): Promise<Session | undefined>
  /**
   * Changes an event's agenda in one transaction. `decide` is given the agenda as it is and says what to write; nobody else
   * writes meanwhile, so it must not wait for anything. What it throws comes out of here, and nothing is written.
   *
   * @returns what was decided, with the number of the import; null if there was nothing to write
   */
  applyAgenda<Decided extends AgendaDecision>(
    event: string,
    at: number,
    decide: (before: AgendaBefore) => Decided,
  ): Promise<{ decided: Decided; importId: number | null }>
  /**
   * Takes the last import of an event back, in one transaction: sessions say again what they said before, and what it added
   * goes, unless somebody has opened its pad: then the session stays, as missing. Keys stay known.
   */
  undoImport(
    event: string,
    importId: number,
    templateOf: (session: Session) => string,
  ): Promise<'undone' | 'no such import' | 'not the last import'>
}

export type AgendaBefore = {
  known: KnownSession[]
  /** Whether a pad has that name, in whatever case. */
  isTaken(padName: string): boolean
}

/** What an import writes; `writes` is undefined for a dry run. */
export type AgendaDecision = { report: ImportReport; writes: AgendaWrites | undefined }

export type AgendaWrites = {
  added: readonly NewSession[]
  /** Sessions that say something else now, or were recognised under a new key. */
  kept: readonly KeptSession[]
  /** The ids of sessions that are not in the agenda any more. */
  missing: readonly string[]
}

/** A session to be, with the pad that is made for it; without a template the pad begins empty. */
export type NewSession = { id: string; session: AgendaSession; pad: string; template: string | null }

/** The template replaces the old one as long as nobody has opened the pad. */
export type KeptSession = { id: string; session: AgendaSession; template: string }
