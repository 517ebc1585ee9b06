import type { Kysely } from 'kysely'

/** What moderators say of a session while it runs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pad_now')
    .addColumn('pad', 'integer', (column) => column.primaryKey().notNull().references('pad.id'))
    .addColumn('topic', 'text')
    .addColumn('late_minutes', 'integer', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .execute()
}
