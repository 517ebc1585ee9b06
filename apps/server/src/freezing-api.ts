import type { Event } from '@forumpad/api'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { AppParts } from './app-parts.ts'
import type { NoterOf } from './noter.ts'
import { freezeRoutes } from './pads/freeze-routes.ts'
import type { Clerk } from './review/clerk.ts'
import { freezingRoutes } from './review/freezing-routes.ts'
import type { Rights } from './rights/rights.ts'

export type FreezingApiParts = Pick<AppParts, 'pads' | 'agenda' | 'freezeSettings'> & {
  clerk: Clerk
  rights: Rights
  nameOf(request: FastifyRequest): Promise<string | null>
  noterOf: NoterOf
  foundEvent(slug: string): Promise<Event>
  originOf(request: FastifyRequest): string
}

/** All of the HTTP API that makes pads final: one pad, many at once, and by themselves. */
export const freezingApi: FastifyPluginAsync<FreezingApiParts> = async (api, parts) => {
  const { pads, agenda, freezeSettings, clerk, rights, nameOf, noterOf, foundEvent, originOf } = parts
  const freeze = async (pad: string, request: FastifyRequest) =>
    clerk.freeze(pad, await nameOf(request), (await noterOf(request, { pad }))('frozen'))
  await api.register(freezeRoutes, {
    freeze,
    thaw: async (pad, request) => clerk.thaw(pad, (await noterOf(request, { pad }))('thawed')),
    pads,
    originOf,
    requireModerator: (request, pad) => rights.requireInPad(request, pad, 'moderator'),
  })
  await api.register(freezingRoutes, {
    settings: freezeSettings,
    foundEvent,
    sessions: agenda.sessions,
    openAmong: async (names) =>
      (await pads.findMany(names)).flatMap(({ name, frozenAt }) => (frozenAt === null ? [name] : [])),
    freeze,
    noterOf,
    requireModerator: (request, event) => rights.requireInEvent(request, event, 'moderator'),
  })
}
