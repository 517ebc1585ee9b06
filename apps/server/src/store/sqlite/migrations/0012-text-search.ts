import { type Kysely, sql } from 'kysely'

/**
 * What is searched: the words of titles, notes and chats, folded and cut by the program. What changes in other tables is marked as stale by
 * triggers, in the transaction that changes it, so that no writer can forget it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('search_part')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('pad', 'integer', (column) => column.notNull().references('pad.id').onDelete('cascade'))
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('ref', 'integer', (column) => column.notNull())
    // The lines of notes, as JSON.
    .addColumn('lines', 'text')
    .addUniqueConstraint('search_part_key', ['pad', 'part', 'ref'])
    .execute()

  await sql`
    CREATE VIRTUAL TABLE search_text USING fts5(
      title, body, marked, prefix = '2 3', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
    )`.execute(db)
  await sql`
    CREATE TRIGGER search_part_gone AFTER DELETE ON search_part
    BEGIN DELETE FROM search_text WHERE rowid = old.id; END`.execute(db)

  await db.schema
    .createTable('search_title_word')
    .addColumn('word', 'text', (column) => column.notNull())
    .addColumn('pad', 'integer', (column) => column.notNull().references('pad.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('search_title_word_key', ['word', 'pad'])
    .modifyEnd(sql`without rowid`)
    .execute()
  await db.schema.createIndex('search_title_word_pad').on('search_title_word').column('pad').execute()

  await db.schema
    .createTable('search_stale')
    .addColumn('pad', 'integer', (column) => column.notNull().references('pad.id').onDelete('cascade'))
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('ref', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('search_stale_key', ['pad', 'part', 'ref'])
    .modifyEnd(sql`without rowid`)
    .execute()

  const markFacts = sql`INSERT OR IGNORE INTO search_stale (pad, part, ref)`
  await sql`
    CREATE TRIGGER search_new_pad AFTER INSERT ON pad
    BEGIN ${markFacts} VALUES (new.id, 'facts', 0); END`.execute(db)
  await sql`
    CREATE TRIGGER search_pad_renamed AFTER UPDATE OF title, session ON pad
    BEGIN ${markFacts} VALUES (new.id, 'facts', 0); END`.execute(db)
  await sql`
    CREATE TRIGGER search_session_people AFTER UPDATE OF people ON session WHEN old.people <> new.people
    BEGIN ${markFacts} SELECT id, 'facts', 0 FROM pad WHERE name = new.pad; END`.execute(db)
  await sql`
    CREATE TRIGGER search_said AFTER INSERT ON chat_message
    BEGIN ${markFacts} VALUES (new.pad, 'chat', new.id); END`.execute(db)
  await sql`
    CREATE TRIGGER search_unsaid AFTER UPDATE OF text ON chat_message
    BEGIN ${markFacts} VALUES (new.pad, 'chat', new.id); END`.execute(db)

  await sql`${markFacts} SELECT id, 'facts', 0 FROM pad`.execute(db)
  await sql`${markFacts} SELECT pad, 'chat', id FROM chat_message`.execute(db)
}
