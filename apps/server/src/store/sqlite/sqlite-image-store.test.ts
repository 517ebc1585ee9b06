import { imageStoreContract } from '../../images/testing/image-store-contract.ts'
import { createSqliteImageStore } from './sqlite-image-store.ts'
import { createSqlitePadDirectory } from './sqlite-pad-directory.ts'
import { temporaryDatabase } from './temporary-database.ts'

imageStoreContract(async () => {
  const { database, remove } = await temporaryDatabase()
  const pads = createSqlitePadDirectory(database)
  for (const name of ['edge', 'other']) {
    await pads.create({ name, title: name, session: null, template: null, createdAt: 0 })
  }
  return { images: createSqliteImageStore(database), remove }
})
