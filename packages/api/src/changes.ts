import { type Static, Type } from 'typebox'
import { Person } from './person.ts'

const Revision = Type.Integer({ minimum: 1, description: 'As in the log of the pad: 1 is the first' })

export const RestoreWish = Type.Object({ revision: Revision }, { $id: 'RestoreWish', additionalProperties: false })
export type RestoreWish = Static<typeof RestoreWish>

/** What a restore, or an undo of everything of one person, came to. */
export const ChangeDone = Type.Object(
  {
    changed: Type.Boolean({ description: 'False if the text was so already' }),
    before: Type.Integer({ description: 'The newest revision before: restore it to undo this' }),
    revision: Type.Integer({ description: 'The newest revision now' }),
  },
  { $id: 'ChangeDone' },
)
export type ChangeDone = Static<typeof ChangeDone>

export const UndoPersonWish = Type.Object(
  {
    person: Type.String({ minLength: 1, maxLength: 64, description: 'Whose changes, by their id' }),
    from: Type.Optional(Type.Integer({ minimum: 0, description: 'Changes after this revision; 0 or nothing for all' })),
    to: Type.Optional(Revision),
  },
  { $id: 'UndoPersonWish', additionalProperties: false },
)
export type UndoPersonWish = Static<typeof UndoPersonWish>

export const UndoLinkWish = Type.Object(
  {
    link: Type.Integer({ minimum: 1, description: 'Changes of whoever opened this link, since they opened it' }),
    from: Type.Optional(Type.Integer({ minimum: 0, description: 'Changes after this revision; 0 or nothing for all' })),
    to: Type.Optional(Revision),
  },
  { $id: 'UndoLinkWish', additionalProperties: false },
)
export type UndoLinkWish = Static<typeof UndoLinkWish>

/** As `ChangeDone`, and what was left as it is. */
export const UndoPersonDone = Type.Object(
  {
    ...ChangeDone.properties,
    left: Type.Object({
      shared: Type.Integer({ description: 'Lines that they made and others wrote in: what the others wrote stays' }),
      already: Type.Integer({ description: 'Lines that they took away and somebody has brought back since' }),
    }),
  },
  { $id: 'UndoPersonDone' },
)
export type UndoPersonDone = Static<typeof UndoPersonDone>

const Digits = Type.String({ pattern: '^[0-9]{1,15}$' })

/** Between which revisions; `from` 0 is the pad before anybody wrote, without `to` it is up to the newest. */
export const DifferencesQuery = Type.Object({
  from: Digits,
  to: Type.Optional(Digits),
  author: Type.Optional(Type.String({ maxLength: 64, description: 'Only what this person did, by their id' })),
})
export type DifferencesQuery = Static<typeof DifferencesQuery>

const By = Type.Array(Type.String(), { description: 'The ids of those who had a part in it, as far as it is known' })
const Shape = Type.Object({
  kind: Type.String(),
  level: Type.Integer(),
  checked: Type.Union([Type.Boolean(), Type.Null()]),
})

/** One line, table, image or rule that is different, in the order of the text. */
export const TextChange = Type.Object({
  is: Type.Union([Type.Literal('added'), Type.Literal('removed'), Type.Literal('changed'), Type.Literal('moved')]),
  before: Type.Union([Type.Integer(), Type.Null()], { description: 'Its place in the older text, from 1' }),
  after: Type.Union([Type.Integer(), Type.Null()], { description: 'Its place in the newer text, from 1' }),
  line: Type.Union([Type.String(), Type.Null()], {
    description:
      'The permanent name of the line, which is at /p/PAD#NAME; of what was removed, of the line before it; null at the top',
  }),
  at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
    description: 'When words of it came or went last, to the minute, as far as that is known',
  }),
  text: Type.String({ description: 'As plain text, as it is or, if it was removed, as it was' }),
  words: Type.Array(
    Type.Object({
      is: Type.Union([Type.Literal('kept'), Type.Literal('added'), Type.Literal('removed')]),
      text: Type.String(),
      by: Type.Union([Type.String(), Type.Null()]),
    }),
    { description: 'Of a line that changed within; a hard break is a line end' },
  ),
  shape: Type.Union([Type.Object({ before: Shape, after: Shape }), Type.Null()], {
    description: 'If its kind, level or tick changed',
  }),
  looks: Type.Boolean({ description: 'Whether words look otherwise: bold, a link' }),
  by: By,
})
export type TextChange = Static<typeof TextChange>

const Moment = Type.Object({
  revision: Type.Integer(),
  at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
})

export const TextDifferences = Type.Object(
  {
    from: Moment,
    to: Moment,
    people: Type.Array(Type.Object(Person.properties)),
    changes: Type.Array(TextChange),
  },
  { $id: 'TextDifferences' },
)
export type TextDifferences = Static<typeof TextDifferences>

/** Somebody who changed something, and in how many places. */
export type Changer = { person: Person; places: number }
