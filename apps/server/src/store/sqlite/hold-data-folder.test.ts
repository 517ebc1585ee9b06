import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { holdDataFolder } from './hold-data-folder.ts'

it('lets one server at a time have a data folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'forumpad-'))
  const first = holdDataFolder(folder)
  expect(() => holdDataFolder(folder, 10)).toThrow(/^Another Forumpad is running with the data folder .*DATA_DIR/)
  first.release()
  holdDataFolder(folder, 10).release()
  await rm(folder, { recursive: true })
})
