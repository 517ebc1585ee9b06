import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { BlockedPerson, Problem } from '@forumpad/api'
import { Type } from 'typebox'
import type { Moderation } from './moderation.ts'

export type BlockRoutesParts = {
  moderation: Pick<Moderation, 'blocked' | 'block' | 'lift'>
  /** Throws a 404 if there is none. */
  foundEvent(slug: string): Promise<{ slug: string }>
}

const InEvent = Type.Object({ event: Type.String({ maxLength: 60 }) })
const OnePerson = Type.Object({ event: Type.String({ maxLength: 60 }), person: Type.String({ maxLength: 64 }) })
const forModerators = {
  ...{ tags: ['roles'], security: [{ organiser: [] }] },
  response: { 200: Type.Array(BlockedPerson), '4xx': Problem },
}
const config = { rateLimit: { max: 60, timeWindow: '1 minute' } }

/** `/events/EVENT/blocks` of the HTTP API: who may read in the pads of an event and no more. */
export const blockRoutes: FastifyPluginAsyncTypebox<BlockRoutesParts> = async (app, { moderation, foundEvent }) => {
  app.get(
    '/events/:event/blocks',
    { schema: { ...forModerators, summary: 'Who is blocked in an event', params: InEvent } },
    async (request) => moderation.blocked(request, (await foundEvent(request.params.event)).slug),
  )
  app.put(
    '/events/:event/blocks/:person',
    {
      config,
      schema: {
        ...forModerators,
        summary: 'Block a person: they read in the pads of the event, and no more',
        description: 'At once, on open connections too, whatever links they hold.',
        params: OnePerson,
      },
    },
    async (request) => moderation.block(request, (await foundEvent(request.params.event)).slug, request.params.person),
  )
  app.delete(
    '/events/:event/blocks/:person',
    { config, schema: { ...forModerators, summary: 'Lift a block', params: OnePerson } },
    async (request) => moderation.lift(request, (await foundEvent(request.params.event)).slug, request.params.person),
  )
}
