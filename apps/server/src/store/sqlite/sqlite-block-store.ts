import type { BlockStore } from '../../rights/block-store.ts'
import type { Database } from './open-database.ts'

export function createSqliteBlockStore({ kysely }: Database): BlockStore {
  return {
    async isBlocked(event, person) {
      const row = await kysely
        .selectFrom('person_block')
        .select('at')
        .where('event', '=', event)
        .where('person', '=', person)
        .executeTakeFirst()
      return row !== undefined
    },
    blocked: (event) =>
      kysely
        .selectFrom('person_block')
        .select(['person', 'at'])
        .where('event', '=', event)
        .orderBy('at', 'desc')
        .orderBy('person')
        .execute(),
    async block(event, person, at) {
      const { numInsertedOrUpdatedRows } = await kysely
        .insertInto('person_block')
        .values({ event, person, at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    },
    async lift(event, person) {
      const { numDeletedRows } = await kysely
        .deleteFrom('person_block')
        .where('event', '=', event)
        .where('person', '=', person)
        .executeTakeFirstOrThrow()
      return numDeletedRows === 1n
    },
  }
}
