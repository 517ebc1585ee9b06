import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { padStoreContract } from '@forumpad/sync/testing'
import { openDatabase } from './open-database.ts'
import { createSqlitePadStore } from './sqlite-pad-store.ts'

padStoreContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'forumpad-'))
  let database = await openDatabase(folder)
  return {
    store: createSqlitePadStore(database),
    addPad: async (name) => {
      await database.kysely.insertInto('pad').values({ name, title: name, created_at: 0 }).execute()
    },
    raiseEpoch: async (name) => {
      await database.kysely
        .updateTable('pad')
        .set(({ eb }) => ({ epoch: eb('epoch', '+', 1) }))
        .where('name', '=', name)
        .execute()
    },
    reopen: async () => {
      await database.close()
      database = await openDatabase(folder)
      return createSqlitePadStore(database)
    },
    close: async () => {
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
})
