import type { AuditAct, Role } from '@forumpad/api'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { AuditStore } from './audit-store.ts'
import { AUDITED_ACTS, fieldsOf } from './audited-acts.ts'

/** Who does something, as they are called and what they are just then. */
export type Actor = { person: string | null; name: string | null; role: Role }

export type AuditParts = {
  store: AuditStore
  /** The event of a pad's session; null for a free-standing pad. */
  eventOf(pad: string): Promise<string | null>
  /** Whoever sends a request, and what they are in that pad, or else in that event. */
  actorOf(request: FastifyRequest, place: { event: string | null; pad: string | null }): Promise<Actor>
  /** What somebody is called. */
  nameOfPerson(id: string): Promise<string>
  now(): number
}

export type Audit = {
  /** Notes an act on a pad that came by another way than a request. */
  noteInPad(pad: string, act: AuditAct, about: string, actor: Actor): Promise<void>
  /** Notes an act on an event. */
  noteInEvent(event: string, act: AuditAct, about: string, request: FastifyRequest): Promise<void>
}

/**
 * Notes every act of power with who did it. An act that was asked for by a request is noted before the request is answered: whoever hears
 * that it is done can find it in the log.
 */
export function addAudit(app: FastifyInstance, { store, eventOf, actorOf, nameOfPerson, now }: AuditParts): Audit {
  app.addHook('onSend', async (request, reply, payload) => {
    const { url, method } = request.routeOptions
    const audited = reply.statusCode < 400 ? AUDITED_ACTS[`${method} ${url}`] : undefined
    const told = audited?.about({ request, answer: jsonIn(payload) })
    if (audited === undefined || told === undefined) return payload
    const about = typeof told === 'string' ? told : await nameOfPerson(told.person)
    const params = fieldsOf(request.params)
    const pad = typeof params.pad === 'string' ? params.pad.normalize('NFC') : null
    const event = typeof params.event === 'string' ? params.event : pad === null ? null : await eventOf(pad)
    await store.add({ event, pad, at: now(), act: audited.act, about, ...(await actorOf(request, { event, pad })) })
    return payload
  })

  return {
    noteInPad: async (pad, act, about, actor) =>
      store.add({ event: await eventOf(pad), pad, at: now(), act, about, ...actor }),
    noteInEvent: async (event, act, about, request) =>
      store.add({ event, pad: null, at: now(), act, about, ...(await actorOf(request, { event, pad: null })) }),
  }
}

function jsonIn(payload: unknown): Record<string, unknown> {
  if (typeof payload !== 'string' || !payload.startsWith('{')) return {}
  return fieldsOf(JSON.parse(payload))
}
