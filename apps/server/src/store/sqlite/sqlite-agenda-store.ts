import type { Event } from '@forumpad/api'
import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { AgendaStore } from '../../agenda/agenda-store.ts'
import { agendaBefore, imageOf } from './agenda-before.ts'
import { keepFeed, packFeed } from './feed-rows.ts'
import { addImport, supersedeWaiting } from './import-rows.ts'
import { doAndNote, noteAct } from './note-act.ts'
import type { Database } from './open-database.ts'
import { instantOf, type SessionRow, sessionOf } from './session-rows.ts'
import { templatesOf } from './sqlite-template-store.ts'
import type { Tables } from './tables.ts'
import { undoImport } from './undo-import.ts'
import { writeAgenda } from './write-agenda.ts'

const EVENT = ['slug', 'title', 'time_zone as timeZone'] as const

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
      const rows = await withSeries(sessionRows(kysely, event)).execute()
      return rows.map(sessionOf)
    },

    templatesOf: (event) => templatesOf(kysely, event),

    async sessionOfPad(pad) {
      const row = await withSeries(
        kysely.selectFrom('session').selectAll('session').where('session.pad', '=', pad),
      ).executeTakeFirst()
      return row && sessionOf(row)
    },

    async applyAgenda(event, origin, decide) {
      // Packed before the transaction, so that nobody waits for it.
      const feed = origin.feed && (await packFeed(origin.feed))
      return kysely.transaction().execute(async (transaction) => {
        const rows = await sessionRows(transaction, event).execute()
        const before = await agendaBefore(transaction, event, rows)
        const decided = decide(before)
        const { report, writes } = decided
        if (writes === undefined) return { decided, importId: null }
        await supersedeWaiting(transaction, event)
        const image = await imageOf(transaction, event, rows, writes)
        await writeAgenda(transaction, event, origin.at, writes)
        const changes = writes.added.length + writes.kept.length + writes.missing.length > 0
        const importId = changes ? await addImport(transaction, event, origin, report, image) : null
        if (feed) await keepFeed(transaction, event, importId, feed)
        if (importId !== null) await noteAct(transaction, origin.note?.({ report, importId }))
        return { decided, importId }
      })
    },

    undoImport: (event, importId, beginnings, note) =>
      doAndNote(
        kysely,
        (transaction) => undoImport(transaction, event, importId, beginnings),
        (outcome) => (outcome === 'undone' ? note : null),
      ),
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

function sessionRows(kysely: Kysely<Tables>, event: Event['slug']) {
  return kysely
    .selectFrom('session')
    .selectAll('session')
    .where('event', '=', event)
    .orderBy('starts_at')
    .orderBy('room')
    .orderBy('title')
    .orderBy('id')
}

function withSeries(sessions: SelectQueryBuilder<Tables, 'session', SessionRow>) {
  return sessions.leftJoin('session_series', 'session_series.session', 'session.id').select('session_series.series')
}
