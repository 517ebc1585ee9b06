import { type Kysely, sql } from 'kysely'

/** Events and pads in which only those with a link write, whatever else was chosen for them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('event_lock')
    .addColumn('event', 'text', (column) => column.primaryKey().notNull().references('event.slug'))
    .modifyEnd(sql`without rowid`)
    .execute()
  await db.schema
    .createTable('pad_lock')
    .addColumn('pad', 'text', (column) => column.primaryKey().notNull().references('pad.name').onDelete('cascade'))
    .modifyEnd(sql`without rowid`)
    .execute()
}
