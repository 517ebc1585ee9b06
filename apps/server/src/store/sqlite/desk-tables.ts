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
