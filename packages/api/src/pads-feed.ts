import { type Static, Type } from 'typebox'
import { SessionState } from './event.ts'

const Instant = Type.String({ format: 'date-time' })
const Maybe = <Kind extends Parameters<typeof Type.Union>[0][number]>(kind: Kind) => Type.Union([kind, Type.Null()])

/** One pad of `/e/EVENT/pads.json`, with the session that it belongs to. */
export const PadsFeedEntry = Type.Object(
  {
    session: Type.String({ description: 'The id of the session, for ever' }),
    keys: Type.Array(Type.String(), { description: 'Every key that agendas ever had for it' }),
    title: Type.String(),
    start: Maybe(Instant),
    end: Maybe(Instant),
    room: Maybe(Type.String()),
    track: Maybe(Type.String()),
    people: Type.Array(Type.String()),
    state: SessionState,
    source: Maybe(Type.String({ description: 'Where the agenda shows the session' })),
    pad: Type.String({ description: 'The name of the pad' }),
    url: Type.String({ description: 'The address of the pad' }),
    short: Type.String({ description: 'Its short address' }),
    words: Type.Integer({ description: '0 while nobody has written' }),
    revisions: Type.Integer(),
    changedAt: Maybe(Instant),
    frozenAt: Maybe(Instant),
    present: Type.Integer({ description: 'How many people have it open' }),
  },
  { $id: 'PadsFeedEntry' },
)
export type PadsFeedEntry = Static<typeof PadsFeedEntry>

/** `/e/EVENT/pads.json`: every session of an event and its pad. */
export const PadsFeed = Type.Object(
  {
    event: Type.Object({ slug: Type.String(), title: Type.String(), timeZone: Type.String(), url: Type.String() }),
    pads: Type.Array(PadsFeedEntry),
  },
  { $id: 'PadsFeed' },
)
export type PadsFeed = Static<typeof PadsFeed>
