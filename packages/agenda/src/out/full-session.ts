import type { ListedSession } from './listed-session.ts'

/** A session with all that a feed tells of it. */
export type FullSession = ListedSession & {
  /** What the imported agenda calls it by. */
  key: string
  /** A UUID, the same for ever. */
  guid: string
  description: string | null
  /** Where the imported agenda shows it. */
  source: string | null
}

/** An agenda to be written anew, in another format than it came in. `stamp`: when it was imported, in milliseconds since 1970. */
export type FullAgenda = {
  title: string
  slug: string
  timeZone: string
  url: string
  stamp: number
  sessions: readonly FullSession[]
}
