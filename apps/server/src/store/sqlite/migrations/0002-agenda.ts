import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('event')
    .addColumn('slug', 'text', (column) => column.primaryKey().notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .addColumn('source', 'text')
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('session')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('event', 'text', (column) => column.notNull().references('event.slug'))
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('description', 'text')
    .addColumn('starts_at', 'integer')
    .addColumn('ends_at', 'integer')
    .addColumn('sample_time', 'integer', (column) => column.notNull())
    .addColumn('room', 'text')
    .addColumn('track', 'text')
    .addColumn('people', 'text', (column) => column.notNull())
    .addColumn('url', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('pad', 'text', (column) => column.notNull().unique().references('pad.name'))
    .execute()
  await db.schema.createIndex('session_event').on('session').columns(['event', 'starts_at']).execute()

  await db.schema
    .createTable('session_alias')
    .addColumn('event', 'text', (column) => column.notNull().references('event.slug'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('external', 'text', (column) => column.notNull())
    .addColumn('session', 'text', (column) => column.notNull().references('session.id'))
    .addPrimaryKeyConstraint('session_alias_key', ['event', 'kind', 'external'])
    .modifyEnd(sql`without rowid`)
    .execute()

  await db.schema
    .createTable('agenda_import')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('event', 'text', (column) => column.notNull().references('event.slug'))
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('report', 'text', (column) => column.notNull())
    .addColumn('before', 'text', (column) => column.notNull())
    .execute()
}
