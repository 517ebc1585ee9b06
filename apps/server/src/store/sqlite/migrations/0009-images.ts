import { type Kysely, sql } from 'kysely'

/** Which images a pad keeps; their bytes lie in files. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pad_image')
    .addColumn('pad', 'integer', (column) => column.notNull().references('pad.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('width', 'integer', (column) => column.notNull())
    .addColumn('height', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('pad_image_key', ['pad', 'name'])
    .modifyEnd(sql`without rowid`)
    .execute()
}
