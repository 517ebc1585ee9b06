import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { LinkScope, Person } from '@forumpad/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem-error.ts'
import { hashOf } from './link-secret.ts'
import type { Rights } from './rights.ts'
import type { RoleStore } from './role-store.ts'
import { stateOf } from './shown-link.ts'

export type LinkDoorParts = {
  roles: RoleStore
  rights: Rights
  /** The person behind a request; somebody new gets a cookie with the reply. */
  visitor(request: FastifyRequest, reply: FastifyReply): Promise<Person>
  now(): number
}

const Secret = Type.Object({ secret: Type.String({ maxLength: 100 }) })
const Query = Type.Object({ back: Type.Optional(Type.Literal('1')) })

/** `/r/SECRET`: gives a link's role to whoever opens it, and leads to what it is good for. */
export const linkDoor: FastifyPluginAsyncTypebox<LinkDoorParts> = async (app, { roles, rights, visitor, now }) => {
  app.get(
    '/r/:secret',
    { exposeHeadRoute: false, schema: { hide: true, params: Secret, querystring: Query } },
    async (request, reply) => {
      // The secret stays between the browser and this server.
      reply
        .header('cache-control', 'no-store')
        .header('referrer-policy', 'no-referrer')
        .header('x-robots-tag', 'noindex')
      const link = await roles.linkWithSecret(hashOf(request.params.secret))
      if (!link || stateOf(link, now()) !== 'live') throw doesNotWork()

      if (rights.whoAsks(request).person === undefined) {
        // Programs that only look at a link, to show what is behind it, keep no cookies: they must not become holders.
        if (request.query.back === '1') throw noCookies()
        await visitor(request, reply)
        return reply.redirect(`/r/${encodeURIComponent(request.params.secret)}?back=1`, 303)
      }
      const { id } = await visitor(request, reply)
      await roles.hold(link.id, id, now())
      await rights.changed(link.scope, id)
      return reply.redirect(addressOf(link.scope), 303)
    },
  )
}

function addressOf(scope: LinkScope): string {
  return scope.is === 'pad' ? `/p/${encodeURIComponent(scope.pad)}` : `/e/${encodeURIComponent(scope.event)}`
}

function doesNotWork(): ProblemError {
  return new ProblemError(
    404,
    'no-such-link',
    'This link does not work: it was revoked, has expired, or is mistyped. Ask whoever gave it to you for a new one.',
  )
}

function noCookies(): ProblemError {
  return new ProblemError(
    400,
    'no-cookies',
    'This browser keeps no cookies, and the role of a link is tied to one. Allow cookies for this server and open the link again.',
  )
}
