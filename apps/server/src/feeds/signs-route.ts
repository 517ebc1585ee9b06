import { createHash } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Event, roomPath, type Session } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { hasAlready } from './feed-answers.ts'
import { type Sign, signsPdf } from './signs/signs-pdf.ts'

export type SignsRouteParts = {
  findEvent(slug: string): Promise<Event>
  sessions(event: string): Promise<readonly Session[]>
  originOf(request: FastifyRequest): string
}

/** No event has more rooms; a feed may claim so. */
const MOST_ROOMS = 300
const KEPT = 5

/** `/e/EVENT/signs.pdf`: a page per room, to print and put at the doors. */
export const signsRoute: FastifyPluginAsyncTypebox<SignsRouteParts> = async (
  app,
  { findEvent, sessions, originOf },
) => {
  const made = new Map<string, Promise<Buffer>>()

  app.get(
    '/e/:event/signs.pdf',
    { schema: { hide: true, params: Type.Object({ event: Type.String() }) } },
    async (request, reply) => {
      const event = await findEvent(request.params.event)
      const signs = signsOf(event, await sessions(event.slug), originOf(request))
      const digest = createHash('sha256')
        .update(JSON.stringify([event.title, signs]))
        .digest('base64url')
        .slice(0, 22)
      const etag = `"${digest}"`
      reply.header('access-control-allow-origin', '*').header('cache-control', 'no-cache').header('etag', etag)
      if (hasAlready(request.headers['if-none-match'], etag)) return reply.code(304).send()
      const pdf = await (made.get(digest) ?? make(digest, event.title, signs))
      return reply.type('application/pdf').send(pdf)
    },
  )

  function make(digest: string, title: string, signs: readonly Sign[]): Promise<Buffer> {
    const making = signsPdf(title, signs)
    made.set(digest, making)
    making.catch(() => made.delete(digest))
    const [oldest] = made.keys()
    if (made.size > KEPT && oldest !== undefined) made.delete(oldest)
    return making
  }
}

function signsOf({ slug }: Event, sessions: readonly Session[], origin: string): Sign[] {
  const rooms = new Set(sessions.flatMap(({ room, state }) => (room === null || state === 'missing' ? [] : room)))
  const sorted = [...rooms].sort(new Intl.Collator('en', { numeric: true }).compare)
  return sorted.slice(0, MOST_ROOMS).map((room) => ({ room, address: `${origin}${roomPath(slug, room)}/pad` }))
}
