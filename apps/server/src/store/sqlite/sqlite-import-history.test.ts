import { expect, test } from 'vitest'
import { beginningsIn } from '../../agenda/templates/session-templates.ts'
import { importHistoryContract } from '../../agenda/testing/import-history-contract.ts'
import { createSqliteAgendaStore } from './sqlite-agenda-store.ts'
import { createSqliteImportHistory } from './sqlite-import-history.ts'
import { temporaryDatabase } from './temporary-database.ts'

const BOSTON = { slug: 'bos', title: 'Boston', timeZone: 'UTC' }

importHistoryContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  return { store: createSqliteAgendaStore(database), history: createSqliteImportHistory(database), remove }
})

test('an import from before there was a history is listed, shown and undone', async () => {
  const { database, remove } = await temporaryDatabase()
  try {
    const store = createSqliteAgendaStore(database)
    await store.addEvent(BOSTON, null, 1)
    const report = JSON.stringify({ id: null, format: 'iCalendar', sessions: 0, added: 0, problems: [] })
    const before = JSON.stringify({ added: [], sessions: [] })
    await database.kysely.insertInto('agenda_import').values({ event: 'bos', at: 7, report, before }).execute()
    const history = createSqliteImportHistory(database)
    expect(await history.imports('bos', 5)).toMatchObject([{ id: 1, state: 'applied', by: 'organiser', notes: [] }])
    expect(await history.report('bos', 1)).toMatchObject({ id: 1, changes: [], refusal: null })
    expect(await store.undoImport('bos', 1, beginningsIn(BOSTON))).toBe('undone')
  } finally {
    await remove()
  }
})
