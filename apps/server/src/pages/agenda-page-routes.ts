import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { sessionsWithActivity, withoutDescription } from '../agenda/sessions-with-activity.ts'
import { ProblemError } from '../http/problem-error.ts'
import { readActivity } from '../pads/pad-activity.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'

/** `/e/EVENT`: the agenda, with what goes on in each session's pad. */
export const agendaPageRoutes: FastifyPluginAsyncTypebox<PageParts> = async (app, parts) => {
  const { agenda } = parts

  app.get(
    '/e/:event',
    { schema: { hide: true, params: Type.Object({ event: Type.String() }) } },
    async (request, reply) => {
      const event = await agenda.findEvent(request.params.event)
      if (!event) {
        throw new ProblemError(
          404,
          'no-such-event',
          'There is no event of that name. The events stand on the first page.',
        )
      }
      const sessions = await sessionsWithActivity(await agenda.sessions(event.slug), (pads) =>
        readActivity(parts, pads),
      )
      return sendPage(parts, request, reply, { page: 'agenda', event, sessions: sessions.map(withoutDescription) })
    },
  )
}
