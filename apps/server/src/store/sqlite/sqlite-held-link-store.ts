import type { HeldLinkStore } from '../../links/held-link-store.ts'
import { doAndNote } from './note-act.ts'
import type { Database } from './open-database.ts'
import { inParts } from './update-sessions.ts'

export function createSqliteHeldLinkStore({ kysely }: Database): HeldLinkStore {
  const linksOf = (event: string) => kysely.selectFrom('event_link').where('event', '=', event)

  return {
    async isHolding(event) {
      const found = kysely.selectFrom('link_holding').select('event').where('event', '=', event)
      return (await found.executeTakeFirst()) !== undefined
    },

    setHolding: (event, holding, note) =>
      doAndNote(
        kysely,
        async (transaction) => {
          if (!holding) return transaction.deleteFrom('link_holding').where('event', '=', event).execute()
          const add = transaction.insertInto('link_holding').values({ event })
          return add.onConflict((conflict) => conflict.doNothing()).execute()
        },
        () => note,
      ).then(() => {}),

    async known(event, hrefs) {
      const known = new Map<string, boolean>()
      for (const some of inParts(hrefs))
        for (const { href, held } of await linksOf(event).select(['href', 'held']).where('href', 'in', some).execute())
          known.set(href, held === 1)
      return known
    },

    see: (event, links) =>
      kysely.transaction().execute(async (transaction) => {
        for (const some of inParts(links)) {
          await transaction
            .insertInto('event_link')
            .values(some.map((link) => ({ event, ...link, held: link.held ? 1 : 0 })))
            .onConflict((conflict) =>
              conflict.columns(['event', 'href']).doUpdateSet(({ fn, ref }) => ({
                held: fn<number>('min', [ref('event_link.held'), ref('excluded.held')]),
              })),
            )
            .execute()
        }
      }),

    async held(event, limit) {
      const rows = await linksOf(event)
        .select(['href', 'pad', 'person', 'at'])
        .where('held', '=', 1)
        .orderBy('at', 'desc')
        .orderBy('href')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ ...row, held: true }))
    },

    async countFree(event) {
      const counted = linksOf(event).where('held', '=', 0)
      return (await counted.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count
    },

    release: (event, href, note) =>
      doAndNote(
        kysely,
        async (transaction) => {
          const { numUpdatedRows } = await transaction
            .updateTable('event_link')
            .set({ held: 0 })
            .where('event', '=', event)
            .where('href', '=', href)
            .where('held', '=', 1)
            .executeTakeFirstOrThrow()
          return numUpdatedRows === 1n
        },
        (isNew) => (isNew ? note : null),
      ),

    trust: (event, person, at, note) =>
      doAndNote(
        kysely,
        async (transaction) => {
          const { numInsertedOrUpdatedRows } = await transaction
            .insertInto('trusted_person')
            .values({ event, person, at })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirstOrThrow()
          if (numInsertedOrUpdatedRows !== 1n) return false
          await transaction
            .updateTable('event_link')
            .set({ held: 0 })
            .where('event', '=', event)
            .where('person', '=', person)
            .execute()
          return true
        },
        (isNew) => (isNew ? note : null),
      ),

    async trusted(event, people) {
      const trusted = new Set<string>()
      const all = kysely.selectFrom('trusted_person').select('person').where('event', '=', event)
      for (const some of inParts(people))
        for (const { person } of await all.where('person', 'in', some).execute()) trusted.add(person)
      return trusted
    },
  }
}
