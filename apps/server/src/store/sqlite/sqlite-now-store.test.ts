import { nowStoreContract } from '../../now/testing/now-store-contract.ts'
import { createSqliteNowStore } from './sqlite-now-store.ts'
import { createSqlitePadDirectory } from './sqlite-pad-directory.ts'
import { temporaryDatabase } from './temporary-database.ts'

nowStoreContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  const pads = createSqlitePadDirectory(database)
  for (const name of ['fog', 'nfv'])
    await pads.create({ name, title: name, session: null, template: null, createdAt: 1 })
  return { now: createSqliteNowStore(database), remove }
})
