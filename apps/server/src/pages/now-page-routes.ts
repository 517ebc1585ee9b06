import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Board, type Event, roomPath } from '@forumpad/api'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem-error.ts'
import { type BoardFilter, padOfRoom } from '../now/board.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'

export type NowPageParts = PageParts & {
  findEvent(slug: string): Promise<Event>
  board(event: Event, at: number, filter: BoardFilter): Promise<Board>
}

const InRoom = Type.Object({ event: Type.String(), room: Type.String() })
const Moment = Type.Object({ at: Type.Optional(Type.String({ maxLength: 40 })) })
const Filters = Type.Object({
  ...Moment.properties,
  room: Type.Optional(Type.String({ maxLength: 300 })),
  track: Type.Optional(Type.String({ maxLength: 300 })),
})

/** `/e/EVENT/now`: the board; `/e/EVENT/rooms/ROOM`: the sign of a room, and behind it, with `/pad`, where its QR code leads. */
export const nowPageRoutes: FastifyPluginAsyncTypebox<NowPageParts> = async (app, parts) => {
  const { agenda, findEvent, originOf, now } = parts

  app.get(
    '/e/:event/now',
    { schema: { hide: true, params: Type.Object({ event: Type.String() }), querystring: Filters } },
    async (request, reply) => {
      const event = await findEvent(request.params.event)
      const { room = '', track = '' } = request.query
      const at = momentOf(request.query.at)
      const board = await parts.board(event, at === null ? now() : Date.parse(at), { room, track })
      const rooms = roomsOf(await agenda.sessions(event.slug))
      return sendPage(parts, request, reply, { page: 'now', board, ask: { at, room, track }, rooms })
    },
  )

  app.get(
    '/e/:event/rooms/:room',
    { schema: { hide: true, params: InRoom, querystring: Moment } },
    async (request, reply) => {
      const event = await findEvent(request.params.event)
      const at = momentOf(request.query.at)
      const { board, room } = await roomCalled(event, request.params.room, at)
      const url = `${originOf(request)}${roomPath(event.slug, room.room)}/pad`
      return sendPage(parts, request, reply, { page: 'room-sign', board, room, at, url })
    },
  )

  app.get(
    '/e/:event/rooms/:room/pad',
    { schema: { hide: true, params: InRoom, querystring: Moment } },
    async (request, reply) => {
      const event = await findEvent(request.params.event)
      const { room } = await roomCalled(event, request.params.room, momentOf(request.query.at))
      const pad = padOfRoom(await agenda.sessions(event.slug), room)
      // Another session every hour: nobody may remember where it led.
      reply.header('cache-control', 'no-store')
      return reply.redirect(pad === null ? `/e/${event.slug}` : `/p/${encodeURIComponent(pad)}`, 302)
    },
  )

  async function roomCalled(event: Event, asked: string, at: string | null) {
    const rooms = roomsOf(await agenda.sessions(event.slug))
    const fold = (name: string) => name.normalize('NFC').toLowerCase()
    const name = rooms.find((room) => room === asked) ?? rooms.find((room) => fold(room) === fold(asked))
    if (name === undefined) {
      throw new ProblemError(
        404,
        'no-such-room',
        `No session of “${event.title}” is in a room “${asked}”. The agenda has the rooms.`,
      )
    }
    const board = await parts.board(event, at === null ? now() : Date.parse(at), { room: name })
    return { board, room: board.rooms[0] ?? { room: name, now: [], next: null } }
  }
}

function roomsOf(sessions: readonly { room: string | null }[]): string[] {
  return [...new Set(sessions.flatMap(({ room }) => room ?? []))].sort(
    new Intl.Collator('en', { numeric: true }).compare,
  )
}

/** A moment as it is asked for in an address; null for now, and for what is no moment. */
function momentOf(at: string | undefined): string | null {
  const instant = Date.parse(at ?? '')
  return Number.isNaN(instant) ? null : new Date(instant).toISOString()
}
