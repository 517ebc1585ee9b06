import {
  type ActToNote,
  COMMENTS_AT_ONCE,
  type CommentAnswer,
  CommentAsk,
  type CommentNews,
  keepsOrder,
  LONGEST_COMMENT,
  type PadComment,
  type PassageAnchor,
  type Person,
} from '@forumpad/api'
import type { Clock } from '@forumpad/sync'
import { createAllowances } from '../allowance.ts'
import type { Asides, Feature } from '../asides/asides.ts'
import { AsideRefusal, type Guest } from '../asides/guest.ts'
import type { CommentStore, NewComment } from './comment-store.ts'

export type CommentParts = {
  store: CommentStore
  asides: Pick<Asides, 'tell'>
  clock: Pick<Clock, 'now'>
  /** Whether a pad takes no text now. */
  isFrozen(pad: string): Promise<boolean>
  /** Keeps who they are beside their words. */
  remember(person: Person): Promise<void>
  /** The words of a passage as they are in the committed text; undefined if nothing of it is there. */
  quoteOf(pad: string, anchor: PassageAnchor): Promise<string | undefined>
  /** What people say, without what nobody sees. */
  cleanWords(text: string): string
  /** What notes that somebody deletes the comment of another. */
  noteOf(guest: Guest, author: Person): Promise<ActToNote>
}

/** So many at once, then one every three seconds. */
const OF_ONE = { burst: 6, perSecond: 0.33 }
/** All comments on one pad: each that begins a thread has the text read. */
const OF_ALL = { burst: 30, perSecond: 3 }
/** More nobody can deal with, and every page has them all. */
const MOST_COMMENTS = 2_000

/** The comments on each pad. Who writes one comes from the socket, the words that it is about from the text; it is on disk before anybody reads it. */
export function commentsFeature(parts: CommentParts): Feature<typeof CommentAsk> {
  const { store, asides, clock, isFrozen, remember, quoteOf, cleanWords } = parts
  const personAllows = createAllowances(OF_ONE)
  const padAllows = createAllowances(OF_ALL)
  const tell = (pad: string, news: CommentNews) => asides.tell(pad, 'comments', news)

  async function look(pad: string, since: number): Promise<CommentAnswer> {
    const [changed, readersMay] = await Promise.all([
      store.changedSince(pad, since, COMMENTS_AT_ONCE + 1),
      store.readersMay(pad),
    ])
    const more = changed.length > COMMENTS_AT_ONCE
    return { is: 'comments', comments: changed.slice(0, COMMENTS_AT_ONCE), more, readersMay }
  }

  /** Throws unless somebody may say something just now. */
  async function letSpeak({ pad, person, role }: Guest, words: string): Promise<void> {
    if (words === '') throw new AsideRefusal('empty', 'There are no words in this comment.')
    if (words.length > LONGEST_COMMENT)
      throw new AsideRefusal('too-long', `A comment has ${LONGEST_COMMENT} characters at most. Say it in parts.`)
    if (role === 'reader' && !(await store.readersMay(pad)))
      throw new AsideRefusal('not-allowed', 'You may read the comments on this pad, not write any.')
    const now = clock.now()
    if (!personAllows(person.id, 0, now) || !padAllows(pad, 0, now))
      throw new AsideRefusal(
        'too-many',
        'That was a lot at once. Your words are still here: send them in a few seconds.',
      )
    if (await isFrozen(pad)) throw new AsideRefusal('frozen', 'This pad is frozen: its comments can be read.')
    if ((await store.count(pad)) >= MOST_COMMENTS)
      throw new AsideRefusal('full', `This pad has ${MOST_COMMENTS} comments: it takes no more.`)
  }

  async function say({ pad, person }: Guest, comment: NewComment): Promise<CommentAnswer> {
    await remember(person)
    const said = await store.add(pad, comment)
    if (said === 'no such pad') throw new AsideRefusal('no-such-pad', 'There is no such pad.')
    if (said === 'no such thread')
      throw new AsideRefusal('no-such-thread', 'The comment that this answers is not there.')
    if (said.is === 'added') tell(pad, { is: 'comment', comment: said.comment })
    return { is: 'said', comment: said.comment }
  }

  async function begin(guest: Guest, key: string, text: string, anchor: PassageAnchor): Promise<CommentAnswer> {
    const words = cleanWords(text)
    await letSpeak(guest, words)
    const quote = cleanWords((await quoteOf(guest.pad, anchor)) ?? '')
    if (quote === '')
      throw new AsideRefusal('passage-gone', 'The words that this is about have just been deleted. Select others.')
    const { person } = guest
    return say(guest, { at: clock.now(), person, text: words, key, thread: null, anchor, quote })
  }

  async function answer(guest: Guest, key: string, text: string, thread: number): Promise<CommentAnswer> {
    const words = cleanWords(text)
    await letSpeak(guest, words)
    return say(guest, { at: clock.now(), person: guest.person, text: words, key, thread })
  }

  async function remove(guest: Guest, id: number): Promise<CommentAnswer> {
    const { pad, person, role } = guest
    const comment = await store.find(pad, id)
    if (!comment) throw new AsideRefusal('no-such-comment', 'There is no such comment.')
    const isOwn = comment.person.id === person.id
    if (!isOwn && !keepsOrder(role))
      throw new AsideRefusal('not-allowed', 'Only its author, a moderator or the organiser may delete a comment.')
    const by = isOwn ? 'author' : role === 'moderator' ? 'moderator' : 'organiser'
    const note = isOwn ? undefined : await parts.noteOf(guest, comment.person)
    return change(pad, store.delete(pad, id, by, note))
  }

  async function settle({ pad, person, role }: Guest, thread: number, settled: boolean): Promise<CommentAnswer> {
    const first = await store.find(pad, thread)
    if (!first || first.thread !== first.id) throw new AsideRefusal('no-such-thread', 'There is no such comment.')
    if (role === 'reader' && first.person.id !== person.id)
      throw new AsideRefusal('not-allowed', 'Whoever may only read settles what they began themselves.')
    if (await isFrozen(pad)) throw new AsideRefusal('frozen', 'This pad is frozen: its comments can be read.')
    return change(pad, store.settle(pad, thread, settled ? person.name : null))
  }

  async function change(pad: string, changing: Promise<PadComment | undefined>): Promise<CommentAnswer> {
    const comment = await changing
    if (comment) tell(pad, { is: 'comment', comment })
    return { is: 'done' }
  }

  async function allow({ pad, role }: Guest, readersMay: boolean): Promise<CommentAnswer> {
    if (!keepsOrder(role))
      throw new AsideRefusal('not-allowed', 'Only a moderator or the organiser says who may comment.')
    await store.allowReaders(pad, readersMay)
    tell(pad, { is: 'allowed', readersMay })
    return { is: 'done' }
  }

  return {
    name: 'comments',
    ask: CommentAsk,
    async hear(guest, ask): Promise<CommentAnswer> {
      switch (ask.is) {
        case 'look':
          return look(guest.pad, ask.since)
        case 'begin':
          return begin(guest, ask.key, ask.text, ask.anchor)
        case 'answer':
          return answer(guest, ask.key, ask.text, ask.thread)
        case 'settle':
          return settle(guest, ask.thread, ask.settled)
        case 'delete':
          return remove(guest, ask.id)
        case 'allow':
          return allow(guest, ask.readers)
      }
    },
  }
}
