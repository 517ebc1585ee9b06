import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { auditStoreContract } from '../../audit/testing/audit-store-contract.ts'
import { createSqliteAuditStore } from './sqlite-audit-store.ts'
import { temporaryDatabase } from './temporary-database.ts'

auditStoreContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  return { audit: createSqliteAuditStore(database), remove }
})

test('the table itself refuses to change or forget what was noted', async () => {
  const { database, remove } = await temporaryDatabase()
  const entry = {
    event: 'bos',
    pad: null,
    at: 1,
    act: 'frozen',
    person: null,
    name: null,
    role: 'organiser',
    about: '',
  } as const
  await createSqliteAuditStore(database).add(entry)
  for (const change of ['UPDATE audit_entry SET name = 1', 'DELETE FROM audit_entry'])
    await expect(sql.raw(change).execute(database.kysely)).rejects.toThrow('only added to')
  await remove()
})
