import { sourceStoreContract } from '../../agenda/testing/source-store-contract.ts'
import { createSqliteAgendaStore } from './sqlite-agenda-store.ts'
import { createSqliteSourceStore } from './sqlite-source-store.ts'
import { temporaryDatabase } from './temporary-database.ts'

sourceStoreContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  for (const slug of ['bos', 'other']) {
    await createSqliteAgendaStore(database).addEvent({ slug, title: slug, timeZone: 'UTC' }, null, 1)
  }
  return { sources: createSqliteSourceStore(database), remove }
})
