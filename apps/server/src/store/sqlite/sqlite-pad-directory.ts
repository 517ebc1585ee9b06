import type { PadDirectory } from '../../pads/pad-directory.ts'
import type { Database } from './open-database.ts'

const RECORD = [
  'name',
  'title',
  'head as revision',
  'epoch',
  'session',
  'template',
  'words',
  'created_at as createdAt',
  'changed_at as changedAt',
  'frozen_at as frozenAt',
  'authors_shown as authorsShown',
] as const

export function createSqlitePadDirectory({ kysely }: Database): PadDirectory {
  return {
    find: (name) => kysely.selectFrom('pad').select(RECORD).where('name', '=', name).executeTakeFirst(),

    findMany: (names) => kysely.selectFrom('pad').select(RECORD).where('name', 'in', names).execute(),

    async create({ name, title, session, template, createdAt }) {
      const { numInsertedOrUpdatedRows } = await kysely
        .insertInto('pad')
        .values({ name, title, session, template, created_at: createdAt })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    },

    recentOf: (person, count) =>
      kysely
        .selectFrom('pad')
        .select(RECORD)
        .where('changed_at', 'is not', null)
        .where('id', 'in', (query) =>
          query
            .selectFrom('pad_client')
            .select('pad_client.pad')
            .where('pad_client.person', '=', person)
            .where('verified', '=', 1),
        )
        .orderBy('changed_at', 'desc')
        .orderBy('id')
        .limit(count)
        .execute(),

    async names() {
      const pads = await kysely.selectFrom('pad').select('name').execute()
      return pads.map(({ name }) => name)
    },

    async saveWords(name, words) {
      await kysely.updateTable('pad').set({ words }).where('name', '=', name).execute()
    },

    async showAuthors(name, way) {
      await kysely.updateTable('pad').set({ authors_shown: way }).where('name', '=', name).execute()
    },

    async keepTemplate(name, template) {
      await kysely.updateTable('pad').set({ template }).where('name', '=', name).where('head', '=', 0).execute()
    },
  }
}
