import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pad')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addColumn('head', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('epoch', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('session', 'text')
    .addColumn('template', 'text')
    .addColumn('words', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('changed_at', 'integer')
    .addColumn('frozen_at', 'integer')
    .execute()
  await db.schema.createIndex('pad_session').on('pad').column('session').execute()
  await db.schema.createIndex('pad_changed_at').on('pad').column('changed_at').execute()

  await db.schema
    .createTable('pad_update')
    .addColumn('pad', 'integer', (column) => column.notNull().references('pad.id'))
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('pad_update_key', ['pad', 'revision'])
    .execute()

  await db.schema
    .createTable('pad_checkpoint')
    .addColumn('pad', 'integer', (column) => column.primaryKey().references('pad.id'))
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('state', 'blob', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('pad_client')
    .addColumn('pad', 'integer', (column) => column.notNull().references('pad.id'))
    .addColumn('client', 'integer', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('verified', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('pad_client_key', ['pad', 'client'])
    .modifyEnd(sql`without rowid`)
    .execute()
  await db.schema.createIndex('pad_client_person').on('pad_client').column('person').execute()

  await db.schema
    .createTable('person')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('hue', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('setting')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()
}
