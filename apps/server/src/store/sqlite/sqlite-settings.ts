import type { Database } from './open-database.ts'

export type Settings = {
  /** True the first time that it is asked for a name, over all starts. */
  firstTime(name: string): Promise<boolean>
}

/** What the program remembers of itself between starts. */
export function createSqliteSettings({ kysely }: Database): Settings {
  return {
    async firstTime(name) {
      const { numInsertedOrUpdatedRows } = await kysely
        .insertInto('setting')
        .values({ key: `done: ${name}`, value: new Date().toISOString() })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    },
  }
}
