import type { Selectable } from 'kysely'
import type { KeptSource, SourceStore } from '../../agenda/source-store.ts'
import type { AgendaSourceTable } from './agenda-tables.ts'
import { readingColumn, readingFrom } from './import-rows.ts'
import type { Database } from './open-database.ts'

export function createSqliteSourceStore({ kysely }: Database): SourceStore {
  return {
    async find(event) {
      const row = await kysely.selectFrom('agenda_source').selectAll().where('event', '=', event).executeTakeFirst()
      return row && sourceOf(row)
    },

    async save(source) {
      const row = rowOf(source)
      await kysely
        .insertInto('agenda_source')
        .values(row)
        .onConflict((conflict) => conflict.column('event').doUpdateSet(row))
        .execute()
    },

    async remove(event) {
      const { numDeletedRows } = await kysely
        .deleteFrom('agenda_source')
        .where('event', '=', event)
        .executeTakeFirstOrThrow()
      return numDeletedRows === 1n
    },

    async due(at) {
      const rows = await kysely
        .selectFrom('agenda_source')
        .selectAll()
        .where('every_minutes', 'is not', null)
        .where('next_at', '<=', at)
        .orderBy('next_at')
        .execute()
      return rows.map(sourceOf)
    },
  }
}

function sourceOf(row: Selectable<AgendaSourceTable>): KeptSource {
  const { event, url, said, failures, digest, etag } = row
  return {
    ...{ event, url, said, failures, digest },
    everyMinutes: row.every_minutes,
    checkedAt: row.checked_at,
    nextAt: row.next_at,
    validators: { etag, lastModified: row.last_modified },
    reading: readingFrom(row.reading),
  }
}

function rowOf({ event, url, said, failures, digest, ...source }: KeptSource): AgendaSourceTable {
  return {
    ...{ event, url, said, failures, digest },
    every_minutes: source.everyMinutes,
    checked_at: source.checkedAt,
    next_at: source.nextAt,
    etag: source.validators.etag,
    last_modified: source.validators.lastModified,
    reading: readingColumn(source.reading),
  }
}
