import { type Kysely, sql } from 'kysely'

/** Which texts of pads were brought to whoever follows them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('seen_text')
    .addColumn('pad', 'integer', (column) => column.notNull().references('pad.id').onDelete('cascade'))
    .addColumn('follower', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('seen_text_key', ['pad', 'follower'])
    .modifyEnd(sql`without rowid`)
    .execute()
}
