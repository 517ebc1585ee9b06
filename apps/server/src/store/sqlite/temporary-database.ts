import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from './open-database.ts'

/** A new database in a folder of its own, for one test; `remove` takes both away. */
export async function temporaryDatabase(): Promise<{ database: Database; folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'forumpad-'))
  const database = await openDatabase(folder)
  return {
    database,
    folder,
    async remove() {
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
}
