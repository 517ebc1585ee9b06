import type { FeedStore } from '../../feeds/feed-store.ts'
import { lastImport, unpackFeed } from './feed-rows.ts'
import type { Database } from './open-database.ts'

export function createSqliteFeedStore({ kysely }: Database): FeedStore {
  return {
    async lastImport(event) {
      const last = await lastImport(kysely, event)
      if (last === undefined) return undefined
      const row = await kysely
        .selectFrom('agenda_feed')
        .select('packed')
        .where('import', '=', last.id)
        .executeTakeFirst()
      return { at: last.at, feed: row && (await unpackFeed(row.packed)) }
    },

    async keys(event) {
      const rows = await kysely
        .selectFrom('session_alias')
        .select(['external', 'session'])
        .where('event', '=', event)
        .where('kind', '=', 'key')
        .execute()
      return new Map(rows.map(({ external, session }) => [external, session]))
    },

    async padNumbers(event) {
      const rows = await kysely
        .selectFrom('session')
        .innerJoin('pad', 'pad.name', 'session.pad')
        .select(['pad.name', 'pad.id'])
        .where('session.event', '=', event)
        .execute()
      return new Map(rows.map(({ name, id }) => [name, id]))
    },

    async padsNumbered(numbers) {
      const rows = await kysely
        .selectFrom('pad')
        .innerJoin('session', 'session.pad', 'pad.name')
        .select(['pad.name', 'pad.id'])
        .where('pad.id', 'in', numbers)
        .execute()
      return new Map(rows.map(({ name, id }) => [id, name]))
    },
  }
}
