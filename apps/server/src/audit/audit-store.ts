import type { AuditAct, Role } from '@forumpad/api'

/** An act as it is noted. `at`: milliseconds since 1970. */
export type NewAuditRecord = {
  /** Null for an act on a pad of no event. */
  event: string | null
  pad: string | null
  at: number
  act: AuditAct
  person: string | null
  name: string | null
  role: Role
  about: string
}

export type AuditRecord = NewAuditRecord & { id: number }

/** Where acts of power are noted. It is only added to: nothing in it is ever changed or taken away. */
export interface AuditStore {
  add(entry: NewAuditRecord): Promise<void>
  /** At most `limit` of an event that were noted before the one with this number, the newest first; `null`: from the newest on. */
  ofEvent(event: string, before: number | null, limit: number): Promise<AuditRecord[]>
}
