import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { archiveOf, makeWholeEvent } from './archive/testing/whole-event.ts'
import { systemClock } from './clock.ts'
import { loadArchives } from './load-archives.ts'
import { StartFailure } from './start-failure.ts'
import { createSqliteStores } from './store/sqlite/sqlite-stores.ts'
import { temporaryDatabase } from './store/sqlite/temporary-database.ts'
import { runApp } from './testing/running-app.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forumpad-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('an archive on the command line comes once; the same start again leaves it alone; a damaged one stops it', async () => {
  const server = await runApp()
  await makeWholeEvent(server)
  const path = join(folder, 'forum.zip')
  await writeFile(path, await archiveOf(server))
  await server.end()

  const { database, folder: data, remove } = await temporaryDatabase()
  const stores = createSqliteStores(database)
  const says: string[] = []
  const load = (archive: string) =>
    loadArchives({
      ...{ ...stores, uploadsFolder: join(data, 'uploads'), clock: systemClock },
      ...{ archives: [archive], say: (sentence) => void says.push(sentence) },
    })
  try {
    await load(path)
    expect(says).toEqual([`"Forum" (/e/forum): 3 pads with 3 revisions came from ${path}.`])
    await load(path)
    expect(says[1]).toBe(`--archive ${path}: The event "Forum" is here already, at /e/forum. Nothing was imported.`)
    const other = join(folder, 'other.zip')
    await expect(load(other)).rejects.toThrow(
      /^--archive .*other\.zip was not imported: the file cannot be read \(ENOENT/,
    )
    await writeFile(other, 'cut')
    await expect(load(other)).rejects.toThrow(StartFailure)
    await expect(load(other)).rejects.toThrow('This file is no ZIP archive, or its end is missing')
  } finally {
    await remove()
  }
}, 60_000)
