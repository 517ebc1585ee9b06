import { type Static, Type } from 'typebox'
import type { Event } from './event.ts'
import type { HeldLink } from './held-links.ts'
import { Person } from './person.ts'

/** A person, without the $id that a schema may hold only once. */
const Somebody = Type.Object(Person.properties)

/** Somebody who may read in the pads of an event, and no more, whatever links they hold. */
export const BlockedPerson = Type.Object(
  { person: Somebody, at: Type.String({ format: 'date-time' }) },
  { $id: 'BlockedPerson' },
)
export type BlockedPerson = Static<typeof BlockedPerson>

/** What one person did to one pad in one go. `from` is the revision before it, `to` its last. */
export type RecentChange = {
  pad: string
  title: string
  person: Person
  from: number
  to: number
  /** When it ended. */
  at: string
  /** Letters that came, and letters that went. */
  came: number
  went: number
}

/**
 * What was done lately in all pads of an event, the newest first, of everybody or of `only`; `next`: ask with `before` for what was before.
 * `undone`: what an undo of everything of `only` has just come to.
 */
export type ModerationData = {
  page: 'moderation'
  event: Event
  changes: RecentChange[]
  next: string | null
  only: Person | null
  blocked: BlockedPerson[]
  /** All pads are: only those with a link write. */
  isLocked: boolean
  /** New links of unknown people are held, and which are held now. */
  holdsLinks: boolean
  heldLinks: HeldLink[]
  undone: { pads: number; frozen: number } | null
}
