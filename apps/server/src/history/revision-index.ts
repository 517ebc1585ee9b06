/** A revision without its text. `at` is in milliseconds since 1970, `person` an id. */
export type IndexedRevision = { revision: number; at: number; person: string }

/** A revision that somebody wanted to find again: who and when, and under which label (perhaps empty). */
export type Saved = { revision: number; label: string; person: string; at: number }

/** What can be told of revisions without their text, and the labels that people gave them. An unknown pad has none. */
export interface RevisionIndex {
  /** At most `limit` that come after revision `after`, in order. */
  list(pad: string, after: number, limit: number): Promise<IndexedRevision[]>
  /** Saved ones, in the order of their revisions. */
  saved(pad: string): Promise<Saved[]>
  /** Saves one, in place of what was said of it before; false if there is no such revision, or `most` are saved already. */
  save(pad: string, saved: Saved, most: number): Promise<boolean>
  /** The revision stays; only its label goes. */
  forgetSaved(pad: string, revision: number): Promise<void>
}
