import { commentStoreContract } from '../../comments/testing/comment-store-contract.ts'
import { createSqliteCommentStore } from './sqlite-comment-store.ts'
import { createSqlitePadDirectory } from './sqlite-pad-directory.ts'
import { temporaryDatabase } from './temporary-database.ts'

commentStoreContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  const pads = createSqlitePadDirectory(database)
  return {
    comments: createSqliteCommentStore(database),
    async makePad(name) {
      await pads.create({ name, title: name, session: null, template: null, createdAt: 1 })
    },
    remove,
  }
})
