import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Board, type Event, NowWish, PadParams, Problem, type Session } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem-error.ts'
import { oneLine } from '../one-line.ts'
import type { BoardFilter } from './board.ts'
import type { BoardWatchers } from './board-watchers.ts'
import type { NowStore } from './now-store.ts'

export type NowRoutesParts = {
  store: NowStore
  watchers: BoardWatchers
  findEvent(slug: string): Promise<Event>
  board(event: Event, at: number, filter: BoardFilter): Promise<Board>
  sessionOfPad(pad: string): Promise<Session | undefined>
  requireModerator(request: FastifyRequest, pad: string): Promise<unknown>
  now(): number
}

/** A proxy that hears nothing for a minute hangs up. */
const ALIVE_MS = 25_000

const InEvent = Type.Object({ event: Type.String({ maxLength: 60 }) })
export const BoardQuery = Type.Object({
  at: Type.Optional(Type.String({ format: 'date-time', description: 'Another moment than now' })),
  room: Type.Optional(Type.String({ maxLength: 300 })),
  track: Type.Optional(Type.String({ maxLength: 300 })),
})

/** `/events/EVENT/now`: what is on, and news of it; `/pads/PAD/now`: what its moderator says. */
export const nowRoutes: FastifyPluginAsyncTypebox<NowRoutesParts> = async (app, parts) => {
  const { store, watchers, findEvent } = parts

  app.get(
    '/events/:event/now',
    {
      schema: {
        tags: ['events'],
        summary: 'What is on now and next in every room',
        params: InEvent,
        querystring: BoardQuery,
        response: { 200: Board, '4xx': Problem },
      },
    },
    async ({ params, query: { at, ...filter } }) =>
      parts.board(await findEvent(params.event), at === undefined ? parts.now() : Date.parse(at), filter),
  )

  app.get(
    '/events/:event/now/changes',
    { exposeHeadRoute: false, schema: { hide: true, params: InEvent } },
    async (request, reply) => {
      const { slug } = await findEvent(request.params.event)
      const { raw } = reply
      // Whoever has gone meanwhile says so no more.
      if (raw.destroyed) return reply.hijack()
      const write = (text: string) => void raw.write(text)
      const leave = watchers.watch(slug, { changed: () => write('data: changed\n\n'), ended: () => raw.end() })
      if (leave === undefined)
        throw new ProblemError(503, 'too-many-boards', 'Too many boards are open. Look again from time to time.')
      reply.hijack()
      raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      write('retry: 3000\n\n')
      const alive = setInterval(() => write(': still here\n\n'), ALIVE_MS)
      raw.once('close', () => {
        clearInterval(alive)
        leave()
      })
    },
  )

  app.put(
    '/pads/:pad/now',
    {
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
      schema: {
        tags: ['pads'],
        summary: 'Say on the board what is being talked about, or that the session runs late',
        security: [{ organiser: [] }],
        params: PadParams,
        body: NowWish,
        response: { 200: NowWish, '4xx': Problem },
      },
    },
    async (request) => {
      const pad = request.params.pad.normalize('NFC')
      await parts.requireModerator(request, pad)
      const session = await parts.sessionOfPad(pad)
      if (session === undefined) {
        throw new ProblemError(
          404,
          'no-session',
          `The pad ${pad} belongs to no session of an agenda, so no board shows it.`,
        )
      }
      const topic = oneLine(request.body.topic ?? '') || null
      const { lateMinutes } = request.body
      await store.say(pad, topic === null && lateMinutes === 0 ? null : { topic, lateMinutes, at: parts.now() })
      watchers.changed(session.event)
      return { topic, lateMinutes }
    },
  )

  app.get(
    '/pads/:pad/now',
    {
      schema: {
        tags: ['pads'],
        summary: 'What the board says of a pad’s session',
        params: PadParams,
        response: { 200: NowWish },
      },
    },
    async ({ params }) => {
      const pad = params.pad.normalize('NFC')
      const said = (await store.of([pad])).get(pad)
      return { topic: said?.topic ?? null, lateMinutes: said?.lateMinutes ?? 0 }
    },
  )
}
