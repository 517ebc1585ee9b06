import type { BlockStore } from '../../rights/block-store.ts'
import { doAndNote } from './note-act.ts'
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
    block: (event, person, at, note) =>
      doAndNote(
        kysely,
        async (transaction) => {
          const { numInsertedOrUpdatedRows } = await transaction
            .insertInto('person_block')
            .values({ event, person, at })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirstOrThrow()
          return numInsertedOrUpdatedRows === 1n
        },
        (isNew) => (isNew ? note : null),
      ),
    lift: (event, person, note) =>
      doAndNote(
        kysely,
        async (transaction) => {
          const { numDeletedRows } = await transaction
            .deleteFrom('person_block')
            .where('event', '=', event)
            .where('person', '=', person)
            .executeTakeFirstOrThrow()
          return numDeletedRows === 1n
        },
        (wasThere) => (wasThere ? note : null),
      ),
  }
}
