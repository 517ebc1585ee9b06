import { auditStoreContract } from './testing/audit-store-contract.ts'
import { createMemoryAuditStore } from './testing/memory-audit-store.ts'

auditStoreContract('memory', async () => ({ audit: createMemoryAuditStore(), remove: async () => {} }))
