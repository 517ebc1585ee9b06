import { type Kysely, sql } from 'kysely'

/** Comments on passages and their answers, and where readers may write some. They are searched as well. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('comment')
    .addColumn('pad', 'integer', (column) => column.notNull().references('pad.id'))
    .addColumn('id', 'integer', (column) => column.notNull())
    .addColumn('change', 'integer', (column) => column.notNull())
    .addColumn('thread', 'integer', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('hue', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('deleted_by', 'text')
    .addColumn('anchor', 'text')
    .addColumn('quote', 'text', (column) => column.notNull())
    .addColumn('resolved_by', 'text')
    .addPrimaryKeyConstraint('comment_key', ['pad', 'id'])
    .addUniqueConstraint('comment_change', ['pad', 'change'])
    .addUniqueConstraint('comment_said_once', ['pad', 'person', 'key'])
    .modifyEnd(sql`without rowid`)
    .execute()

  await db.schema
    .createTable('comment_access')
    .addColumn('pad', 'integer', (column) => column.primaryKey().references('pad.id').onDelete('cascade'))
    .addColumn('readers', 'integer', (column) => column.notNull())
    .execute()

  const mark = sql`INSERT OR IGNORE INTO search_stale (pad, part, ref) VALUES (new.pad, 'comment', new.id)`
  await sql`CREATE TRIGGER search_commented AFTER INSERT ON comment BEGIN ${mark}; END`.execute(db)
  await sql`CREATE TRIGGER search_uncommented AFTER UPDATE OF text ON comment BEGIN ${mark}; END`.execute(db)
}
