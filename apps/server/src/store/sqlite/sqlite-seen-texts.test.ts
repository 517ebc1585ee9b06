import { seenTextsContract } from '../../pads/testing/seen-texts-contract.ts'
import { createSqlitePadDirectory } from './sqlite-pad-directory.ts'
import { createSqlitePadStore } from './sqlite-pad-store.ts'
import { createSqliteSeenTexts } from './sqlite-seen-texts.ts'
import { temporaryDatabase } from './temporary-database.ts'

seenTextsContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  const pads = createSqlitePadDirectory(database)
  const store = createSqlitePadStore(database)
  return {
    seen: createSqliteSeenTexts(database),
    async writes(pad, revision) {
      await pads.create({ name: pad, title: pad, session: null, template: null, createdAt: 1 })
      const head = (await pads.find(pad))?.revision ?? 0
      const entries = Array.from({ length: revision - head }, () => ({ person: 'ada', bytes: new Uint8Array([0, 0]) }))
      await store.append([{ pad, epoch: 1, onlyIfEmpty: false, entries, clients: [] }], 1)
    },
    remove,
  }
})
