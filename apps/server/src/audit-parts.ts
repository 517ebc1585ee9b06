import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { AppParts } from './app-parts.ts'
import { type Actor, type Audit, addAudit } from './audit/audit.ts'
import type { Rights } from './rights/rights.ts'

export type AuditNeed = Pick<AppParts, 'audit' | 'agenda' | 'persons'> & {
  rights: Pick<Rights, 'whoAsks' | 'roleInPad' | 'roleInEvent'>
  nameOf(request: FastifyRequest): Promise<string | null>
  now(): number
}

/** From now on acts of power are noted, with who did them as they are called and what they are at that moment. */
export function createAudit(app: FastifyInstance, { audit, agenda, persons, rights, nameOf, now }: AuditNeed): Audit {
  return addAudit(app, {
    store: audit,
    eventOf: async (pad) => (await agenda.sessionOfPad(pad))?.event ?? null,
    async actorOf(request, { event, pad }): Promise<Actor> {
      const who = rights.whoAsks(request)
      const role = pad !== null ? await rights.roleInPad(who, pad) : event && (await rights.roleInEvent(who, event))
      return { person: who.person ?? null, name: await nameOf(request), role: role || 'reader' }
    },
    nameOfPerson: async (id) => (await persons.find(id))?.name ?? id,
    now,
  })
}
