import { feedStoreContract } from '../../feeds/testing/feed-store-contract.ts'
import { createSqliteAgendaStore } from './sqlite-agenda-store.ts'
import { createSqliteFeedStore } from './sqlite-feed-store.ts'
import { temporaryDatabase } from './temporary-database.ts'

feedStoreContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  return { feeds: createSqliteFeedStore(database), agenda: createSqliteAgendaStore(database), remove }
})
