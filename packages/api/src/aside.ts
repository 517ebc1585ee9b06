import { type Static, Type } from 'typebox'
import type { ChatAnswer, ChatAsk, ChatNews } from './chat.ts'
import type { CommentAnswer, CommentAsk, CommentNews } from './comments.ts'
import type { LinksAsk, LinksState } from './held-links.ts'
import type { Role } from './role.ts'
import type { RoomAnswer, RoomAsk, RoomNews } from './room.ts'

/**
 * What our pages and the server say to each other beside the text (`MESSAGE.aside`): a JSON string after the number. The page asks a
 * feature something under a number of its own and gets one answer; the server tells news.
 */
export type AsideFeatures = {
  chat: { ask: ChatAsk; answer: ChatAnswer; news: ChatNews }
  comments: { ask: CommentAsk; answer: CommentAnswer; news: CommentNews }
  links: { ask: LinksAsk; answer: LinksState; news: LinksState }
  room: { ask: RoomAsk; answer: RoomAnswer; news: RoomNews }
}
export type AsideFeature = keyof AsideFeatures

/** The longest frame that a page may send, in bytes. */
export const LONGEST_ASIDE = 32 * 1024

/** From the page; what `body` may be is the feature's to say. */
export const AsideAsk = Type.Object({
  feature: Type.String({ maxLength: 20 }),
  ask: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
  body: Type.Unknown(),
})
export type AsideAsk = Static<typeof AsideAsk>

/** To the page. */
export type AsideFromServer =
  /** First of all, and again when the role changes. `now` is the server's clock, milliseconds since 1970. */
  | { is: 'welcome'; role: Role; now: number }
  | { is: 'answer'; ask: number; body: unknown }
  /** It was not done: `text` says why and what to do. */
  | { is: 'refusal'; ask: number; code: string; text: string }
  | { is: 'news'; feature: string; body: unknown }
  /** The line was too slow for some news: what is shown must be asked for anew. */
  | { is: 'missed' }
