import type { TableFacts } from './csv/table-facts.ts'

/** What an agenda feed says, whatever its format. */
export type Agenda = {
  /** The format's name, as the list in `formats.ts` has it; empty if the text is no agenda at all. */
  format: string
  /** The feed's own title and zone (an IANA name), where it has them. */
  title: string | null
  timeZone: string | null
  sessions: AgendaSession[]
  /** False if the text is no agenda at all; then there is one problem, which says what it looks like. */
  readable: boolean
  /** Sentences that name the place: `Line 120, event "Keynote": it has no start; it was left out.` */
  problems: string[]
  /** The UIDs of the series in the feed, also of those that have no occurrence in the window that was asked for. */
  series?: string[]
  /** Of a table, also of one that cannot be read because nobody knows what its columns mean. */
  table?: TableFacts
}

/** One session as the feed gives it. Instants are ISO 8601 in UTC with a `Z`. */
export type AgendaSession = {
  /**
   * The strong key (UID, guid, code, id; with RECURRENCE-ID in a series, or the start where a key repeats): opaque, unique
   * in one agenda.
   */
  key: string
  title: string
  /** Plain text. */
  description: string | null
  /** The same with its markup, made safe to show; absent where the feed gave plain text, or it was not asked for. */
  descriptionHtml?: string
  start: string | null
  end: string | null
  /** The time is not known; the one given is a sample. */
  sampleTime: boolean
  room: string | null
  track: string | null
  /** What kind of session it is, as the agenda calls it: Forum, BoF, Workshop; absent where it does not say. */
  type?: string
  people: string[]
  /** Where the source shows the session: http or https only. */
  url: string | null
  state: 'confirmed' | 'tentative' | 'cancelled'
  /** The name the feed gives to the session's pad: X-FORUMPAD-PAD, or an Etherpad address in the description. */
  padName: string | null
  /**
   * Which entry of the feed it was read from: its turn, counted from 0, or in XML where it begins. Occurrences of a series share
   * one.
   */
  entry?: number
  /** What all occurrences of a series have in common (its UID); absent for a session that does not recur. */
  series?: string
}
