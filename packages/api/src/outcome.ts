import { type Static, Type } from 'typebox'

/** What comes out of a session, as people mark it in its pad. A `hashtag` is a line that carries one and is nothing else. */
export const OutcomeKind = Type.Union([
  Type.Literal('action'),
  Type.Literal('decision'),
  Type.Literal('question'),
  Type.Literal('hashtag'),
  Type.Literal('link'),
])
export type OutcomeKind = Static<typeof OutcomeKind>

export const OUTCOME_KINDS: readonly OutcomeKind[] = ['action', 'decision', 'question', 'hashtag', 'link']

/** What one line of a pad says beyond its words. */
export const Outcome = Type.Object(
  {
    kind: OutcomeKind,
    pad: Type.String({ description: 'The name of the pad' }),
    line: Type.String({ description: 'The lasting id of the line in its pad, CLIENT-CLOCK' }),
    name: Type.String({ description: 'The permanent address of the line is /p/PAD#NAME' }),
    text: Type.String({ description: 'Its words without the mark; of a link what it is called' }),
    people: Type.Array(Type.String(), { description: 'Who is to do it, or is named in it' }),
    due: Type.Union([Type.String(), Type.Null()], { description: 'A date, 2026-06-01' }),
    tags: Type.Array(Type.String(), { description: 'Of the whole line, without ##' }),
    url: Type.Union([Type.String(), Type.Null()], { description: 'Of a link' }),
    done: Type.Union([Type.Boolean(), Type.Null()], {
      description: 'Of actions and questions; null for what nobody does or answers',
    }),
    box: Type.Boolean({ description: 'It can be ticked: the line is a task, or becomes one' }),
  },
  { $id: 'Outcome' },
)
export type Outcome = Static<typeof Outcome>

/** Whether an action is done, or a question answered. */
export const OutcomeTick = Type.Object({ done: Type.Boolean() }, { $id: 'OutcomeTick', additionalProperties: false })
export type OutcomeTick = Static<typeof OutcomeTick>

const orNothing = Type.Literal('')
const words = Type.Optional(Type.String({ maxLength: 300 }))

/** Which outcomes of an event are wanted. What is left out or empty, as a form sends it, asks for nothing. */
export const OutcomeFilter = Type.Object({
  kind: Type.Optional(
    Type.Union([OutcomeKind, orNothing], { description: 'Without it, all but links that nobody needs to act on' }),
  ),
  state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('done'), orNothing])),
  person: words,
  tag: words,
  day: Type.Optional(
    Type.String({ pattern: '^([0-9]{4}-[0-9]{2}-[0-9]{2})?$', description: 'In the zone of the event' }),
  ),
  track: words,
  series: Type.Optional(
    Type.String({
      maxLength: 1000,
      description: 'The address of a series, or the title of sessions that are held several times',
    }),
  ),
})
export type OutcomeFilter = Static<typeof OutcomeFilter>

/** Where an outcome was marked: its pad, and when and where its session was held. */
export const OutcomePad = Type.Object(
  {
    name: Type.String(),
    title: Type.String(),
    start: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
    end: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
    room: Type.Union([Type.String(), Type.Null()]),
    track: Type.Union([Type.String(), Type.Null()]),
    mayTick: Type.Boolean({ description: 'Whoever asks may tick actions here now' }),
  },
  { $id: 'OutcomePad' },
)
export type OutcomePad = Static<typeof OutcomePad>

/** What filters offer: everything that would find something. */
export type OutcomeChoices = {
  people: string[]
  tags: string[]
  days: string[]
  tracks: string[]
  series: { id: string; title: string }[]
}

/** An address that is named in several pads. `line` is the permanent name of the line. */
export const SharedLink = Type.Object(
  {
    url: Type.String(),
    title: Type.String(),
    places: Type.Array(Type.Object({ pad: Type.String(), title: Type.String(), line: Type.String() })),
  },
  { $id: 'SharedLink' },
)
export type SharedLink = Static<typeof SharedLink>

/** The outcomes of several pads, in the order of the agenda and of the texts. */
export const OutcomeList = Type.Object(
  {
    pads: Type.Array(OutcomePad, { description: 'Those with outcomes here' }),
    outcomes: Type.Array(Outcome),
    sharedLinks: Type.Array(SharedLink, {
      description: 'Addresses that are named in several pads, the most discussed first',
    }),
  },
  { $id: 'OutcomeList' },
)
export type OutcomeList = Static<typeof OutcomeList>
