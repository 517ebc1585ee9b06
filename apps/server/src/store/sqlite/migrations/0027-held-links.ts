import { type Kysely, sql } from 'kysely'

/** Which addresses are known in the pads of an event and which are held, in which events new ones are held, and whose never are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('link_holding')
    .addColumn('event', 'text', (column) => column.primaryKey().notNull().references('event.slug'))
    .modifyEnd(sql`without rowid`)
    .execute()
  await db.schema
    .createTable('event_link')
    .addColumn('event', 'text', (column) => column.notNull().references('event.slug'))
    .addColumn('href', 'text', (column) => column.notNull())
    .addColumn('pad', 'text', (column) => column.notNull())
    .addColumn('person', 'text')
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('held', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_link_key', ['event', 'href'])
    .execute()
  await db.schema.createIndex('event_link_held').on('event_link').columns(['event', 'held', 'at']).execute()
  await db.schema
    .createTable('trusted_person')
    .addColumn('event', 'text', (column) => column.notNull().references('event.slug'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('trusted_person_key', ['event', 'person'])
    .modifyEnd(sql`without rowid`)
    .execute()
}
