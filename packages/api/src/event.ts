import { type Static, Type } from 'typebox'
import { Person } from './person.ts'

const Instant = Type.String({ format: 'date-time', description: 'An instant, ISO 8601 in UTC' })

/** A conference or a standing working group. `timeZone` is an IANA name. */
export const Event = Type.Object(
  {
    slug: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' }),
    title: Type.String({ minLength: 1, maxLength: 200 }),
    timeZone: Type.String({ minLength: 1, maxLength: 60 }),
  },
  { $id: 'Event' },
)
export type Event = Static<typeof Event>

/** An event in a list of events: when its sessions run and how many have a pad. */
export const EventSummary = Type.Object(
  {
    slug: Type.String(),
    title: Type.String(),
    timeZone: Type.String(),
    sessions: Type.Integer(),
    firstStart: Type.Union([Instant, Type.Null()]),
    lastEnd: Type.Union([Instant, Type.Null()]),
  },
  { $id: 'EventSummary' },
)
export type EventSummary = Static<typeof EventSummary>

export const SessionState = Type.Union([
  Type.Literal('confirmed'),
  Type.Literal('tentative'),
  Type.Literal('cancelled'),
  Type.Literal('missing'),
])
export type SessionState = Static<typeof SessionState>

/** What is written in a session's pad and who is inside now. `words` is 0 while nobody has written. */
export const PadActivity = Type.Object(
  {
    words: Type.Integer(),
    revisions: Type.Integer(),
    changedAt: Type.Union([Instant, Type.Null()]),
    present: Type.Array(Person, { description: 'At most 12; `presentCount` counts all' }),
    presentCount: Type.Integer(),
  },
  { $id: 'PadActivity' },
)
export type PadActivity = Static<typeof PadActivity>

/** One entry of an agenda, as it is shown: facts from the feed, and the pad that belongs to it. */
export const Session = Type.Object(
  {
    id: Type.String(),
    event: Type.String({ description: 'The slug of the event' }),
    title: Type.String(),
    description: Type.Union([Type.String(), Type.Null()], { description: 'Plain text' }),
    start: Type.Union([Instant, Type.Null()]),
    end: Type.Union([Instant, Type.Null()]),
    sampleTime: Type.Boolean({ description: 'The time is not known; the one given is a sample' }),
    room: Type.Union([Type.String(), Type.Null()]),
    track: Type.Union([Type.String(), Type.Null()]),
    type: Type.Optional(Type.String({ description: 'What kind of session it is, where the agenda says so' })),
    people: Type.Array(Type.String()),
    url: Type.Union([Type.String(), Type.Null()], { description: 'Where the source agenda shows the session' }),
    state: SessionState,
    pad: Type.String({ description: 'The name of its pad: its address is /p/NAME' }),
    series: Type.Optional(
      Type.String({ description: 'Of a session that recurs: its occurrences stand at /e/EVENT/series/SERIES' }),
    ),
  },
  { $id: 'Session' },
)
export type Session = Static<typeof Session>

export const SessionWithActivity = Type.Object(
  { session: Session, activity: PadActivity },
  { $id: 'SessionWithActivity' },
)
export type SessionWithActivity = Static<typeof SessionWithActivity>
