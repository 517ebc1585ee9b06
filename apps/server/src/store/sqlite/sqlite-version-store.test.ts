import { versionStoreContract } from '../../review/testing/version-store-contract.ts'
import { createSqlitePadDirectory } from './sqlite-pad-directory.ts'
import { createSqlitePadStore } from './sqlite-pad-store.ts'
import { createSqliteVersionStore } from './sqlite-version-store.ts'
import { temporaryDatabase } from './temporary-database.ts'

versionStoreContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  const pads = createSqlitePadDirectory(database)
  return {
    versions: createSqliteVersionStore(database),
    async makePad(name) {
      await pads.create({ name, title: name, session: null, template: null, createdAt: 1 })
    },
    async raiseEpoch(name) {
      database.raw.prepare('UPDATE pad SET epoch = epoch + 1 WHERE name = ?').run(name)
    },
    setFrozen: createSqlitePadStore(database).setFrozen,
    remove,
  }
})
