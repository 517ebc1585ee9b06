import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem-error.ts'
import { padNameOf } from './pad-address.ts'
import { linkTo } from './pad-link.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'

const RECENT = 8

/** `/`, its field that opens a pad, the form for a new event, the page that browsers keep for when we are away, and the link that makes a browser the organiser's. */
export const homeRoutes: FastifyPluginAsyncTypebox<PageParts> = async (app, parts) => {
  const { agenda, pads, organiser, visitor, isHttps } = parts

  app.get('/', { schema: { hide: true } }, async (request, reply) => {
    const me = await visitor(request, reply)
    const [events, recent] = await Promise.all([agenda.events(), pads.recentOf(me.id, RECENT)])
    const mayMakeEvents = organiser.isOrganiser(request.headers)
    return sendPage(parts, request, reply, { page: 'home', events, recent: recent.map(linkTo), mayMakeEvents })
  })

  app.get('/new', { schema: { hide: true } }, async (request, reply) => {
    await organiser.requireOrganiser(request)
    return sendPage(parts, request, reply, { page: 'new-event' })
  })

  app.get('/offline', { schema: { hide: true } }, (request, reply) =>
    sendPage(parts, request, reply, { page: 'offline' }),
  )

  app.get(
    '/open',
    { schema: { hide: true, querystring: Type.Object({ name: Type.Optional(Type.String({ maxLength: 2000 })) }) } },
    async (request, reply) => {
      const name = padNameOf(request.query.name ?? '')
      return reply.redirect(name ? `/p/${encodeURIComponent(name)}` : '/', 303)
    },
  )

  app.get(
    '/organiser',
    { schema: { hide: true, querystring: Type.Object({ key: Type.Optional(Type.String({ maxLength: 200 })) }) } },
    async (request, reply) => {
      const cookie = organiser.cookieFor(request.query.key ?? '', isHttps(request))
      if (!cookie) {
        throw new ProblemError(
          403,
          'wrong-key',
          'That is not this server’s organiser link. The server printed it when it first started.',
        )
      }
      return reply.header('set-cookie', cookie).header('cache-control', 'no-store').redirect('/', 303)
    },
  )
}
