import { type Static, Type } from 'typebox'
import { Event } from './event.ts'

const Instant = Type.String({ format: 'date-time' })
const InstantOrNone = Type.Union([Instant, Type.Null()])
const TextOrNone = Type.Union([Type.String(), Type.Null()])

/** The longest "now: topic", in UTF-16 units, and the most minutes that a session can be late. */
export const LONGEST_NOW = 120
export const LATEST_MINUTES = 240

/** What a moderator puts on the board. */
export const NowWish = Type.Object(
  {
    topic: Type.Union([Type.String({ maxLength: LONGEST_NOW }), Type.Null()], {
      description: 'What is being talked about now',
    }),
    lateMinutes: Type.Integer({
      minimum: 0,
      maximum: LATEST_MINUTES,
      description: 'How late the session runs; 0: on time',
    }),
  },
  { $id: 'NowWish', additionalProperties: false },
)
export type NowWish = Static<typeof NowWish>

/** A session on the board. Without a name of its own: a schema may hold such only once. */
export const BoardSession = Type.Object({
  id: Type.String(),
  title: Type.String(),
  start: InstantOrNone,
  end: InstantOrNone,
  room: TextOrNone,
  track: TextOrNone,
  people: Type.Array(Type.String()),
  pad: Type.String({ description: 'The name of its pad' }),
  code: TextOrNone,
  topic: TextOrNone,
  lateMinutes: Type.Integer(),
})
export type BoardSession = Static<typeof BoardSession>

/** What is on in a room, and what comes next. */
export const BoardRoom = Type.Object(
  {
    room: Type.String(),
    now: Type.Array(BoardSession),
    next: Type.Union([BoardSession, Type.Null()]),
  },
  { $id: 'BoardRoom' },
)
export type BoardRoom = Static<typeof BoardRoom>

/** What is on now and next in every room of an event, at a moment. */
export const Board = Type.Object(
  { event: Event, at: Instant, rooms: Type.Array(BoardRoom), tracks: Type.Array(Type.String()) },
  { $id: 'Board' },
)
export type Board = Static<typeof Board>

/** Where the sign of a room stands. Its QR code leads to the same with `/pad` behind it: to the pad of the session now on. */
export function roomPath(event: string, room: string): string {
  return `/e/${encodeURIComponent(event)}/rooms/${encodeURIComponent(room)}`
}
