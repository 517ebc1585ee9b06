import { importHistoryContract } from '../../agenda/testing/import-history-contract.ts'
import { createSqliteAgendaStore } from './sqlite-agenda-store.ts'
import { createSqliteImportHistory } from './sqlite-import-history.ts'
import { temporaryDatabase } from './temporary-database.ts'

importHistoryContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  return { store: createSqliteAgendaStore(database), history: createSqliteImportHistory(database), remove }
})
