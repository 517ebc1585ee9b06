import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Event, keepsOrder } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { sessionsWithActivity, withoutDescription } from '../agenda/sessions-with-activity.ts'
import { ProblemError } from '../http/problem-error.ts'
import { readActivity } from '../pads/pad-activity.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'

/** `/e/EVENT`: the agenda, with what goes on in each session's pad; and the organiser's desk. */
export const agendaPageRoutes: FastifyPluginAsyncTypebox<PageParts> = async (app, parts) => {
  const { agenda, rights } = parts

  app.get(
    '/e/:event',
    { schema: { hide: true, params: Type.Object({ event: Type.String() }) } },
    async (request, reply) => {
      const event = await eventCalled(request.params.event)
      const [sessions, mayManage] = await Promise.all([sessionsOf(event), mayKeepOrder(request, event)])
      return sendPage(parts, request, reply, { page: 'agenda', event, sessions, mayManage })
    },
  )

  app.get(
    '/e/:event/manage',
    { schema: { hide: true, params: Type.Object({ event: Type.String() }) } },
    async (request, reply) => {
      const event = await eventCalled(request.params.event)
      if (!(await mayKeepOrder(request, event))) throw notTheirs()
      return sendPage(parts, request, reply, { page: 'manage', event, sessions: await sessionsOf(event) })
    },
  )

  async function mayKeepOrder(request: FastifyRequest, { slug }: Event): Promise<boolean> {
    return keepsOrder(await rights.roleInEvent(rights.whoAsks(request), slug))
  }

  async function eventCalled(slug: string): Promise<Event> {
    const event = await agenda.findEvent(slug)
    if (event) return event
    throw new ProblemError(404, 'no-such-event', 'There is no event of that name. The events stand on the first page.')
  }

  async function sessionsOf({ slug }: Event) {
    const sessions = await sessionsWithActivity(await agenda.sessions(slug), (pads) => readActivity(parts, pads))
    return sessions.map(withoutDescription)
  }
}

function notTheirs(): ProblemError {
  return new ProblemError(
    403,
    'organiser-only',
    'The desk of an event is for its organisers and moderators. Open the link that makes you one first.',
  )
}
