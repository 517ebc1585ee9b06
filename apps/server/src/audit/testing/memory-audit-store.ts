import type { AuditRecord, AuditStore } from '../audit-store.ts'

export function createMemoryAuditStore(): AuditStore {
  const all: AuditRecord[] = []
  return {
    async add(entry) {
      all.push({ id: all.length + 1, ...entry })
    },
    async ofEvent(event, before, limit) {
      return all
        .filter((entry) => entry.event === event && (before === null || entry.id < before))
        .reverse()
        .slice(0, limit)
    },
  }
}
