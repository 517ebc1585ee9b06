import { type Kysely, sql } from 'kysely'

/** One-time links to the other devices of a person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('device_pass')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'integer', (column) => column.notNull())
    .modifyEnd(sql`without rowid`)
    .execute()
}
