import type { AgendaSession, KeptFeed, KnownSession } from '@forumpad/agenda'
import type {
  ActToNote,
  Event,
  EventSummary,
  ImportOrigin,
  ImportReport,
  Noting,
  Session,
  TableReading,
} from '@forumpad/api'
import type { Beginnings, TemplateRecord } from './templates/session-templates.ts'

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
  /** What the pads of an event begin with, where an organiser has said so. */
  templatesOf(event: string): Promise<TemplateRecord[]>
  /** The session whose notes a pad holds. */
  sessionOfPad(pad: string): Promise<Session | undefined>
  /**
   * Changes an event's agenda in one transaction. `decide` is given the agenda as it is and says what to write; nobody else
   * writes meanwhile, so it must not wait for anything. What it throws comes out of here, and nothing is written. Feeds that
   * wait are superseded by whatever is applied.
   *
   * @returns what was decided, with the number of the import; null if there was nothing to write
   */
  applyAgenda<Decided extends AgendaDecision>(
    event: string,
    origin: ImportedFrom,
    decide: (before: AgendaBefore) => Decided,
  ): Promise<{ decided: Decided; importId: number | null }>
  /**
   * Takes the last import of an event back, in one transaction: sessions say again what they said before, under the keys that
   * they had, and what it added goes, unless somebody has opened its pad: then the session stays, as missing. `note` is kept with it.
   */
  undoImport(
    event: string,
    importId: number,
    beginnings: Beginnings,
    note?: ActToNote,
  ): Promise<'undone' | 'no such import' | 'not the last import'>
}

/** When an agenda came, through whom, and from which address or file; null for a text that was handed in. */
export type ImportedFrom = {
  at: number
  by: ImportOrigin
  source: string | null
  /** How the table was read, if it is one that somebody has explained. */
  reading?: TableReading | null
  /** Kept, to be given out again with links to the pads; absent for a dry run. */
  feed?: KeptFeed
  /** Notes the import in the same transaction, if it gets a number. */
  note?: Noting<{ report: ImportReport; importId: number }>
}

export type AgendaBefore = {
  known: KnownSession[]
  /** The pad of a known session. */
  padOf(id: string): string
  /** Whether a pad has that name, in whatever case. */
  isTaken(padName: string): boolean
  /** The templates of the event. */
  templates: readonly TemplateRecord[]
}

/** What an import writes; `writes` is undefined for a dry run. */
export type AgendaDecision = { report: ImportReport; writes: AgendaWrites | undefined }

export type AgendaWrites = {
  added: readonly NewSession[]
  /** Sessions that say something else now, or were recognised under a new key. */
  kept: readonly KeptSession[]
  /** Sessions that say the same, of which more is known now than an earlier version kept: written, and no change of the agenda. */
  learned: readonly KeptSession[]
  /** The ids of sessions that are not in the agenda any more. */
  missing: readonly string[]
  /** All questions that are open now: which sessions the one with this key might be. */
  questions: readonly OpenQuestion[]
}

export type OpenQuestion = { incoming: string; sessions: readonly string[] }

/** A session to be, with the pad that is made for it; without a template the pad begins empty. */
export type NewSession = { id: string; session: AgendaSession; pad: string; template: string | null }

/** The template replaces the old one as long as nobody has opened the pad. */
export type KeptSession = { id: string; session: AgendaSession; template: string }
