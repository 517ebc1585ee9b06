import type { Kysely } from 'kysely'

/** Nobody asks for pads by the time of their last change alone, and every commit had to move the pad in this index. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('pad_changed_at').execute()
}
