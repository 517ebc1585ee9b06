import { type Kysely, sql } from 'kysely'

/** Pads as they were every few thousand revisions, and the revisions that people saved under a label. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pad_keyframe')
    .addColumn('pad', 'integer', (column) => column.notNull().references('pad.id'))
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('pad_keyframe_key', ['pad', 'epoch', 'revision'])
    .execute()

  await db.schema
    .createTable('saved_revision')
    .addColumn('pad', 'integer', (column) => column.notNull().references('pad.id'))
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('saved_revision_key', ['pad', 'revision'])
    .modifyEnd(sql`without rowid`)
    .execute()
}
