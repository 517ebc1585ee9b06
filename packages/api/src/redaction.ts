import { type Static, Type } from 'typebox'
import { PassageAnchor } from './comments.ts'

/** What stands in the place of each redacted UTF-16 unit: the full block. */
export const REDACTED = '█'

/** The longest passage that goes in one go, in UTF-16 units. */
export const LONGEST_REDACTION = 5_000

/** The longest reason, in UTF-16 units. */
export const LONGEST_REASON = 300

const Instant = Type.String({ format: 'date-time' })
const Place = Type.Object(
  {
    line: Type.Integer({ minimum: 1, description: 'Counts from 1 in the text; the lines in the cells of tables too' }),
    offset: Type.Integer({ minimum: 0, description: "UTF-16 units from the line's beginning; a break is one" }),
  },
  { additionalProperties: false },
)

/** Which words of a pad are to go: a stretch of a revision, or what lies between two characters. */
export const RedactionWish = Type.Object(
  {
    revision: Type.Optional(Type.Integer({ description: 'In which the words can be read; default: the newest' })),
    from: Type.Optional(Place),
    to: Type.Optional(Place),
    anchor: Type.Optional(PassageAnchor),
    words: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: LONGEST_REDACTION,
        description: 'Instead of places: as they stand in one line; the first that holds them',
      }),
    ),
    alsoIn: Type.Optional(
      Type.Array(Type.String({ maxLength: 200 }), {
        maxItems: 100,
        description:
          'Other pads of its series from which the same words go too (`elsewhere.pads`); whoever asks must be a moderator of each',
      }),
    ),
    reason: Type.Optional(
      Type.String({ maxLength: LONGEST_REASON, description: 'For everybody to read: do not repeat the words' }),
    ),
    dryRun: Type.Optional(Type.Boolean({ description: 'Only say what would go' })),
  },
  { $id: 'RedactionWish', additionalProperties: false },
)
export type RedactionWish = Static<typeof RedactionWish>

/** That a passage was taken out of a pad and its whole history. */
export const Redaction = Type.Object(
  {
    id: Type.Integer({ description: 'Counts from 1 in each pad' }),
    revision: Type.Integer({ description: 'The newest revision then' }),
    at: Instant,
    by: Type.Union([Type.String(), Type.Null()], {
      description: 'The name of whoever did it, as it was then; null for a program',
    }),
    characters: Type.Integer({ description: 'Of the passage, in UTF-16 units' }),
    reason: Type.String({ description: 'May be empty' }),
  },
  { $id: 'Redaction' },
)
export type Redaction = Static<typeof Redaction>

export const RedactionList = Type.Object(
  { redactions: Type.Array(Redaction, { description: 'The newest first' }) },
  { $id: 'RedactionList' },
)
export type RedactionList = Static<typeof RedactionList>

/** Where else the words of a passage stand, outside the text of its pad. */
export const ElsewhereWords = Type.Object(
  {
    chat: Type.Integer({ description: 'In how many messages of the pad’s chat; they go with the passage' }),
    comments: Type.Integer({ description: 'In how many comments on the pad; they go with the passage' }),
    pads: Type.Array(
      Type.Object({
        pad: Type.String(),
        title: Type.String(),
        places: Type.Integer({ description: 'In its text and its history' }),
        asides: Type.Integer({ description: 'In how many messages and comments of it' }),
      }),
      {
        description:
          'Other pads of its series which whoever asks may moderate and where open actions may have been carried; they go from those of `alsoIn`',
      },
    ),
  },
  { $id: 'ElsewhereWords' },
)
export type ElsewhereWords = Static<typeof ElsewhereWords>

/** What goes, or would go. */
export const RedactionReport = Type.Object(
  {
    words: Type.Array(Type.String(), { description: 'The passage, line by line; empty once it is gone' }),
    revision: Type.Integer({ description: 'In which they were found' }),
    characters: Type.Integer({ description: 'Of the passage, in UTF-16 units' }),
    all: Type.Integer({ description: 'Of everything that goes: the passage, and what was copied from and to it' }),
    places: Type.Integer({ description: 'At how many places the words stand, in all revisions together' }),
    visible: Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer() }), {
      description: 'In which revisions some of it can be read',
    }),
    elsewhere: Type.Object(ElsewhereWords.properties),
    redaction: Type.Union([Type.Object(Redaction.properties), Type.Null()], { description: 'Null for a dry run' }),
  },
  { $id: 'RedactionReport' },
)
export type RedactionReport = Static<typeof RedactionReport>
