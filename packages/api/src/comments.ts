import { type Static, Type } from 'typebox'
import { Person } from './person.ts'

/** The longest comment, in UTF-16 units, as text fields count. */
export const LONGEST_COMMENT = 2_000

/** Comments that come at once; a page asks on until there are no more. */
export const COMMENTS_AT_ONCE = 100

const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
const Place = Type.Object({
  client: Type.Integer({ minimum: 0, maximum: 2 ** 32 - 1 }),
  clock: Count,
})

/**
 * A passage of the text: the ids, in Yjs, of its first and its last character. They stay the same whatever is written before, between or
 * behind them.
 */
export const PassageAnchor = Type.Object({ first: Place, last: Place })
export type PassageAnchor = Static<typeof PassageAnchor>

/** A comment on a passage, or an answer to one. A deleted one stays as a mark, without its words. */
export const PadComment = Type.Object({
  id: Type.Integer({ description: 'Counts from 1 in each pad' }),
  change: Type.Integer({ description: "The pad's number of the last change of this comment" }),
  thread: Type.Integer({ description: 'The id of the comment that it answers; its own if it answers none' }),
  at: Type.Integer({ description: 'Milliseconds since 1970' }),
  person: Person,
  text: Type.String(),
  /** Made by the page that said it, so that saying it again after a lost answer says it once. */
  key: Type.String(),
  deletedBy: Type.Union([Type.Null(), Type.Literal('author'), Type.Literal('organiser'), Type.Literal('moderator')]),
  /** Of the first of a thread; null for answers. */
  anchor: Type.Union([PassageAnchor, Type.Null()]),
  quote: Type.String({ description: 'The words that the first of a thread is about, as they were then' }),
  resolvedBy: Type.Union([Type.String(), Type.Null()], {
    description: 'Of the first of a thread: the name of whoever called it settled; null while it is open',
  }),
})
export type PadComment = Static<typeof PadComment>

const Key = Type.String({ minLength: 8, maxLength: 40, pattern: '^[A-Za-z0-9_-]+$' })
const Text = Type.String({ maxLength: LONGEST_COMMENT * 2 })

/** What a page may ask of the comments. */
export const CommentAsk = Type.Union([
  /** What changed after change `since`, in the order of the changes. */
  Type.Object({ is: Type.Literal('look'), since: Count }),
  Type.Object({ is: Type.Literal('begin'), key: Key, text: Text, anchor: PassageAnchor }),
  Type.Object({ is: Type.Literal('answer'), key: Key, text: Text, thread: Count }),
  Type.Object({ is: Type.Literal('settle'), thread: Count, settled: Type.Boolean() }),
  Type.Object({ is: Type.Literal('delete'), id: Count }),
  /** A moderator lets those who may only read comment, or no longer. */
  Type.Object({ is: Type.Literal('allow'), readers: Type.Boolean() }),
])
export type CommentAsk = Static<typeof CommentAsk>

export type CommentAnswer =
  | { is: 'comments'; comments: PadComment[]; more: boolean; readersMay: boolean }
  | { is: 'said'; comment: PadComment }
  | { is: 'done' }

/** A comment is new or has changed, or readers may comment from now on, or no longer. */
export type CommentNews = { is: 'comment'; comment: PadComment } | { is: 'allowed'; readersMay: boolean }

/** What was said about a passage, in its order. `quote` is the passage as it was when it began. */
export type CommentThread = {
  quote: string
  /** The name of whoever called it settled; null while it is open. */
  settledBy: string | null
  /** Instants are ISO 8601. `text` is null where it was deleted. */
  entries: { person: Person; at: string; text: string | null }[]
}
