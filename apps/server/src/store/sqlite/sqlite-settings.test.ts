import { expect, it } from 'vitest'
import { createSqliteSettings } from './sqlite-settings.ts'
import { temporaryDatabase } from './temporary-database.ts'

it('does once what is to be done once', async () => {
  const { database, remove } = await temporaryDatabase()
  const settings = createSqliteSettings(database)
  expect(await settings.firstTime('greet')).toBe(true)
  expect(await settings.firstTime('greet')).toBe(false)
  expect(await settings.firstTime('leave')).toBe(true)
  await remove()
})
