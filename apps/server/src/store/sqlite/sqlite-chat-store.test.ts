import { chatStoreContract } from '../../chat/testing/chat-store-contract.ts'
import { createSqliteChatStore } from './sqlite-chat-store.ts'
import { createSqlitePadDirectory } from './sqlite-pad-directory.ts'
import { temporaryDatabase } from './temporary-database.ts'

chatStoreContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  const pads = createSqlitePadDirectory(database)
  return {
    chat: createSqliteChatStore(database),
    async makePad(name) {
      await pads.create({ name, title: name, session: null, template: null, createdAt: 1 })
    },
    remove,
  }
})
