import type { Kysely } from 'kysely'

/** The feeds of the last imports stay, to be given out again with links to the pads. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('agenda_feed')
    .addColumn('import', 'integer', (column) => column.primaryKey().notNull().references('agenda_import.id'))
    .addColumn('event', 'text', (column) => column.notNull().references('event.slug'))
    .addColumn('packed', 'blob', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('agenda_feed_event').on('agenda_feed').columns(['event', 'import']).execute()
}
