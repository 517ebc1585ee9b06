import { roomStoreContract } from '../../room/testing/room-store-contract.ts'
import { createSqlitePadDirectory } from './sqlite-pad-directory.ts'
import { createSqliteRoomStore } from './sqlite-room-store.ts'
import { temporaryDatabase } from './temporary-database.ts'

roomStoreContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  const pads = createSqlitePadDirectory(database)
  return {
    room: createSqliteRoomStore(database),
    async makePad(name) {
      await pads.create({ name, title: name, session: null, template: null, createdAt: 1 })
    },
    remove,
  }
})
