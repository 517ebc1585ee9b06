import type { ActToNote, ImportOrigin, ImportRecord, ImportReport, TableReading } from '@forumpad/api'

/** A feed that nobody should apply unseen, kept for a person. */
export type WaitingFeed = {
  at: number
  by: ImportOrigin
  source: string | null
  /** The whole feed. */
  text: string
  /** How it is read, if it is a table that somebody has explained. */
  reading: TableReading | null
  /** What it would do, as far as is known now. */
  report: ImportReport
  /** Why it waits. */
  why: string
}

/** What became of an event's imports. `AgendaStore` writes those that are applied or undone. */
export interface ImportHistory {
  /** The last ones first. */
  imports(event: string, count: number): Promise<ImportRecord[]>
  /** One of them, with all its changes. */
  report(event: string, importId: number): Promise<ImportReport | undefined>
  /** Keeps a feed, in place of one that waits already; gives its number. */
  keepWaiting(event: string, feed: WaitingFeed): Promise<number>
  /** The feed of an import that waits. */
  waiting(event: string, importId: number): Promise<Pick<WaitingFeed, 'text' | 'source' | 'reading'> | undefined>
  /** How the table at an address was read the last time that it was imported. */
  readingOf(event: string, source: string): Promise<TableReading | null>
  /** False if none of that number waits. `note` is kept with it. */
  dismiss(event: string, importId: number, note?: ActToNote): Promise<boolean>
}
