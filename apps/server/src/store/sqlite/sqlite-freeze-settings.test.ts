import { freezeSettingsContract } from '../../review/testing/freeze-settings-contract.ts'
import { createSqliteAgendaStore } from './sqlite-agenda-store.ts'
import { createSqliteFreezeSettings } from './sqlite-freeze-settings.ts'
import { createSqlitePadDirectory } from './sqlite-pad-directory.ts'
import { createSqlitePadStore } from './sqlite-pad-store.ts'
import { createSqliteVersionStore } from './sqlite-version-store.ts'
import { temporaryDatabase } from './temporary-database.ts'

const HOUR = 3_600_000

freezeSettingsContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  const pads = createSqlitePadDirectory(database)
  const event = { slug: 'boston', title: 'Boston', timeZone: 'UTC' }
  await createSqliteAgendaStore(database).addEvent(event, null, 1)
  for (const [pad, starts_at, ends_at] of [
    ['keynote', 9 * HOUR, 10 * HOUR],
    ['telecom', 11 * HOUR, null],
    ['undated', null, null],
  ] as const) {
    await pads.create({ name: pad, title: pad, session: null, template: null, createdAt: 1 })
    await database.kysely
      .insertInto('session')
      .values({
        ...{ id: pad, event: 'boston', title: pad, track: null, pad, people: '[]', state: 'confirmed', sample_time: 0 },
        ...{ description: null, starts_at, ends_at, room: null, url: null },
      })
      .execute()
    await database.kysely.updateTable('pad').set({ session: pad }).where('name', '=', pad).execute()
  }
  await pads.create({ name: 'edge', title: 'edge', session: null, template: null, createdAt: 1 })
  return {
    settings: createSqliteFreezeSettings(database),
    versions: createSqliteVersionStore(database),
    setFrozen: createSqlitePadStore(database).setFrozen,
    remove,
  }
})
