import type { Kysely } from 'kysely'

/** How a pad shows who wrote what to whoever has not chosen for their own device; null is the margin. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('pad').addColumn('authors_shown', 'text').execute()
}
