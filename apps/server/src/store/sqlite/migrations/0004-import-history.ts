import { type Kysely, sql } from 'kysely'

/** Imports that are undone or wait stay in the history; questions stay open; an event may have a source to look at. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const columns = [
    ['state', "text not null default 'applied'"],
    ['by', "text not null default 'organiser'"],
    ['source', 'text'],
    ['why', 'text'],
    ['changes', 'text'],
    ['feed', 'text'],
  ] as const
  for (const [name, type] of columns) {
    await sql`alter table agenda_import add column ${sql.id(name)} ${sql.raw(type)}`.execute(db)
  }
  // Whose keys: for taking a session away, which checks what refers to it.
  await db.schema.createIndex('session_alias_session').on('session_alias').column('session').execute()
  await db.schema.createIndex('agenda_import_event').on('agenda_import').columns(['event', 'id']).execute()

  await db.schema
    .createTable('session_question')
    .addColumn('event', 'text', (column) => column.notNull().references('event.slug'))
    .addColumn('incoming', 'text', (column) => column.notNull())
    .addColumn('session', 'text', (column) => column.notNull().references('session.id'))
    .addPrimaryKeyConstraint('session_question_key', ['event', 'incoming', 'session'])
    .modifyEnd(sql`without rowid`)
    .execute()
  await db.schema.createIndex('session_question_session').on('session_question').column('session').execute()

  await db.schema
    .createTable('agenda_source')
    .addColumn('event', 'text', (column) => column.primaryKey().notNull().references('event.slug'))
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('every_minutes', 'integer')
    .addColumn('checked_at', 'integer')
    .addColumn('next_at', 'integer')
    .addColumn('said', 'text')
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('digest', 'text')
    .execute()
}
