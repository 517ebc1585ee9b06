import type { ActingRole, AuditAct } from '@forumpad/api'
import type { Generated } from 'kysely'

/** Acts of power. A trigger refuses to change or delete a row. */
export interface AuditEntryTable {
  id: Generated<number>
  event: string | null
  pad: string | null
  at: number
  act: AuditAct
  person: string | null
  name: string | null
  role: ActingRole
  about: string
}

/** Who may not write in the pads of an event. */
export interface PersonBlockTable {
  event: string
  person: string
  at: number
}

/** The events in whose pads new links of unknown people are held. */
export interface LinkHoldingTable {
  event: string
}

/** The addresses that were seen in the pads of an event. `held`: 1, or 0 for what leads somewhere. */
export interface EventLinkTable {
  event: string
  href: string
  pad: string
  person: string | null
  at: number
  held: number
}

/** Whose links are never held in an event. */
export interface TrustedPersonTable {
  event: string
  person: string
  at: number
}
