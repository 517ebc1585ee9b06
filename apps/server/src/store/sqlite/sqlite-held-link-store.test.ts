import { heldLinkStoreContract } from '../../links/testing/held-link-store-contract.ts'
import { createSqliteAgendaStore } from './sqlite-agenda-store.ts'
import { createSqliteHeldLinkStore } from './sqlite-held-link-store.ts'
import { temporaryDatabase } from './temporary-database.ts'

heldLinkStoreContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  for (const slug of ['boston', 'denver'])
    await createSqliteAgendaStore(database).addEvent({ slug, title: slug, timeZone: 'UTC' }, null, 1)
  return { links: createSqliteHeldLinkStore(database), remove }
})
