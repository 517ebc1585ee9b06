import type { SessionState } from '@forumpad/api'
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
  /** A JSON list of names. */
  people: string
  url: string | null
  state: SessionState
  /** The name of its pad, for ever. */
  pad: string
}

/** Every key that a session was ever imported under. Nothing is deleted from here. */
export interface SessionAliasTable {
  event: string
  kind: 'key'
  external: string
  session: string
}

export interface AgendaImportTable {
  id: Generated<number>
  event: string
  at: number
  /** What was reported, as JSON. */
  report: string
  /** The rows of the sessions as they were before, and the ids of the added ones, as JSON. */
  before: string
}
