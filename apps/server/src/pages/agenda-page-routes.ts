import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Event, isAtLeast, keepsOrder, type Role } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { sessionsWithActivity, withoutDescription } from '../agenda/sessions-with-activity.ts'
import { readAuditPage } from '../audit/audit-routes.ts'
import { ProblemError } from '../http/problem-error.ts'
import { readActivity } from '../pads/pad-activity.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'

/** Where in the audit log one looks. */
const Looking = Type.Object({ audit: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })) })

/** `/e/EVENT`: the agenda, with what goes on in each session's pad; the organiser's desk, and its imports. */
export const agendaPageRoutes: FastifyPluginAsyncTypebox<PageParts> = async (app, parts) => {
  const { agenda, rights } = parts

  app.get(
    '/e/:event',
    { schema: { hide: true, params: Type.Object({ event: Type.String() }) } },
    async (request, reply) => {
      const event = await eventCalled(request.params.event)
      const [sessions, role] = await Promise.all([sessionsOf(event), roleOf(request, event)])
      return sendPage(parts, request, reply, { page: 'agenda', event, sessions, mayManage: keepsOrder(role) })
    },
  )

  app.get(
    '/e/:event/manage',
    { schema: { hide: true, params: Type.Object({ event: Type.String() }), querystring: Looking } },
    async (request, reply) => {
      const event = await eventCalled(request.params.event)
      const role = await roleOf(request, event)
      if (!keepsOrder(role)) throw notTheirs()
      const mayImport = isAtLeast(role, 'organiser')
      const before = request.query.audit === undefined ? null : Number(request.query.audit)
      const [sessions, hoursAfterEnd, audit] = await Promise.all([
        sessionsOf(event),
        parts.freezeSettings.hoursAfterEnd(event.slug),
        mayImport ? readAuditPage(parts.audit, event.slug, before) : null,
      ])
      return sendPage(parts, request, reply, { page: 'manage', event, sessions, mayImport, hoursAfterEnd, audit })
    },
  )

  app.get(
    '/e/:event/imports',
    {
      schema: {
        hide: true,
        params: Type.Object({ event: Type.String() }),
        querystring: Type.Object({ url: Type.Optional(Type.String({ maxLength: 2000 })) }),
      },
    },
    async (request, reply) => {
      const event = await eventCalled(request.params.event)
      await rights.requireInEvent(request, event.slug, 'organiser')
      return sendPage(parts, request, reply, { page: 'imports', event, proposed: request.query.url ?? '' })
    },
  )

  async function roleOf(request: FastifyRequest, { slug }: Event): Promise<Role | null> {
    return rights.roleInEvent(await rights.whoAsks(request), slug)
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
