import {
  type ActToNote,
  CHAT_PAGE,
  type ChatAnswer,
  ChatAsk,
  type ChatNews,
  keepsOrder,
  LONGEST_CHAT_MESSAGE,
  type Person,
} from '@forumpad/api'
import type { Clock } from '@forumpad/sync'
import { createAllowances } from '../allowance.ts'
import type { Asides, Feature } from '../asides/asides.ts'
import { AsideRefusal, type Guest } from '../asides/guest.ts'
import type { ChatStore } from './chat-store.ts'
import { chatWords } from './chat-words.ts'

export type ChatParts = {
  store: ChatStore
  asides: Pick<Asides, 'tell'>
  clock: Pick<Clock, 'now'>
  /** Whether a pad takes no text now. */
  isFrozen(pad: string): Promise<boolean>
  /** Keeps who they are beside their words. */
  remember(person: Person): Promise<void>
  /** Does what a word such as `q+` asks for, and answers its author alone; undefined for words that are none. */
  command(guest: Guest, words: string): Promise<string | undefined>
  /** What notes that somebody deletes the message of another. */
  noteOf(guest: Guest, author: Person): Promise<ActToNote>
}

/** So many at once, then one every other second. */
const OF_ONE = { burst: 6, perSecond: 0.5 }
/** All that is said in one chat: more nobody can read. */
const OF_ALL = { burst: 60, perSecond: 10 }

/** Beyond these many changes a page starts afresh. */
const MOST_CHANGES = 200

/** The chat beside each pad. Who says something comes from the socket; it is on disk before anybody reads it. */
export function chatFeature(parts: ChatParts): Feature<typeof ChatAsk> {
  const { store, asides, clock, isFrozen, remember, command } = parts
  const personAllows = createAllowances(OF_ONE)
  const padAllows = createAllowances(OF_ALL)
  const tell = (pad: string, message: ChatNews['message']) => asides.tell(pad, 'chat', { message } satisfies ChatNews)

  async function look(pad: string, since: number): Promise<ChatAnswer> {
    const changed = since === 0 ? [] : await store.changedSince(pad, since, MOST_CHANGES + 1)
    if (since > 0 && changed.length <= MOST_CHANGES) {
      return { is: 'messages', messages: changed, fresh: false, older: false }
    }
    return page(pad, Number.MAX_SAFE_INTEGER, true)
  }

  async function page(pad: string, before: number, fresh: boolean): Promise<ChatAnswer> {
    const messages = await store.before(pad, before, CHAT_PAGE)
    return { is: 'messages', messages, fresh, older: (messages[0]?.id ?? 1) > 1 }
  }

  async function say({ pad, person, role }: Guest, key: string, text: string): Promise<ChatAnswer> {
    const words = chatWords(text)
    if (words === '') throw new AsideRefusal('empty', 'There are no words in this message.')
    if (words.length > LONGEST_CHAT_MESSAGE) {
      throw new AsideRefusal('too-long', `A message has ${LONGEST_CHAT_MESSAGE} characters at most. Say it in parts.`)
    }
    if (role === 'reader') throw new AsideRefusal('not-allowed', 'You may read this chat, not write in it.')
    const now = clock.now()
    if (!personAllows(person.id, 0, now)) {
      throw new AsideRefusal(
        'too-many',
        'That was a lot at once. Your words are still here: send them in a few seconds.',
      )
    }
    if (!padAllows(pad, 0, now)) {
      throw new AsideRefusal('too-many', 'Many people are writing just now. Your words are still here: try again soon.')
    }
    const told = await command({ pad, person, role }, words)
    if (told !== undefined) return { is: 'told', text: told }
    if (await isFrozen(pad)) {
      throw new AsideRefusal('frozen', 'This pad is frozen: its chat can be read, not written in.')
    }
    await remember(person)
    const said = await store.add(pad, { at: now, person, text: words, key })
    if (!said) throw new AsideRefusal('no-such-pad', 'There is no such pad.')
    if (said.isNew) tell(pad, said.message)
    return { is: 'said', message: said.message }
  }

  async function remove(guest: Guest, id: number): Promise<ChatAnswer> {
    const { pad, person, role } = guest
    const message = await store.find(pad, id)
    if (!message) throw new AsideRefusal('no-such-message', 'There is no such message.')
    const isOwn = message.person.id === person.id
    if (!isOwn && !keepsOrder(role)) {
      throw new AsideRefusal('not-allowed', 'Only its author, a moderator or the organiser may delete a message.')
    }
    const by = isOwn ? 'author' : role === 'moderator' ? 'moderator' : 'organiser'
    const note = isOwn ? undefined : await parts.noteOf(guest, message.person)
    const deleted = await store.delete(pad, id, by, note)
    if (deleted) tell(pad, deleted)
    return { is: 'done' }
  }

  return {
    name: 'chat',
    ask: ChatAsk,
    async hear(guest, ask): Promise<ChatAnswer> {
      switch (ask.is) {
        case 'look':
          return look(guest.pad, ask.since)
        case 'count':
          return { is: 'count', ...(await store.unread(guest.pad, ask.read, guest.person.id)) }
        case 'older':
          return page(guest.pad, ask.before, false)
        case 'say':
          return say(guest, ask.key, ask.text)
        case 'delete':
          return remove(guest, ask.id)
      }
    },
  }
}
