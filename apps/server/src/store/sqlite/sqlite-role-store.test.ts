import { roleStoreContract } from '../../rights/testing/role-store-contract.ts'
import { createSqliteAgendaStore } from './sqlite-agenda-store.ts'
import { createSqlitePadDirectory } from './sqlite-pad-directory.ts'
import { createSqliteRoleStore } from './sqlite-role-store.ts'
import { temporaryDatabase } from './temporary-database.ts'

roleStoreContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  const pads = createSqlitePadDirectory(database)
  for (const slug of ['boston', 'denver']) {
    await createSqliteAgendaStore(database).addEvent({ slug, title: slug, timeZone: 'UTC' }, null, 1)
  }
  for (const name of ['telecom', 'keynote', 'edge']) {
    await pads.create({ name, title: name, session: null, template: null, createdAt: 1 })
  }
  for (const [pad, track] of [
    ['telecom', 'Forum'],
    ['keynote', 'Keynotes'],
  ] as const) {
    await database.kysely
      .insertInto('session')
      .values({
        ...{ id: pad, event: 'boston', title: pad, track, pad, people: '[]', state: 'confirmed', sample_time: 0 },
        ...{ description: null, starts_at: null, ends_at: null, room: null, url: null },
      })
      .execute()
  }
  return { roles: createSqliteRoleStore(database), remove }
})
