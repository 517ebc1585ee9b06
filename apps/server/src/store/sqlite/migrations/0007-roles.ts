import { type Kysely, sql } from 'kysely'

/** Roles by links: who gave which out, who holds them, and which pads and events are not open to everybody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('role_link')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('secret_hash', 'text', (column) => column.notNull().unique())
    .addColumn('event', 'text', (column) => column.references('event.slug'))
    .addColumn('track', 'text')
    // A pad that an undone import takes away again takes its links along.
    .addColumn('pad', 'text', (column) => column.references('pad.name').onDelete('cascade'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('label', 'text')
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addColumn('created_by', 'text')
    .addColumn('expires_at', 'integer')
    .addColumn('revoked_at', 'integer')
    .execute()
  await db.schema.createIndex('role_link_event').on('role_link').column('event').execute()
  await db.schema.createIndex('role_link_pad').on('role_link').column('pad').execute()
  await db.schema.createIndex('role_link_expiry').on('role_link').column('expires_at').execute()

  await db.schema
    .createTable('role_grant')
    .addColumn('link', 'integer', (column) => column.notNull().references('role_link.id').onDelete('cascade'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('role_grant_key', ['person', 'link'])
    .modifyEnd(sql`without rowid`)
    .execute()
  await db.schema.createIndex('role_grant_link').on('role_grant').columns(['link', 'at']).execute()

  await db.schema
    .createTable('pad_access')
    .addColumn('pad', 'text', (column) => column.primaryKey().notNull().references('pad.name').onDelete('cascade'))
    .addColumn('access', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('event_access')
    .addColumn('event', 'text', (column) => column.primaryKey().notNull().references('event.slug'))
    .addColumn('access', 'text', (column) => column.notNull())
    .execute()
}
