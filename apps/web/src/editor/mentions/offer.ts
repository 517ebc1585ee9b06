import type { SessionLink } from '@forumpad/api'
import type { Words } from '../../languages/words.ts'

/** What can be completed: a person after `@`, whoever speaks by their initials, another session after `[[`. */
export type OfferKind = 'person' | 'speaker' | 'session'

/** Something that can be written in the place of what was typed. */
export type Offer = {
  id: string
  name: string
  detail: string
  /** What is written; with an address it becomes a link. */
  words: string
  href?: string
}

/** Somebody who can be named, with what tells them apart: whether they are here, or speak in the session. */
export type NamedPerson = { name: string; detail: string }

/** Where offers come from. */
export type OfferSources = {
  people(): readonly NamedPerson[]
  /** The other sessions of the pad's event, the zone of its clock and the words for its days; null where it belongs to none. */
  sessions: { timeZone: string; words: Words; load(): Promise<readonly SessionLink[]> } | null
}

export const NO_OFFERS: OfferSources = { people: () => [], sessions: null }
