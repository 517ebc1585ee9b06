import { type Kysely, sql } from 'kysely'

/** Frozen versions of minutes, with their files; when an event's minutes freeze by themselves; and since when a pad is open again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pad_version')
    .addColumn('pad', 'integer', (column) => column.notNull().references('pad.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('by', 'text')
    .addColumn('md_sha256', 'text', (column) => column.notNull())
    .addColumn('txt_sha256', 'text', (column) => column.notNull())
    .addColumn('json_sha256', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('pad_version_key', ['pad', 'number'])
    .modifyEnd(sql`without rowid`)
    .execute()

  // Apart, so that a list of versions reads no texts.
  await db.schema
    .createTable('pad_version_file')
    .addColumn('pad', 'integer', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('pad_version_file_key', ['pad', 'number', 'type'])
    .addForeignKeyConstraint('pad_version_file_version', ['pad', 'number'], 'pad_version', ['pad', 'number'])
    .execute()

  await db.schema
    .createTable('event_freezing')
    .addColumn('event', 'text', (column) => column.primaryKey().notNull().references('event.slug'))
    .addColumn('hours_after_end', 'integer', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('pad_thaw')
    .addColumn('pad', 'integer', (column) => column.primaryKey().notNull().references('pad.id'))
    .addColumn('at', 'integer', (column) => column.notNull())
    .execute()
}
