import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Database } from './open-database.ts'
import { createSqlitePersonStore } from './sqlite-person-store.ts'
import { temporaryDatabase } from './temporary-database.ts'

let database: Database
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ database, remove } = await temporaryDatabase())
})
afterEach(() => remove())

it('keeps people as they are now', async () => {
  const people = createSqlitePersonStore(database)
  expect(await people.find('p1')).toBeUndefined()
  await people.add({ id: 'p1', name: 'Guest Heron', hue: 3 }, 1)
  await people.save({ id: 'p1', name: 'Ada', hue: 4 }, 2)
  await people.add({ id: 'p1', name: 'Guest Heron', hue: 3 }, 3)
  expect(await people.find('p1')).toEqual({ id: 'p1', name: 'Ada', hue: 4 })
})
