import { type Static, Type } from 'typebox'
import type { Person } from './person.ts'

/** An address that leads nowhere until a moderator lets it through. */
export type HeldLink = {
  href: string
  /** Where it was seen first. */
  pad: string
  title: string
  /** Who brought it; null where nobody is known to have. */
  person: Person | null
  at: string
}

/** What a page asks about the links of its pad. */
export const LinksAsk = Type.Object({ is: Type.Literal('look') })
export type LinksAsk = Static<typeof LinksAsk>

/**
 * Which links of a pad lead somewhere: all of them, or those that are free. Whoever brought a held one may follow it, and so may whoever
 * keeps order.
 */
export type LinksState =
  | { holds: false }
  | { holds: true; free: string[]; held: { href: string; person: string | null }[] }
