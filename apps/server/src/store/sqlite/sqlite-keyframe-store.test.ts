import { keyframeStoreContract } from '../../history/testing/keyframe-store-contract.ts'
import { createSqliteKeyframeStore } from './sqlite-keyframe-store.ts'
import { createSqlitePadDirectory } from './sqlite-pad-directory.ts'
import { temporaryDatabase } from './temporary-database.ts'

keyframeStoreContract(async () => {
  const { database, remove } = await temporaryDatabase()
  const pads = createSqlitePadDirectory(database)
  for (const name of ['edge', 'other']) {
    await pads.create({ name, title: name, session: null, template: null, createdAt: 0 })
  }
  return {
    keyframes: createSqliteKeyframeStore(database),
    async raiseEpoch(name) {
      await database.kysely
        .updateTable('pad')
        .set((row) => ({ epoch: row('epoch', '+', 1) }))
        .where('name', '=', name)
        .execute()
    },
    remove,
  }
})
