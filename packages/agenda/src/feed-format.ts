import type { Agenda } from './agenda.ts'
import type { ColumnChoice } from './csv/columns.ts'
import type { DayOrder } from './csv/dates.ts'
import type { ProblemList } from './problem-list.ts'

/** A feed as it came: its text, without a byte order mark, and what the text means as JSON (undefined if it is none). */
export type Feed = { text: string; json: unknown }

/** A stretch of time, in milliseconds since 1970, both ends included. */
export type Window = { from: number; to: number }

/** What a feed is read with. */
export type Reading = {
  /** The event's IANA zone, for times that have none. */
  zone: string
  problems: ProblemList
  /** Which occurrences of endless series are wanted. */
  window: Window | undefined
  /** Whether descriptions are wanted with their markup too. */
  withHtml: boolean
  /** For tables: what columns mean, and how dates are written, where that was said by hand. */
  columns: ColumnChoice
  dayOrder: DayOrder | undefined
}

/** A format that agendas come in. Adding one is a file like this, a line in `formats.ts`, and a fixture. */
export type FeedFormat = {
  name: string
  /** By the content alone: names of files and headers are often wrong. */
  recognises(feed: Feed, reading: Reading): boolean
  /** Never throws: what cannot be read becomes a sentence in `reading.problems`. */
  read(feed: Feed, reading: Reading): Agenda
}
