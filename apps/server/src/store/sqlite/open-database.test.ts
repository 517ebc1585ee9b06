import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from './open-database.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forumpad-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('makes the data folder and a durable database in it', async () => {
  const { raw, close } = await openDatabase(join(folder, 'deep', 'data'))
  expect(raw.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(raw.pragma('synchronous', { simple: true })).toBe(2)
  expect(raw.pragma('foreign_keys', { simple: true })).toBe(1)
  await close()
})

it('opens its own database again', async () => {
  await (await openDatabase(folder)).close()
  await expect(openDatabase(folder).then(({ close }) => close())).resolves.toBeUndefined()
})

it('refuses a database from a newer version in one sentence', async () => {
  const { raw, close } = await openDatabase(folder)
  raw.prepare("INSERT INTO kysely_migration VALUES ('9999-telepathy', '2031-01-01')").run()
  await close()
  await expect(openDatabase(folder)).rejects.toThrow(/was written by a newer version of Forumpad/)
})

it('refuses a file that is no database in one sentence', async () => {
  await writeFile(join(folder, 'forumpad.sqlite'), 'Dear diary, '.repeat(1000))
  await expect(openDatabase(folder)).rejects.toThrow(/is not a database that Forumpad can read/)
})

it('refuses a data folder that cannot be made in one sentence', async () => {
  await writeFile(join(folder, 'file'), '')
  await expect(openDatabase(join(folder, 'file', 'data'))).rejects.toThrow(/cannot be written .* set DATA_DIR/)
})

it('overwrites what is deleted, and once what was deleted before it did so', async () => {
  const { raw, close } = await openDatabase(folder)
  raw.pragma('secure_delete = OFF')
  raw.pragma('user_version = 1')
  const add = raw.prepare('INSERT INTO setting (key, value) VALUES (?, ?)')
  for (let n = 0; n < 100; n++) add.run(`key-${n}`, `a secret of before ${'x'.repeat(300)}`)
  raw.prepare('DELETE FROM setting').run()
  await close()
  const file = () => readFile(join(folder, 'forumpad.sqlite'))
  expect((await file()).includes('a secret of before')).toBe(true)

  const again = await openDatabase(folder)
  again.raw.prepare('INSERT INTO setting (key, value) VALUES (?, ?)').run('new', `a secret of today ${'x'.repeat(300)}`)
  again.raw.prepare('DELETE FROM setting').run()
  await again.close()
  for (const secret of ['a secret of before', 'a secret of today']) expect((await file()).includes(secret)).toBe(false)
})

it('empties what a killed server left in the log of its writes, where overwritten words still stand', async () => {
  const { raw, close } = await openDatabase(folder)
  raw.prepare('INSERT INTO setting (key, value) VALUES (?, ?)').run('key', 'a secret of today')
  raw.prepare("UPDATE setting SET value = '█'").run()
  const left = join(folder, 'left')
  for (const file of ['forumpad.sqlite', 'forumpad.sqlite-wal']) await cp(join(folder, file), join(left, file))
  await close()
  const log = () => readFile(join(left, 'forumpad.sqlite-wal'))
  expect((await log()).includes('a secret of today')).toBe(true)

  const again = await openDatabase(left)
  expect((await log()).includes('a secret of today')).toBe(false)
  expect(again.raw.prepare('SELECT value FROM setting').pluck().get()).toBe('█')
  await again.close()
  expect((await readFile(join(left, 'forumpad.sqlite'))).includes('a secret of today')).toBe(false)
})
