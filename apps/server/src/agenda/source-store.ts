import type { TableReading } from '@forumpad/api'

/** Where an event's agenda comes from, and what came of looking there. Instants are milliseconds since 1970. */
export type KeptSource = {
  event: string
  url: string
  /** Null: never by itself. */
  everyMinutes: number | null
  checkedAt: number | null
  nextAt: number | null
  /** What came of the last look, in a sentence. */
  said: string | null
  /** How often in a row it could not be had. */
  failures: number
  validators: FeedValidators
  /** A digest of the feed that was dealt with last. */
  digest: string | null
  /** How the table there is read, if it is one that somebody has explained. */
  reading: TableReading | null
}

/** What a server gave with a feed, to ask later whether it is still the same. */
export type FeedValidators = { etag: string | null; lastModified: string | null }

/** The sources by event, at most one for each. */
export interface SourceStore {
  find(event: string): Promise<KeptSource | undefined>
  save(source: KeptSource): Promise<void>
  /** False if there was none. */
  remove(event: string): Promise<boolean>
  /** Those that are to be looked at by now, the longest waiting first. */
  due(at: number): Promise<KeptSource[]>
}
