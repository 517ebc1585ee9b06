import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { KeptFeed } from '@forumpad/agenda'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** As many imports as that can be undone before an agenda is written anew instead of given out as it came. */
const KEPT = 10

export async function packFeed(feed: KeptFeed): Promise<Uint8Array> {
  return promisify(gzip)(JSON.stringify(feed))
}

export async function unpackFeed(packed: Uint8Array): Promise<KeptFeed> {
  return JSON.parse((await promisify(gunzip)(packed)).toString('utf8'))
}

/** @param importId null for a feed that changed no session: it takes the place of the one before */
export async function keepFeed(
  kysely: Kysely<Tables>,
  event: string,
  importId: number | null,
  packed: Uint8Array,
): Promise<void> {
  const id = importId ?? (await lastImport(kysely, event))?.id
  if (id === undefined) return
  await kysely
    .insertInto('agenda_feed')
    .values({ import: id, event, packed })
    .onConflict((conflict) => conflict.column('import').doUpdateSet({ packed }))
    .execute()
  const kept = await kysely
    .selectFrom('agenda_feed')
    .select('import')
    .where('event', '=', event)
    .orderBy('import', 'desc')
    .limit(KEPT)
    .execute()
  const oldest = kept.at(-1)?.import ?? 0
  await kysely.deleteFrom('agenda_feed').where('event', '=', event).where('import', '<', oldest).execute()
}

/** The import whose agenda counts. */
export function lastImport(kysely: Kysely<Tables>, event: string) {
  return kysely
    .selectFrom('agenda_import')
    .select(['id', 'at'])
    .where('event', '=', event)
    .where('state', '=', 'applied')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
