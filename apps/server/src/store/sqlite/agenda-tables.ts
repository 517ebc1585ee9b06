import type { ImportOrigin, ImportState, SessionState } from '@forumpad/api'
import type { Generated } from 'kysely'

export interface EventTable {
  slug: string
  title: string
  time_zone: string
  /** The file or address that the event was made from at a start of the program. */
  source: string | null
  created_at: number
}

export interface SessionTable {
  id: string
  event: string
  title: string
  description: string | null
  starts_at: number | null
  ends_at: number | null
  sample_time: number
  room: string | null
  track: string | null
  type: string | null
  /** A JSON list of names. */
  people: string
  url: string | null
  state: SessionState
  /** The name of its pad, for ever. */
  pad: string
}

/** Every key that a session was ever imported under. Only undoing takes a key back. */
export interface SessionAliasTable {
  event: string
  kind: 'key'
  external: string
  session: string
}

/** Every UID that a series was ever imported under. `series` is its address within the event. */
export interface SeriesAliasTable {
  event: string
  external: string
  series: string
}

/** Which series a session is an occurrence of. */
export interface SessionSeriesTable {
  session: string
  series: string
}

/** The sessions that one of the feed, with this key, might be, until somebody decides. */
export interface SessionQuestionTable {
  event: string
  incoming: string
  session: string
}

export interface AgendaImportTable {
  id: Generated<number>
  event: string
  at: number
  /** What was reported, as JSON, but for the changes. */
  report: string
  /** The changes one by one, as JSON; null where a version before 0.2 wrote it. */
  changes: string | null
  /** What undoing needs, as JSON: see `ImportImage`. */
  before: string
  state: Generated<ImportState>
  by: Generated<ImportOrigin>
  source: string | null
  why: string | null
  /** The whole feed, while it waits. */
  feed: string | null
  /** How it is read, as JSON, if it is a table that somebody has explained. */
  reading: string | null
}

/** The feeds of the last imports, to be given out again with links to the pads. */
export interface AgendaFeedTable {
  import: number
  event: string
  /** Which entry is which session, and the text: JSON, gzipped. */
  packed: Uint8Array
}

export interface AgendaSourceTable {
  event: string
  url: string
  every_minutes: number | null
  checked_at: number | null
  next_at: number | null
  said: string | null
  failures: number
  etag: string | null
  last_modified: string | null
  digest: string | null
  /** See `AgendaImportTable`. */
  reading: string | null
}

/** What pads begin with. `key` is the type as it is compared; empty for the template of the event itself. */
export interface EventTemplateTable {
  event: string
  key: string
  type: string | null
  markdown: string
  changed_at: number
}
