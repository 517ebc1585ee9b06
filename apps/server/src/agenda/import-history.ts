import type { ImportOrigin, ImportRecord, ImportReport } from '@forumpad/api'

/** A feed that nobody should apply unseen, kept for a person. */
export type WaitingFeed = {
  at: number
  by: ImportOrigin
  source: string | null
  /** The whole feed. */
  text: string
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
  waiting(event: string, importId: number): Promise<{ text: string; source: string | null } | undefined>
  /** False if none of that number waits. */
  dismiss(event: string, importId: number): Promise<boolean>
}
