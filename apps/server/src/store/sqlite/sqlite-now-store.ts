import type { NowStore } from '../../now/now-store.ts'
import type { Database } from './open-database.ts'

export function createSqliteNowStore({ kysely }: Database): NowStore {
  return {
    async of(pads) {
      const rows = await kysely
        .selectFrom('pad_now')
        .innerJoin('pad', 'pad.id', 'pad_now.pad')
        .select(['pad.name', 'topic', 'late_minutes as lateMinutes', 'at'])
        .where('pad.name', 'in', pads)
        .execute()
      return new Map(rows.map(({ name, ...words }) => [name, words]))
    },

    say: (name, words) =>
      kysely.transaction().execute(async (transaction) => {
        const pad = await transaction.selectFrom('pad').select('id').where('name', '=', name).executeTakeFirst()
        if (pad === undefined) return false
        if (words === null) {
          await transaction.deleteFrom('pad_now').where('pad', '=', pad.id).execute()
          return true
        }
        const row = { topic: words.topic, late_minutes: words.lateMinutes, at: words.at }
        await transaction
          .insertInto('pad_now')
          .values({ pad: pad.id, ...row })
          .onConflict((conflict) => conflict.column('pad').doUpdateSet(row))
          .execute()
        return true
      }),
  }
}
