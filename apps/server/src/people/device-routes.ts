import { createHash, randomBytes } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { DevicePass, type Person, Problem } from '@forumpad/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem-error.ts'
import type { DevicePassStore } from './device-pass-store.ts'
import type { IdentityCookie } from './identity-cookie.ts'
import type { People } from './people.ts'

export type DeviceRoutesParts = {
  passes: DevicePassStore
  people: People
  cookie: IdentityCookie
  /** The person behind a request; somebody new gets a cookie with the reply. */
  visitor(request: FastifyRequest, reply: FastifyReply): Promise<Person>
  originOf(request: FastifyRequest): string
  isHttps(request: FastifyRequest): boolean
  /** The path of a pad of that name; undefined if no pad can have it. */
  padPath(name: string): string | undefined
  /** Asks whoever opened the link whether they are that person. */
  sendJoinPage(request: FastifyRequest, reply: FastifyReply, person: Person): Promise<FastifyReply>
  now(): number
}

/** Long enough to find the phone, and short enough that a link in a photo of the screen is worthless in the evening. */
const LASTS_MS = 10 * 60_000

const Secret = Type.Object({ secret: Type.String({ maxLength: 100 }) })
const Query = Type.Object({ pad: Type.Optional(Type.String({ maxLength: 1000 })) })

/** `POST /me/devices` of the HTTP API: a link that makes another device the same person, once. */
export const deviceApiRoutes: FastifyPluginAsyncTypebox<DeviceRoutesParts> = async (app, parts) => {
  const { passes, people, visitor, originOf, padPath, now } = parts
  app.post(
    '/me/devices',
    {
      config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        summary: 'A link that makes another device you, once and within ten minutes',
        tags: ['people'],
        querystring: Query,
        response: { 201: DevicePass, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const person = await visitor(request, reply)
      // Their name must be the same on the other device, whether they have written or not.
      await people.remember(person)
      const secret = randomBytes(18).toString('base64url')
      const expiresAt = now() + LASTS_MS
      await passes.keep(hashOf(secret), person.id, expiresAt)
      const { pad } = request.query
      const back = pad !== undefined && padPath(pad) !== undefined ? `?pad=${encodeURIComponent(pad)}` : ''
      const url = `${originOf(request)}/join/${secret}${back}`
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ url, expiresAt: new Date(expiresAt).toISOString() })
    },
  )
}

/** `/join/SECRET`: asks first, since whatever looks behind links to show what is there must not use one up. */
export const deviceDoor: FastifyPluginAsyncTypebox<DeviceRoutesParts> = async (app, parts) => {
  const { passes, people, cookie, isHttps, padPath, sendJoinPage, now } = parts
  const schema = { hide: true, params: Secret, querystring: Query }

  app.addHook('onRequest', async (_, reply) => {
    reply.header('referrer-policy', 'same-origin').header('x-robots-tag', 'noindex')
  })

  app.get('/join/:secret', { exposeHeadRoute: false, schema }, async (request, reply) => {
    const id = await passes.look(hashOf(request.params.secret), now())
    if (id === undefined) throw worksNoMore()
    return sendJoinPage(request, reply, await people.find(id))
  })

  app.post('/join/:secret', { schema }, async (request, reply) => {
    const id = await passes.take(hashOf(request.params.secret), now())
    if (id === undefined) throw worksNoMore()
    const { pad } = request.query
    return reply
      .header('set-cookie', cookie.write(id, isHttps(request)))
      .header('cache-control', 'no-store')
      .redirect((pad !== undefined && padPath(pad)) || '/', 303)
  })
}

/** The secret is random and long, so that a quick hash does. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

function worksNoMore(): ProblemError {
  return new ProblemError(
    404,
    'no-such-link',
    'This link works once and for ten minutes: it was used, has expired, or is mistyped. Make a new one on your first device.',
  )
}
