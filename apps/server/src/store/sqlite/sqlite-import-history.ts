import type { ImportRecord } from '@forumpad/api'
import type { ImportHistory } from '../../agenda/import-history.ts'
import { NOT_UNDOABLE, readingColumn, readingFrom, reportColumns, supersedeWaiting } from './import-rows.ts'
import { doAndNote } from './note-act.ts'
import type { Database } from './open-database.ts'
import { instantOf } from './session-rows.ts'

const NOTHING_TO_UNDO = JSON.stringify({ added: [], sessions: [] })
/** What reports did not have before version 0.2. */
const OLDER = { notes: [], refusal: null }

export function createSqliteImportHistory({ kysely }: Database): ImportHistory {
  return {
    async imports(event, count) {
      const rows = await kysely
        .selectFrom('agenda_import')
        .select(['id', 'at', 'state', 'by', 'source', 'why', 'report'])
        .select((row) => row('before', '!=', NOT_UNDOABLE).as('canBeUndone'))
        .where('event', '=', event)
        .orderBy('id', 'desc')
        .limit(count)
        .execute()
      const last = rows.find(({ state }) => state === 'applied')
      return rows.map(({ report, at, canBeUndone, ...row }): ImportRecord => {
        const { refusal: _, ...counts } = { ...OLDER, ...JSON.parse(report) }
        return { ...counts, ...row, at: instantOf(at) ?? '', undoable: row.id === last?.id && Boolean(canBeUndone) }
      })
    },

    async report(event, importId) {
      const row = await kysely
        .selectFrom('agenda_import')
        .select(['id', 'report', 'changes'])
        .where('event', '=', event)
        .where('id', '=', importId)
        .executeTakeFirst()
      return row && { ...OLDER, ...JSON.parse(row.report), id: row.id, changes: JSON.parse(row.changes ?? '[]') }
    },

    keepWaiting: (event, { at, by, source, text, reading, report, why }) =>
      kysely.transaction().execute(async (transaction) => {
        await supersedeWaiting(transaction, event)
        const { id } = await transaction
          .insertInto('agenda_import')
          .values({
            ...{ event, at, by, source, why, ...reportColumns(report) },
            state: 'waiting',
            before: NOTHING_TO_UNDO,
            feed: text,
            reading: readingColumn(reading),
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        return id
      }),

    async waiting(event, importId) {
      const row = await kysely
        .selectFrom('agenda_import')
        .select(['feed', 'source', 'reading'])
        .where('event', '=', event)
        .where('id', '=', importId)
        .where('state', '=', 'waiting')
        .executeTakeFirst()
      return row && { text: row.feed ?? '', source: row.source, reading: readingFrom(row.reading) }
    },

    async readingOf(event, source) {
      const row = await kysely
        .selectFrom('agenda_import')
        .select('reading')
        .where('event', '=', event)
        .where('source', '=', source)
        .where('state', 'in', ['applied', 'waiting'])
        .orderBy('id', 'desc')
        .executeTakeFirst()
      return readingFrom(row?.reading ?? null)
    },

    dismiss: (event, importId, note) =>
      doAndNote(
        kysely,
        async (transaction) => {
          const { numUpdatedRows } = await transaction
            .updateTable('agenda_import')
            .set({ state: 'dismissed', feed: null })
            .where('event', '=', event)
            .where('id', '=', importId)
            .where('state', '=', 'waiting')
            .executeTakeFirst()
          return numUpdatedRows === 1n
        },
        (isDismissed) => (isDismissed ? note : null),
      ),
  }
}
