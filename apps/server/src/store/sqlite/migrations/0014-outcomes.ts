import { type Kysely, sql } from 'kysely'

/** What came out of sessions, and who wrote how much, as the texts of their pads say. Derived: it can be made anew from them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outcome')
    .addColumn('pad', 'integer', (column) => column.notNull().references('pad.id').onDelete('cascade'))
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('line', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('people', 'text', (column) => column.notNull())
    .addColumn('due', 'text')
    .addColumn('tags', 'text', (column) => column.notNull())
    .addColumn('url', 'text')
    .addColumn('done', 'integer')
    .addColumn('box', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('outcome_key', ['pad', 'place'])
    .modifyEnd(sql`without rowid`)
    .execute()

  await db.schema
    .createTable('contribution')
    .addColumn('pad', 'integer', (column) => column.notNull().references('pad.id').onDelete('cascade'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('characters', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('contribution_key', ['pad', 'person'])
    .modifyEnd(sql`without rowid`)
    .execute()
}
