import { type Kysely, sql } from 'kysely'

/** Keyframes may be kept as what is different from an earlier one. Those that there are lie too far apart, and are made anew from the log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`DELETE FROM pad_keyframe`.execute(db)
  await db.schema.alterTable('pad_keyframe').addColumn('base', 'integer').execute()
}
