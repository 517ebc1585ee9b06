import { blockStoreContract } from '../../rights/testing/block-store-contract.ts'
import { createSqliteAgendaStore } from './sqlite-agenda-store.ts'
import { createSqliteBlockStore } from './sqlite-block-store.ts'
import { temporaryDatabase } from './temporary-database.ts'

blockStoreContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  for (const slug of ['boston', 'denver'])
    await createSqliteAgendaStore(database).addEvent({ slug, title: slug, timeZone: 'UTC' }, null, 1)
  return { blocks: createSqliteBlockStore(database), remove }
})
