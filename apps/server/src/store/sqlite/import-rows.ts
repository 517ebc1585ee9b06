import type { ImportReport, TableReading } from '@forumpad/api'
import type { Kysely } from 'kysely'
import type { ImportedFrom } from '../../agenda/agenda-store.ts'
import type { ImportImage } from './agenda-before.ts'
import type { Tables } from './tables.ts'

/** What is kept of an import that came from an archive, which does not say what was before: nobody can undo it. */
export const NOT_UNDOABLE = 'null'

/** Keeps an applied import for the history, and for its undoing. */
export async function addImport(
  kysely: Kysely<Tables>,
  event: string,
  { at, by, source, reading = null }: ImportedFrom,
  report: ImportReport,
  image: ImportImage,
): Promise<number> {
  const { id } = await kysely
    .insertInto('agenda_import')
    .values({
      event,
      at,
      by,
      source,
      ...reportColumns(report),
      before: JSON.stringify(image),
      reading: readingColumn(reading),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The changes stand by themselves, so that a list need not read them. */
export function reportColumns({ changes, ...report }: ImportReport): { report: string; changes: string } {
  return { report: JSON.stringify(report), changes: JSON.stringify(changes) }
}

export const readingColumn = (reading: TableReading | null): string | null =>
  reading === null ? null : JSON.stringify(reading)

export const readingFrom = (column: string | null): TableReading | null => (column === null ? null : JSON.parse(column))

/** A newer feed was dealt with: nobody need look at the older one any more. */
export async function supersedeWaiting(kysely: Kysely<Tables>, event: string): Promise<void> {
  await kysely
    .updateTable('agenda_import')
    .set({ state: 'superseded', feed: null })
    .where('event', '=', event)
    .where('state', '=', 'waiting')
    .execute()
}
