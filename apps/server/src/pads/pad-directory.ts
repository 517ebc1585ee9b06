import type { AuthorsShown } from '@forumpad/api'

/** What is known of a pad without opening it. Instants are milliseconds since 1970. */
export type PadRecord = {
  name: string
  title: string
  /** The newest revision; 0 while nobody has opened it. */
  revision: number
  epoch: number
  /** The session whose notes these are. */
  session: string | null
  /** Markdown that becomes revision 1 when the first editor comes. */
  template: string | null
  /** Words that people wrote: those of the template do not count. */
  words: number
  createdAt: number
  /** When somebody last wrote; null while there is only the template. */
  changedAt: number | null
  /** Since when it takes no text; null if it does. */
  frozenAt: number | null
  /** How it shows who wrote what to whoever has not chosen for their own device; null is the margin. */
  authorsShown: AuthorsShown | null
}

export type NewPadRecord = Pick<PadRecord, 'name' | 'title' | 'session' | 'template' | 'createdAt'>

/** The pads by name. */
export interface PadDirectory {
  find(name: string): Promise<PadRecord | undefined>
  /** Those of the names that are pads, in no order. */
  findMany(names: readonly string[]): Promise<PadRecord[]>
  /** Makes a pad with an empty log; false if the name is taken. */
  create(pad: NewPadRecord): Promise<boolean>
  /** The pads that a person has written in, those that changed last first. Nobody else's: an address is for those who know it. */
  recentOf(person: string, count: number): Promise<PadRecord[]>
  /** Every pad's name, for finding near ones. */
  names(): Promise<string[]>
  saveWords(name: string, words: number): Promise<void>
  showAuthors(name: string, way: AuthorsShown): Promise<void>
  /** Keeps what a pad is about to begin with; nothing happens once it has begun. */
  keepTemplate(name: string, template: string): Promise<void>
}
