import { outcomeStoreContract } from '../../outcomes/testing/outcome-store-contract.ts'
import { createSqliteAgendaStore } from './sqlite-agenda-store.ts'
import { createSqliteOutcomeStore } from './sqlite-outcome-store.ts'
import { createSqlitePadDirectory } from './sqlite-pad-directory.ts'
import { createSqliteRoleStore } from './sqlite-role-store.ts'
import { temporaryDatabase } from './temporary-database.ts'

outcomeStoreContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  const pads = createSqlitePadDirectory(database)
  await createSqliteAgendaStore(database).addEvent({ slug: 'boston', title: 'Boston', timeZone: 'UTC' }, null, 1)
  for (const name of ['telecom', 'keynote', 'edge'])
    await pads.create({ name, title: name, session: null, template: null, createdAt: 1 })
  for (const [pad, title, track, start] of [
    ['keynote', 'Keynote', 'Keynotes', null],
    ['telecom', 'Telecom WG', 'Forum', 5_000],
  ] as const) {
    await database.kysely
      .insertInto('session')
      .values({
        ...{ id: pad, event: 'boston', title, track, pad, people: '[]', state: 'confirmed', sample_time: 0 },
        ...{ description: null, starts_at: start, ends_at: start && start + 1_000, room: null, url: null },
      })
      .execute()
  }
  return { outcomes: createSqliteOutcomeStore(database), roles: createSqliteRoleStore(database), remove }
})
