import { type ChatAnswer, type ChatMessage, LONGEST_CHAT_MESSAGE } from '@forumpad/api'
import type { Values } from '../../languages/catalogue.ts'
import { sentence } from '../../languages/sentence.ts'
import type { Asides } from '../asides.ts'

const TOO_LONG = sentence(
  '{count, plural, one {This is # character too long. Say it in parts.} other {This is # characters too long. Say it in parts.}}',
)

export type ChatState = {
  /** In the order in which they were said. */
  readonly messages: readonly ChatMessage[]
  /** There are messages before the first. */
  readonly older: boolean
  /** What others said and this person has not read. */
  readonly unread: number
  readonly draft: string
  readonly sending: boolean
  /** The last thing that the chat has to say to this person alone: why words were not taken, or the answer to a command. */
  readonly said: { is: 'problem' | 'answer'; text: string; values?: Values } | null
  readonly loaded: boolean
}

/** Where the device keeps up to which message its person has read. */
export type ReadMark = { read(): number; write(id: number): void }

/** The chat of a pad as this page has it. What it missed while the line was down it asks for when the line is back. */
export class ChatLog {
  readonly #asides: Asides
  readonly #me: string
  readonly #mark: ReadMark
  readonly #listeners = new Set<() => void>()
  readonly #known = new Map<number, ChatMessage>()
  readonly #stops: (() => void)[]
  #state: ChatState = { messages: [], older: false, unread: 0, draft: '', sending: false, said: null, loaded: false }
  /** The newest change that was heard of without a gap before it. */
  #change = 0
  #wanted = false
  #reading = false
  #key = newKey()
  /** What was sent last and is not known to be kept; more may stand behind it in the box by now. */
  #pending: { key: string; text: string } | undefined

  /** @param me the id of the person whose page it is */
  constructor(asides: Asides, me: string, mark: ReadMark) {
    this.#asides = asides
    this.#me = me
    this.#mark = mark
    this.#stops = [
      asides.hear('chat', ({ message }) => this.#hear(message)),
      asides.onWelcome(() => void (this.#wanted ? this.#look() : this.#count())),
    ]
  }

  readonly state = (): ChatState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The person looks at the chat, or no longer does. What is there while they look counts as read. */
  look(reading: boolean): void {
    this.#reading = reading
    if (!reading) return
    if (!this.#wanted) {
      this.#wanted = true
      void this.#look()
    }
    this.#markRead()
  }

  write(draft: string): void {
    if (draft !== this.#state.draft) this.#key = newKey()
    this.#set({ draft, said: null })
  }

  /** Sends what is in the box; it stays there until the server has it. */
  async send(): Promise<void> {
    const { draft, sending } = this.#state
    if (sending || draft.trim() === '') return
    if (draft.length > LONGEST_CHAT_MESSAGE) {
      return this.#set({
        said: { is: 'problem', text: TOO_LONG, values: { count: draft.length - LONGEST_CHAT_MESSAGE } },
      })
    }
    const key = this.#key
    this.#pending = { key, text: draft }
    this.#set({ sending: true, said: null })
    const answer = await this.#asides.ask('chat', { is: 'say', key, text: draft })
    this.#set({ sending: false })
    if (answer.is === 'refusal') return this.#set({ said: { is: 'problem', text: answer.text } })
    if (answer.body.is === 'told') this.#set({ said: { is: 'answer', text: answer.body.text } })
    this.#sent(key)
  }

  async older(): Promise<void> {
    const [first] = this.#state.messages
    if (!first) return
    const answer = await this.#asides.ask('chat', { is: 'older', before: first.id })
    if (answer.is === 'answer') this.#take(answer.body)
    else this.#set({ said: { is: 'problem', text: answer.text } })
  }

  async delete(id: number): Promise<void> {
    const answer = await this.#asides.ask('chat', { is: 'delete', id })
    if (answer.is === 'refusal') this.#set({ said: { is: 'problem', text: answer.text } })
  }

  close(): void {
    for (const stop of this.#stops) stop()
  }

  async #look(): Promise<void> {
    const answer = await this.#asides.ask('chat', { is: 'look', since: this.#change })
    if (answer.is === 'answer') this.#take(answer.body)
  }

  async #count(): Promise<void> {
    const answer = await this.#asides.ask('chat', { is: 'count', read: this.#mark.read() })
    if (answer.is === 'answer' && answer.body.is === 'count') this.#set({ unread: answer.body.unread })
  }

  #take(answer: ChatAnswer): void {
    if (answer.is !== 'messages') return
    if (answer.fresh) this.#known.clear()
    const older = this.#known.size === 0 || answer.messages.some(({ id }) => id < (this.#first() ?? 0))
    for (const message of answer.messages) this.#keep(message)
    this.#set({ older: older || answer.fresh ? answer.older : this.#state.older, loaded: true })
    this.#show()
  }

  #hear(message: ChatMessage): void {
    if (message.person.id === this.#me) this.#sent(message.key)
    const isNews = message.id > this.#mark.read() && message.person.id !== this.#me && message.deletedBy === null
    if (!this.#wanted) return this.#set({ unread: this.#state.unread + (isNews ? 1 : 0) })
    // A message that is older than those on this page is met when its page is asked for.
    const first = this.#first()
    if (first !== undefined && message.id < first) this.#change = Math.max(this.#change, message.change)
    else this.#keep(message)
    this.#show()
  }

  #keep(message: ChatMessage): void {
    const known = this.#known.get(message.id)
    if (!known || known.change < message.change) this.#known.set(message.id, message)
    this.#change = Math.max(this.#change, message.change)
    if (message.person.id === this.#me) this.#sent(message.key)
  }

  #first(): number | undefined {
    return this.#state.messages[0]?.id
  }

  #show(): void {
    const messages = [...this.#known.values()].sort((a, b) => a.id - b.id)
    const read = this.#mark.read()
    const isUnread = ({ id, person, deletedBy }: ChatMessage) =>
      id > read && person.id !== this.#me && deletedBy === null
    this.#set({ messages, unread: messages.filter(isUnread).length })
    this.#markRead()
  }

  #markRead(): void {
    if (!this.#reading) return
    const newest = this.#state.messages.at(-1)?.id ?? 0
    if (newest > this.#mark.read()) this.#mark.write(newest)
    if (this.#state.loaded) this.#set({ unread: 0 })
  }

  /** What was in the box is kept by the server, however this page heard of it. What was typed behind it meanwhile stays. */
  #sent(key: string): void {
    if (key !== this.#pending?.key) return
    const { text } = this.#pending
    const { draft } = this.#state
    this.#pending = undefined
    this.#key = newKey()
    this.#set({ draft: draft.startsWith(text) ? draft.slice(text.length).trimStart() : draft })
  }

  #set(change: Partial<ChatState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
