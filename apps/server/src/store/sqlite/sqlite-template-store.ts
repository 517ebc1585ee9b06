import { typeKey } from '@forumpad/api'
import type { Kysely, Transaction } from 'kysely'
import type { Beginnings, TemplateRecord } from '../../agenda/templates/session-templates.ts'
import type { TemplateStore } from '../../agenda/templates/template-store.ts'
import { noteAct } from './note-act.ts'
import type { Database } from './open-database.ts'
import { sessionOf } from './session-rows.ts'
import type { Tables } from './tables.ts'
import { updatePads } from './update-sessions.ts'

export function createSqliteTemplateStore({ kysely }: Database): TemplateStore {
  return {
    ofEvent: (event) => templatesOf(kysely, event),

    save: (event, { type, markdown, changedAt }, beginnings, note) =>
      kysely.transaction().execute(async (transaction) => {
        const row = { event, key: typeKey(type), type, markdown, changed_at: changedAt }
        await transaction
          .insertInto('event_template')
          .values(row)
          .onConflict((conflict) => conflict.columns(['event', 'key']).doUpdateSet(row))
          .execute()
        await beginAnew(transaction, event, beginnings)
        await noteAct(transaction, note)
      }),

    remove: (event, type, beginnings, note) =>
      kysely.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('event_template')
          .where('event', '=', event)
          .where('key', '=', typeKey(type))
          .executeTakeFirstOrThrow()
        if (numDeletedRows === 0n) return false
        await beginAnew(transaction, event, beginnings)
        await noteAct(transaction, note)
        return true
      }),

    async unopened(event) {
      const rows = await unopenedSessions(kysely, event).execute()
      return new Set(rows.map(({ pad }) => pad))
    },
  }
}

/** The key of the event's own is empty, and so the first. */
export function templatesOf(kysely: Kysely<Tables>, event: string): Promise<TemplateRecord[]> {
  return kysely
    .selectFrom('event_template')
    .select(['type', 'markdown', 'changed_at as changedAt'])
    .where('event', '=', event)
    .orderBy('key')
    .execute()
}

async function beginAnew(transaction: Transaction<Tables>, event: string, beginnings: Beginnings): Promise<void> {
  const begin = beginnings(await templatesOf(transaction, event))
  const rows = await unopenedSessions(transaction, event).execute()
  await updatePads(
    transaction,
    rows.map((row) => ({ session: row.id, title: row.title, template: begin(sessionOf(row)) })),
  )
}

/** Without those whose pad was made to begin empty, whatever the templates say. */
function unopenedSessions(kysely: Kysely<Tables>, event: string) {
  return kysely
    .selectFrom('session')
    .innerJoin('pad', 'pad.session', 'session.id')
    .selectAll('session')
    .where('session.event', '=', event)
    .where('pad.head', '=', 0)
    .where('pad.template', 'is not', null)
}
