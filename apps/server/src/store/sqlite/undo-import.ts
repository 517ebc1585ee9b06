import { sql, type Transaction } from 'kysely'
import type { Beginnings } from '../../agenda/templates/session-templates.ts'
import type { ImportImage } from './agenda-before.ts'
import { NOT_UNDOABLE } from './import-rows.ts'
import { sessionOf } from './session-rows.ts'
import { templatesOf } from './sqlite-template-store.ts'
import type { Tables } from './tables.ts'
import { updatePads, updateSessions } from './update-sessions.ts'
import { setQuestions } from './write-agenda.ts'

/** See `AgendaStore.undoImport`. */
export async function undoImport(
  transaction: Transaction<Tables>,
  event: string,
  importId: number,
  beginnings: Beginnings,
): Promise<'undone' | 'no such import' | 'not the last import'> {
  const imports = await transaction
    .selectFrom('agenda_import')
    .select(['id', 'before'])
    .where('event', '=', event)
    .where('state', '=', 'applied')
    .where('id', '>=', importId)
    .orderBy('id')
    .limit(2)
    .execute()
  const [asked, later] = imports
  if (asked?.id !== importId) return 'no such import'
  if (later) return 'not the last import'
  if (asked.before === NOT_UNDOABLE) return 'no such import'

  const image: ImportImage = JSON.parse(asked.before)
  await updateSessions(transaction, image.sessions)
  const begin = beginnings(await templatesOf(transaction, event))
  await updatePads(
    transaction,
    image.sessions.map((row) => ({ session: row.id, title: row.title, template: begin(sessionOf(row)) })),
  )
  await setQuestions(transaction, event, image.questions ?? [])
  const stays = new Set<string>()
  for (const id of image.added) if (await mustStay(transaction, id)) stays.add(id)
  for (const { key, session } of image.keys ?? []) await giveKeyBack(transaction, event, key, session, stays)
  for (const id of image.added) await (stays.has(id) ? miss(transaction, id) : takeAway(transaction, id))
  await transaction.updateTable('agenda_import').set({ state: 'undone' }).where('id', '=', importId).execute()
  return 'undone'
}

/** An address that somebody has used stays for ever. */
async function mustStay(transaction: Transaction<Tables>, id: string): Promise<boolean> {
  const pad = await transaction.selectFrom('pad').select(['id', 'head']).where('session', '=', id).executeTakeFirst()
  if (pad === undefined || pad.head > 0) return true
  for (const table of BESIDE_THE_TEXT) {
    const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} WHERE pad = ${pad.id} LIMIT 1`.execute(transaction)
    if (rows.length > 0) return true
  }
  return false
}

/** Where a pad keeps what people leave in it without writing: a chat begins, and a hand is raised, before the first word. */
const BESIDE_THE_TEXT = [
  'chat_message',
  'comment',
  'room',
  'room_hand',
  'room_attendee',
  'pad_image',
  'pad_version',
  'pad_thaw',
  'pad_now',
]

/** A key that nobody had before stays with a session that stays, so that it is recognised when it comes back. */
async function giveKeyBack(
  transaction: Transaction<Tables>,
  event: string,
  key: string,
  session: string | null,
  stays: ReadonlySet<string>,
) {
  if (session !== null) {
    await transaction
      .updateTable('session_alias')
      .set({ session })
      .where('event', '=', event)
      .where('kind', '=', 'key')
      .where('external', '=', key)
      .execute()
    return
  }
  await transaction
    .deleteFrom('session_alias')
    .where('event', '=', event)
    .where('kind', '=', 'key')
    .where('external', '=', key)
    .where('session', 'not in', [...stays])
    .execute()
}

async function miss(transaction: Transaction<Tables>, id: string) {
  await transaction.updateTable('session').set({ state: 'missing' }).where('id', '=', id).execute()
}

async function takeAway(transaction: Transaction<Tables>, id: string) {
  const pad = await transaction.selectFrom('pad').select('name').where('session', '=', id).executeTakeFirst()
  await transaction.deleteFrom('session_question').where('session', '=', id).execute()
  await transaction.deleteFrom('session_alias').where('session', '=', id).execute()
  await transaction.deleteFrom('session').where('id', '=', id).execute()
  if (pad) await transaction.deleteFrom('pad').where('name', '=', pad.name).execute()
}
