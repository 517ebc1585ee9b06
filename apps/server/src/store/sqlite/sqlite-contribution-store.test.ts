import { contributionStoreContract } from '../../report/testing/contribution-store-contract.ts'
import { createSqliteAgendaStore } from './sqlite-agenda-store.ts'
import { createSqliteContributionStore } from './sqlite-contribution-store.ts'
import { createSqlitePadDirectory } from './sqlite-pad-directory.ts'
import { createSqliteRoleStore } from './sqlite-role-store.ts'
import { temporaryDatabase } from './temporary-database.ts'

contributionStoreContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  const roles = createSqliteRoleStore(database)
  await createSqliteAgendaStore(database).addEvent({ slug: 'boston', title: 'Boston', timeZone: 'UTC' }, null, 1)
  for (const pad of ['telecom', 'keynote']) {
    await createSqlitePadDirectory(database).create({
      name: pad,
      title: pad,
      session: null,
      template: null,
      createdAt: 1,
    })
    await database.kysely
      .insertInto('session')
      .values({
        ...{ id: pad, event: 'boston', title: pad, track: null, pad, people: '[]', state: 'confirmed', sample_time: 0 },
        ...{ description: null, starts_at: null, ends_at: null, room: null, url: null },
      })
      .execute()
  }
  return {
    contributions: createSqliteContributionStore(database),
    close: (pad) => roles.setPadAccess(pad, 'closed'),
    remove,
  }
})
