import { type Kysely, sql } from 'kysely'

/** What the pads of an event begin with; what type a session is of; and how the table at a source is read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('event_template')
    .addColumn('event', 'text', (column) => column.notNull().references('event.slug'))
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('type', 'text')
    .addColumn('markdown', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_template_key', ['event', 'key'])
    .modifyEnd(sql`without rowid`)
    .execute()
  await db.schema.alterTable('session').addColumn('type', 'text').execute()
  await db.schema.alterTable('agenda_source').addColumn('reading', 'text').execute()
  await db.schema.alterTable('agenda_import').addColumn('reading', 'text').execute()
}
