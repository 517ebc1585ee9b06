import type { AuditStore } from '../../audit/audit-store.ts'
import { noteAct } from './note-act.ts'
import type { Database } from './open-database.ts'

export function createSqliteAuditStore({ kysely }: Database): AuditStore {
  return {
    add: (entry) => noteAct(kysely, entry),
    ofEvent(event, before, limit) {
      const all = kysely.selectFrom('audit_entry').selectAll().where('event', '=', event)
      return (before === null ? all : all.where('id', '<', before)).orderBy('id', 'desc').limit(limit).execute()
    },
  }
}
