import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { SessionWithActivity } from '@forumpad/api'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem-error.ts'
import { activityOf } from '../pads/pad-activity.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'

/** `/e/EVENT`: the agenda, with what goes on in each session's pad. */
export const agendaRoutes: FastifyPluginAsyncTypebox<PageParts> = async (app, parts) => {
  const { agenda, pads, livePads } = parts

  app.get(
    '/e/:event',
    { schema: { hide: true, params: Type.Object({ event: Type.String() }) } },
    async (request, reply) => {
      const event = await agenda.findEvent(request.params.event)
      if (!event)
        throw new ProblemError(
          404,
          'no-such-event',
          'There is no event of that name. The events stand on the first page.',
        )
      const held = await agenda.sessions(event.slug)
      const records = await pads.findMany(held.map(({ pad }) => pad))
      const byName = new Map(records.map((record) => [record.name, record]))
      const sessions = held.flatMap((session): SessionWithActivity[] => {
        const pad = byName.get(session.pad)
        return pad ? [{ session, activity: activityOf(pad, livePads.present(pad.name)) }] : []
      })
      return sendPage(parts, request, reply, { page: 'agenda', event, sessions })
    },
  )
}
