import type { ActToNote } from '@forumpad/api'

export type AuditRecord = ActToNote & { id: number }

/**
 * Where acts of power are noted. It is only added to: nothing in it is ever changed or taken away. The stores that act write their entries
 * here themselves, in the transaction of the act.
 */
export interface AuditStore {
  /** For what changes nothing that is stored. */
  add(entry: ActToNote): Promise<void>
  /** At most `limit` of an event that were noted before the one with this number, the newest first; `null`: from the newest on. */
  ofEvent(event: string, before: number | null, limit: number): Promise<AuditRecord[]>
}
