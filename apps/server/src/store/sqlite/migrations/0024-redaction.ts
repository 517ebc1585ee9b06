import { type Kysely, sql } from 'kysely'

/** That words were taken out of pads and their histories, and whose they were where the log no longer tells. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('redaction')
    .addColumn('pad', 'integer', (column) => column.notNull().references('pad.id'))
    .addColumn('id', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('person', 'text')
    .addColumn('name', 'text')
    .addColumn('characters', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('redaction_key', ['pad', 'id'])
    .modifyEnd(sql`without rowid`)
    .execute()

  // The checksums that a frozen version had before.
  await db.schema
    .createTable('redacted_version')
    .addColumn('pad', 'integer', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('redaction', 'integer', (column) => column.notNull())
    .addColumn('md_sha256', 'text', (column) => column.notNull())
    .addColumn('txt_sha256', 'text', (column) => column.notNull())
    .addColumn('json_sha256', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('redacted_version_key', ['pad', 'number', 'redaction'])
    .addForeignKeyConstraint('redacted_version_version', ['pad', 'number'], 'pad_version', ['pad', 'number'])
    .addForeignKeyConstraint('redacted_version_redaction', ['pad', 'redaction'], 'redaction', ['pad', 'id'])
    .modifyEnd(sql`without rowid`)
    .execute()

  await db.schema
    .createTable('kept_credit')
    .addColumn('pad', 'integer', (column) => column.primaryKey().notNull().references('pad.id'))
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .execute()

  // What is taken out of the search leaves its index at once, and what was taken out before leaves it now.
  await sql`INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1)`.execute(db)
  await sql`INSERT INTO search_text (search_text) VALUES ('rebuild')`.execute(db)
}
