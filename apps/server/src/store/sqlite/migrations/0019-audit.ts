import { type Kysely, sql } from 'kysely'

/** Who did which act of power when, and who may not write in the pads of an event. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_entry')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('event', 'text')
    .addColumn('pad', 'text')
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('person', 'text')
    .addColumn('name', 'text')
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('audit_entry_event').on('audit_entry').columns(['event', 'id']).execute()
  // What was noted stays as it was, whoever asks.
  for (const change of ['UPDATE', 'DELETE'])
    await sql
      .raw(
        `CREATE TRIGGER audit_entry_no_${change.toLowerCase()} BEFORE ${change} ON audit_entry
         BEGIN SELECT RAISE(ABORT, 'The audit log is only added to'); END`,
      )
      .execute(db)

  await db.schema
    .createTable('person_block')
    .addColumn('event', 'text', (column) => column.notNull().references('event.slug'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('person_block_key', ['event', 'person'])
    .modifyEnd(sql`without rowid`)
    .execute()
}
