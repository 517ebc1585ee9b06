import { type Static, Type } from 'typebox'
import { Person } from './person.ts'

/** The longest message of the chat, in UTF-16 units, as text fields count. */
export const LONGEST_CHAT_MESSAGE = 2_000

/** Messages that come at once when the chat is opened or scrolled back. */
export const CHAT_PAGE = 50

/** One message beside a pad. A deleted one stays as a mark, without its words. */
export const ChatMessage = Type.Object({
  id: Type.Integer({ description: 'Counts from 1 in each pad' }),
  change: Type.Integer({
    description: "The pad's number of the last change of this message; what came later has a higher one",
  }),
  at: Type.Integer({ description: 'Milliseconds since 1970' }),
  person: Person,
  text: Type.String(),
  /** Made by the page that said it, so that saying it again after a lost answer says it once. */
  key: Type.String(),
  deletedBy: Type.Union([Type.Null(), Type.Literal('author'), Type.Literal('organiser'), Type.Literal('moderator')]),
})
export type ChatMessage = Static<typeof ChatMessage>

const Key = Type.String({ minLength: 8, maxLength: 40, pattern: '^[A-Za-z0-9_-]+$' })
const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })

/** What a page may ask of the chat. */
export const ChatAsk = Type.Union([
  /** What changed after change `since`; the newest page if that is too much or nothing is known. */
  Type.Object({ is: Type.Literal('look'), since: Count }),
  /** How many messages of others there are after message `read`. */
  Type.Object({ is: Type.Literal('count'), read: Count }),
  /** The page of messages before message `before`. */
  Type.Object({ is: Type.Literal('older'), before: Count }),
  Type.Object({ is: Type.Literal('say'), key: Key, text: Type.String({ maxLength: LONGEST_CHAT_MESSAGE * 2 }) }),
  Type.Object({ is: Type.Literal('delete'), id: Count }),
])
export type ChatAsk = Static<typeof ChatAsk>

export type ChatAnswer =
  /** `fresh`: what the page had is to be forgotten. `older`: there are messages before the first of these. */
  | { is: 'messages'; messages: ChatMessage[]; fresh: boolean; older: boolean }
  | { is: 'count'; unread: number; newest: number }
  | { is: 'said'; message: ChatMessage }
  /** It was a word of command such as `q+`: the answer is for this person alone. */
  | { is: 'told'; text: string }
  | { is: 'done' }

/** A message is new or has changed. */
export type ChatNews = { message: ChatMessage }
