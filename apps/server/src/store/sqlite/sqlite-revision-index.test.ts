import { revisionIndexContract } from '../../history/testing/revision-index-contract.ts'
import { createSqlitePadDirectory } from './sqlite-pad-directory.ts'
import { createSqlitePadStore } from './sqlite-pad-store.ts'
import { createSqliteRevisionIndex } from './sqlite-revision-index.ts'
import { temporaryDatabase } from './temporary-database.ts'

revisionIndexContract(async () => {
  const { database, remove } = await temporaryDatabase()
  await createSqlitePadDirectory(database).create({
    name: 'edge',
    title: 'edge',
    session: null,
    template: null,
    createdAt: 0,
  })
  const store = createSqlitePadStore(database)
  for (const [count, person] of ['ada', 'grace', 'ada'].entries()) {
    const entries = [{ person, bytes: new Uint8Array([count]) }]
    await store.append([{ pad: 'edge', epoch: 1, onlyIfEmpty: false, entries, clients: [] }], 10 * (count + 1))
  }
  return { index: createSqliteRevisionIndex(database), remove }
})
