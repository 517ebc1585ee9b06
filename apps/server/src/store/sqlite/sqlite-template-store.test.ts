import { templateStoreContract } from '../../agenda/templates/testing/template-store-contract.ts'
import { createSqliteAgendaStore } from './sqlite-agenda-store.ts'
import { createSqlitePadDirectory } from './sqlite-pad-directory.ts'
import { createSqliteTemplateStore } from './sqlite-template-store.ts'
import { temporaryDatabase } from './temporary-database.ts'

templateStoreContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  const { kysely } = database
  const pads = createSqlitePadDirectory(database)
  for (const slug of ['bos', 'other'])
    await createSqliteAgendaStore(database).addEvent({ slug, title: slug, timeZone: 'UTC' }, null, 1)
  for (const [pad, event, template] of [
    ['fog', 'bos', 'fog, as it was'],
    ['nfv', 'bos', 'nfv, as it was'],
    ['blank', 'bos', null],
    ['far', 'other', 'far, as it was'],
  ] as const) {
    await pads.create({ name: pad, title: pad, session: pad, template, createdAt: 1 })
    await kysely
      .insertInto('session')
      .values({ id: pad, event, title: pad, pad, people: '[]', state: 'confirmed', sample_time: 0 })
      .execute()
  }
  await kysely.updateTable('pad').set({ head: 1, changed_at: 2 }).where('name', '=', 'nfv').execute()
  return {
    templates: createSqliteTemplateStore(database),
    beginningOf: async (pad) => (await pads.find(pad))?.template ?? null,
    remove,
  }
})
