import { type Static, Type } from 'typebox'
import { Person } from './person.ts'
import { Redaction } from './redaction.ts'

const Instant = Type.String({ format: 'date-time' })
/** Without a name of its own, since a schema that names one twice cannot be compiled. */
const Somebody = Type.Object(Person.properties)
const Place = Type.Integer({ minimum: 0, description: 'A place in `people`' })

/** One entry of a pad's log, without its text. */
export const RevisionRow = Type.Object(
  {
    number: Type.Integer({ description: 'From 1, without gaps' }),
    at: Instant,
    person: Somebody,
    label: Type.Union([Type.String(), Type.Null()], { description: 'Of a saved revision' }),
  },
  { $id: 'RevisionRow' },
)
export type RevisionRow = Static<typeof RevisionRow>

export const RevisionList = Type.Object(
  {
    newest: Type.Integer({ description: 'The newest revision; 0 while nobody has written' }),
    revisions: Type.Array(RevisionRow),
    next: Type.Union([Type.Integer(), Type.Null()], { description: 'Ask for these `after` it; null at the end' }),
  },
  { $id: 'RevisionList' },
)
export type RevisionList = Static<typeof RevisionList>

/** A moment in a pad's history that is worth a look. */
export const HistoryMark = Type.Union([
  Type.Object(
    {
      is: Type.Literal('saved'),
      revision: Type.Integer(),
      at: Instant,
      person: Somebody,
      label: Type.String({ description: 'Empty if it was saved without words' }),
    },
    { description: 'Somebody saved this revision' },
  ),
  Type.Object(
    { is: Type.Literal('joined'), revision: Type.Integer(), at: Instant, person: Somebody },
    { description: 'The first revision of somebody' },
  ),
  Type.Object(
    {
      is: Type.Literal('writing'),
      revision: Type.Integer(),
      to: Type.Integer(),
      at: Instant,
      until: Instant,
      people: Type.Integer(),
    },
    { description: 'After a pause, people wrote for a while' },
  ),
  Type.Object(
    { is: Type.Literal('redacted'), ...Redaction.properties },
    { description: 'A passage was taken out of this revision and all before it' },
  ),
])
export type HistoryMark = Static<typeof HistoryMark>

export const HistoryMarks = Type.Object(
  { newest: Type.Integer(), marks: Type.Array(HistoryMark, { description: 'In the order of their revisions' }) },
  { $id: 'HistoryMarks' },
)
export type HistoryMarks = Static<typeof HistoryMarks>

export const SavedRevision = Type.Object(
  { revision: Type.Integer(), at: Instant, person: Somebody, label: Type.String() },
  { $id: 'SavedRevision' },
)
export type SavedRevision = Static<typeof SavedRevision>

/** The longest label of a saved revision, in UTF-16 units. */
export const LONGEST_LABEL = 120

/** A block of a past text. */
export const PastBlock = Type.Object({
  id: Type.String({ description: 'Its lasting identity: two revisions name the same line alike' }),
  html: Type.String({ description: 'As a page shows it, with the colours of its authors; made safe by the server' }),
  wrote: Type.Array(Type.Tuple([Place, Type.Integer()]), {
    description: 'Who wrote how much of it: places in `people`, and UTF-16 units',
  }),
})
export type PastBlock = Static<typeof PastBlock>

const FrameFacts = { number: Type.Integer(), at: Instant, by: Place }

/** A piece of a frame: blocks of the frame before it, or others. */
export const FramePiece = Type.Union([
  Type.Object({
    keep: Type.Tuple([Type.Integer(), Type.Integer()], { description: 'From which block on, and how many' }),
  }),
  Type.Object({ put: Type.Array(PastBlock) }),
])
export type FramePiece = Static<typeof FramePiece>

/** Some revisions of a pad: the first in full, each later one as what is different from the one before it. */
export const HistoryStretch = Type.Object(
  {
    newest: Type.Integer(),
    people: Type.Array(Somebody),
    first: Type.Object({ ...FrameFacts, blocks: Type.Array(PastBlock) }),
    steps: Type.Array(Type.Object({ ...FrameFacts, pieces: Type.Array(FramePiece) })),
  },
  { $id: 'HistoryStretch' },
)
export type HistoryStretch = Static<typeof HistoryStretch>

/** How many frames one request may ask for, and how many revisions they may span. */
export const STRETCH_LIMITS = { frames: 200, revisions: 20_000 } as const
