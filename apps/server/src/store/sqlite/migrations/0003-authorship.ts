import type { Kysely } from 'kysely'

/** Who wrote what is in a checkpoint: derived from the log, so that it may be missing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('pad_checkpoint').addColumn('authorship', 'blob').execute()
}
