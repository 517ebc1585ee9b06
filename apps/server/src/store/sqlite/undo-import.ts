import type { Session } from '@forumpad/api'
import type { Transaction } from 'kysely'
import { type SessionRow, sessionOf } from './session-rows.ts'
import type { Tables } from './tables.ts'

/** What an import keeps for its undoing: the ids of what it added, and how the rest was before. */
export type ImportImage = { added: string[]; sessions: SessionRow[] }

/** See `AgendaStore.undoImport`. */
export async function undoImport(
  transaction: Transaction<Tables>,
  event: string,
  importId: number,
  templateOf: (session: Session) => string,
): Promise<'undone' | 'no such import' | 'not the last import'> {
  const imports = await transaction
    .selectFrom('agenda_import')
    .select(['id', 'before'])
    .where('event', '=', event)
    .where('id', '>=', importId)
    .orderBy('id')
    .limit(2)
    .execute()
  const [asked, later] = imports
  if (asked?.id !== importId) return 'no such import'
  if (later) return 'not the last import'

  const image: ImportImage = JSON.parse(asked.before)
  for (const row of image.sessions) await putBack(transaction, row, templateOf)
  for (const id of image.added) await takeAway(transaction, id)
  await transaction.deleteFrom('agenda_import').where('id', '=', importId).execute()
  return 'undone'
}

async function putBack(transaction: Transaction<Tables>, row: SessionRow, templateOf: (session: Session) => string) {
  const { id, title } = row
  await transaction.updateTable('session').set(row).where('id', '=', id).execute()
  await transaction.updateTable('pad').set({ title }).where('session', '=', id).execute()
  await transaction
    .updateTable('pad')
    .set({ template: templateOf(sessionOf(row)) })
    .where('session', '=', id)
    .where('head', '=', 0)
    .execute()
}

/** An address that somebody has used stays for ever. */
async function takeAway(transaction: Transaction<Tables>, id: string) {
  const pad = await transaction.selectFrom('pad').select(['name', 'head']).where('session', '=', id).executeTakeFirst()
  if (pad === undefined || pad.head > 0) {
    await transaction.updateTable('session').set({ state: 'missing' }).where('id', '=', id).execute()
    return
  }
  await transaction.deleteFrom('session_alias').where('session', '=', id).execute()
  await transaction.deleteFrom('session').where('id', '=', id).execute()
  await transaction.deleteFrom('pad').where('name', '=', pad.name).execute()
}
