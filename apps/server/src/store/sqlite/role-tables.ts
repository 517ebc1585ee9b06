import type { PadAccess, Role } from '@forumpad/api'
import type { Generated } from 'kysely'

/** A link has a pad, or an event, or an event and a track. */
export interface RoleLinkTable {
  id: Generated<number>
  secret_hash: string
  event: string | null
  track: string | null
  pad: string | null
  role: Role
  label: string | null
  created_at: number
  created_by: string | null
  expires_at: number | null
  revoked_at: number | null
}

export interface RoleGrantTable {
  link: number
  person: string
  at: number
}

export interface PadAccessTable {
  pad: string
  access: PadAccess
}

export interface EventAccessTable {
  event: string
  access: PadAccess
}

/** An event all of whose pads are locked. */
export interface EventLockTable {
  event: string
}

export interface PadLockTable {
  pad: string
}
