import type { FastifyRequest } from 'fastify'
import type { AppParts } from './app-parts.ts'
import { type Actor, type Audit, createAudit } from './audit/audit.ts'
import type { Rights } from './rights/rights.ts'

export type AuditNeed = Pick<AppParts, 'agenda'> & {
  rights: Pick<Rights, 'whoAsks' | 'roleInPad' | 'roleInEvent'>
  nameOf(request: FastifyRequest): Promise<string | null>
  now(): number
}

/** What writes down acts of power, with who does them as they are called and what they are at that moment. */
export function auditOf({ agenda, rights, nameOf, now }: AuditNeed): Audit {
  return createAudit({
    eventOf: async (pad) => (await agenda.sessionOfPad(pad))?.event ?? null,
    async actorOf(request, { event, pad }): Promise<Actor> {
      const who = rights.whoAsks(request)
      const role = pad !== null ? await rights.roleInPad(who, pad) : event && (await rights.roleInEvent(who, event))
      return { person: who.person ?? null, name: await nameOf(request), role: role || 'reader' }
    },
    now,
  })
}
