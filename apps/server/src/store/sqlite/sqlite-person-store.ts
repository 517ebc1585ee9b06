import type { PersonStore } from '../../people/person-store.ts'
import type { Database } from './open-database.ts'

export function createSqlitePersonStore({ kysely }: Database): PersonStore {
  return {
    find: (id) => kysely.selectFrom('person').select(['id', 'name', 'hue']).where('id', '=', id).executeTakeFirst(),
    async add(person, at) {
      await kysely
        .insertInto('person')
        .values({ ...person, created_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async save(person, at) {
      await kysely
        .insertInto('person')
        .values({ ...person, created_at: at })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: person.name, hue: person.hue }))
        .execute()
    },
  }
}
