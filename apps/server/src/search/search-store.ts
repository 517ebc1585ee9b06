import type { LinkScope } from '@forumpad/api'
import type { NotesLine } from './notes-lines.ts'
import type { SearchQuery } from './search-query.ts'

/** The texts of all pads, so that they can be searched. */
export interface SearchStore {
  /** Takes the notes of a pad in place of those that it had. */
  keepNotes(pad: string, lines: readonly NotesLine[]): Promise<void>
  /**
   * Takes in what has changed beside the notes: titles, people, what was said in chats and comments; at most so many things.
   *
   * @returns whether there may be more
   */
  keepUp(most: number): Promise<boolean>
  /** The pads that are found, the best first. */
  find(search: Search): Promise<Found>
}

export type Search = {
  query: SearchQuery
  /** When the days of the query are, by event; undefined where it names none. Instants are milliseconds since 1970. */
  days: readonly EventDay[] | undefined
  /** Whoever looks finds these pads and no others. */
  readable: Readable
  offset: number
  limit: number
}

/** A day in the time zone of an event: from midnight to the next. */
export type EventDay = { event: string; from: number; to: number }

/** What somebody may read: everything, or all that is not closed and what is in these scopes. */
export type Readable = 'everything' | readonly LinkScope[]

export type Found = {
  /** How many pads there are in all. */
  total: number
  pads: FoundPad[]
}

export type FoundPad = {
  name: string
  title: string
  changedAt: number | null
  session: FoundSession | null
  /** Where it was found, the best places first and each with its words; empty if only by its title, its people or the filters. */
  passages: Passage[]
  /** How many lines of the notes were found beside those. */
  moreLines: number
}

export type FoundSession = {
  event: { slug: string; title: string; timeZone: string }
  start: number | null
  end: number | null
  room: string | null
  people: string[]
}

/** Something that was written in a pad or said beside it. */
export type Passage =
  | { in: 'notes'; line: string; text: string }
  | { in: 'comment'; comment: number; text: string; by: string; at: number }
  | { in: 'chat'; message: number; text: string; by: string; at: number }
