import { type Kysely, sql } from 'kysely'

/** What people say beside a pad, who has raised a hand or is there, and what is being timed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('chat_message')
    .addColumn('pad', 'integer', (column) => column.notNull().references('pad.id'))
    .addColumn('id', 'integer', (column) => column.notNull())
    .addColumn('change', 'integer', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('hue', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('deleted_by', 'text')
    .addPrimaryKeyConstraint('chat_message_key', ['pad', 'id'])
    .addUniqueConstraint('chat_message_change', ['pad', 'change'])
    .addUniqueConstraint('chat_message_said_once', ['pad', 'person', 'key'])
    .modifyEnd(sql`without rowid`)
    .execute()

  await db.schema
    .createTable('room')
    .addColumn('pad', 'integer', (column) => column.primaryKey().references('pad.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('timer_topic', 'text')
    .addColumn('timer_minutes', 'integer')
    .addColumn('timer_started_at', 'integer')
    .addColumn('timer_by', 'text')
    .addColumn('timer_by_name', 'text')
    .addColumn('timer_by_hue', 'integer')
    .execute()

  await db.schema
    .createTable('room_hand')
    .addColumn('pad', 'integer', (column) => column.notNull().references('pad.id'))
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('hue', 'integer', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('room_hand_key', ['pad', 'person'])
    .modifyEnd(sql`without rowid`)
    .execute()

  await db.schema
    .createTable('room_attendee')
    .addColumn('pad', 'integer', (column) => column.notNull().references('pad.id'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('hue', 'integer', (column) => column.notNull())
    .addColumn('affiliation', 'text', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('room_attendee_key', ['pad', 'person'])
    .modifyEnd(sql`without rowid`)
    .execute()
}
