import type { ActToNote, Noter, Role } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import type { NoterOf } from '../noter.ts'

/** Who does something, as they are called and what they are just then. */
export type Actor = Pick<ActToNote, 'person' | 'name' | 'role'>

export type AuditParts = {
  /** The event of a pad's session; null for a free-standing pad. */
  eventOf(pad: string): Promise<string | null>
  /** Whoever sends a request, and what they are in that pad, or else in that event. */
  actorOf(request: FastifyRequest, place: { event: string | null; pad: string | null }): Promise<Actor>
  now(): number
}

export type Audit = {
  noterOf: NoterOf
  /** For somebody who acts in a pad by another way than a request. */
  noterInPad(pad: string, actor: Actor & { role: Role }): Promise<Noter>
}

/** Writes down acts of power, for whoever stores the act to store the entry with it. */
export function createAudit({ eventOf, actorOf, now }: AuditParts): Audit {
  const noter =
    (place: { event: string | null; pad: string | null }, actor: Actor): Noter =>
    (act, about = '') => ({ ...place, at: now(), act, about, ...actor })
  return {
    async noterOf(request, asked) {
      const place = 'pad' in asked ? { event: await eventOf(asked.pad), pad: asked.pad } : { ...asked, pad: null }
      return noter(place, await actorOf(request, place))
    },
    noterInPad: async (pad, actor) => noter({ event: await eventOf(pad), pad }, actor),
  }
}
