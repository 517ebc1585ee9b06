import { type Kysely, sql } from 'kysely'

/** Sessions that recur have one address together, for ever: whatever a feed calls them later, and whatever their titles become. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('series_alias')
    .addColumn('event', 'text', (column) => column.notNull().references('event.slug'))
    .addColumn('external', 'text', (column) => column.notNull())
    .addColumn('series', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('series_alias_key', ['event', 'external'])
    .modifyEnd(sql`without rowid`)
    .execute()
  await db.schema
    .createTable('session_series')
    .addColumn('session', 'text', (column) =>
      column.primaryKey().notNull().references('session.id').onDelete('cascade'),
    )
    .addColumn('series', 'text', (column) => column.notNull())
    .modifyEnd(sql`without rowid`)
    .execute()
}
