import type { Event } from '@forumpad/api'
import type { Kysely, Transaction } from 'kysely'
import type { AgendaBefore, AgendaStore, AgendaWrites } from '../../agenda/agenda-store.ts'
import type { Database } from './open-database.ts'
import { instantOf, knownSessionOf, type SessionRow, sessionColumns, sessionOf } from './session-rows.ts'
import type { Tables } from './tables.ts'
import { type ImportImage, undoImport } from './undo-import.ts'

const EVENT = ['slug', 'title', 'time_zone as timeZone'] as const

/** Rows in one statement: SQLite takes 32,766 values in one. */
const AT_ONCE = 500

export function createSqliteAgendaStore({ kysely }: Database): AgendaStore {
  return {
    async addEvent({ slug, title, timeZone }, source, at) {
      const { numInsertedOrUpdatedRows } = await kysely
        .insertInto('event')
        .values({ slug, title, time_zone: timeZone, source, created_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    },

    findEvent: (slug) => kysely.selectFrom('event').select(EVENT).where('slug', '=', slug).executeTakeFirst(),

    eventFrom: (source) => kysely.selectFrom('event').select(EVENT).where('source', '=', source).executeTakeFirst(),

    events: () => eventSummaries(kysely),

    async sessions(event) {
      return (await sessionRows(kysely, event)).map(sessionOf)
    },

    async sessionOfPad(pad) {
      const row = await kysely.selectFrom('session').selectAll().where('pad', '=', pad).executeTakeFirst()
      return row && sessionOf(row)
    },

    applyAgenda: (event, at, decide) =>
      kysely.transaction().execute(async (transaction) => {
        const rows = await sessionRows(transaction, event)
        const decided = decide(await before(transaction, event, rows))
        const { report, writes } = decided
        if (writes === undefined || isNothing(writes)) return { decided, importId: null }
        await addSessions(transaction, event, at, writes.added)
        for (const kept of writes.kept) await keepSession(transaction, kept)
        for (const id of writes.missing) {
          await transaction.updateTable('session').set({ state: 'missing' }).where('id', '=', id).execute()
        }
        const keys = [...writes.added, ...writes.kept].map(({ id, session }) => ({ id, key: session.key }))
        await addKeys(transaction, event, keys)
        const { id } = await transaction
          .insertInto('agenda_import')
          .values({ event, at, report: JSON.stringify(report), before: JSON.stringify(imageOf(rows, writes)) })
          .returning('id')
          .executeTakeFirstOrThrow()
        return { decided, importId: id }
      }),

    undoImport: (event, importId, templateOf) =>
      kysely.transaction().execute((transaction) => undoImport(transaction, event, importId, templateOf)),
  }
}

async function eventSummaries(kysely: Kysely<Tables>) {
  const rows = await kysely
    .selectFrom('event')
    .leftJoin('session', (join) => join.onRef('session.event', '=', 'event.slug').on('session.state', '!=', 'missing'))
    .select(({ fn }) => [
      'event.slug',
      'event.title',
      'event.time_zone as timeZone',
      fn.count<number>('session.id').as('sessions'),
      fn.min('session.starts_at').as('first'),
      fn.max(fn.coalesce('session.ends_at', 'session.starts_at')).as('last'),
    ])
    .groupBy('event.slug')
    .orderBy('event.created_at', 'desc')
    .orderBy('event.slug')
    .execute()
  return rows.map(({ first, last, ...event }) => ({ ...event, firstStart: instantOf(first), lastEnd: instantOf(last) }))
}

function sessionRows(kysely: Kysely<Tables>, event: Event['slug']): Promise<SessionRow[]> {
  return kysely
    .selectFrom('session')
    .selectAll()
    .where('event', '=', event)
    .orderBy('starts_at')
    .orderBy('room')
    .orderBy('title')
    .orderBy('id')
    .execute()
}

async function before(kysely: Kysely<Tables>, event: string, rows: readonly SessionRow[]): Promise<AgendaBefore> {
  const aliases = await kysely.selectFrom('session_alias').selectAll().where('event', '=', event).execute()
  const keys = new Map<string, string[]>()
  for (const { session, external } of aliases) keys.set(session, [...(keys.get(session) ?? []), external])
  const pads = await kysely.selectFrom('pad').select('name').execute()
  const taken = new Set(pads.map(({ name }) => name.toLowerCase()))
  return {
    known: rows.map((row) => knownSessionOf(row, keys.get(row.id) ?? [])),
    isTaken: (name) => taken.has(name.toLowerCase()),
  }
}

async function addSessions(
  transaction: Transaction<Tables>,
  event: string,
  at: number,
  added: AgendaWrites['added'],
): Promise<void> {
  for (const some of inParts(added)) {
    const pads = some.map(({ id, pad, session, template }) => ({
      name: pad,
      title: session.title,
      session: id,
      template,
      created_at: at,
    }))
    await transaction.insertInto('pad').values(pads).execute()
    const rows = some.map(({ id, pad, session }) => ({ id, event, pad, ...sessionColumns(session) }))
    await transaction.insertInto('session').values(rows).execute()
  }
}

async function keepSession(transaction: Transaction<Tables>, { id, session, template }: AgendaWrites['kept'][number]) {
  await transaction.updateTable('session').set(sessionColumns(session)).where('id', '=', id).execute()
  await transaction
    .updateTable('pad')
    .set(({ eb }) => ({
      title: session.title,
      template: eb.case().when('head', '=', 0).then(template).else(eb.ref('template')).end(),
    }))
    .where('session', '=', id)
    .execute()
}

/** A key that two sessions lay claim to belongs to the one that has it now. */
async function addKeys(transaction: Transaction<Tables>, event: string, keys: readonly { id: string; key: string }[]) {
  for (const some of inParts(keys)) {
    await transaction
      .insertInto('session_alias')
      .values(some.map(({ id, key }) => ({ event, kind: 'key' as const, external: key, session: id })))
      .onConflict((conflict) =>
        conflict
          .columns(['event', 'kind', 'external'])
          .doUpdateSet(({ ref }) => ({ session: ref('excluded.session') })),
      )
      .execute()
  }
}

function isNothing({ added, kept, missing }: AgendaWrites): boolean {
  return added.length + kept.length + missing.length === 0
}

/** What undoing the import will need. */
function imageOf(rows: readonly SessionRow[], { added, kept, missing }: AgendaWrites): ImportImage {
  const touched = new Set([...kept.map(({ id }) => id), ...missing])
  return { added: added.map(({ id }) => id), sessions: rows.filter(({ id }) => touched.has(id)) }
}

function* inParts<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += AT_ONCE) yield items.slice(at, at + AT_ONCE)
}
