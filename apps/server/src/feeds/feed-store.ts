import type { KeptFeed } from '@forumpad/agenda'

/** What the feeds of an event are made of, beside its sessions. */
export interface FeedStore {
  /** The import whose agenda counts, and its feed, if that was kept. `at` is in milliseconds since 1970. */
  lastImport(event: string): Promise<{ at: number; feed: KeptFeed | undefined } | undefined>
  /** Every key that sessions of an event were imported under, with the session's id. */
  keys(event: string): Promise<ReadonlyMap<string, string>>
  /** The number of each session's pad, by the pad's name. A pad keeps its number for ever. */
  padNumbers(event: string): Promise<ReadonlyMap<string, number>>
  /** Those of the numbers that are pads of sessions, with the pads' names. Others have addresses that not everybody knows. */
  padsNumbered(numbers: readonly number[]): Promise<ReadonlyMap<number, string>>
}
