import type { CommentAnswer, CommentAsk, PadComment, PassageAnchor } from '@forumpad/api'
import type { Answer, Asides } from '../asides.ts'

/** A comment on a passage and the answers to it, in the order in which they were given. */
export type Thread = { first: PadComment; answers: readonly PadComment[] }

export type CommentState = {
  readonly threads: readonly Thread[]
  /** Whether those who may only read may comment. */
  readonly readersMay: boolean
  readonly loaded: boolean
}

/** The comments of a pad as this page has them. What it missed while the line was down it asks for when the line is back. */
export class CommentList {
  readonly #asides: Asides
  readonly #listeners = new Set<() => void>()
  readonly #known = new Map<number, PadComment>()
  readonly #stops: (() => void)[]
  /** What is written and not sent yet, by the thread that it answers (0: a new one), and the key under which it is sent. */
  readonly #drafts = new Map<number, { text: string; key: string }>()
  #state: CommentState = { threads: [], readersMay: false, loaded: false }
  /** The newest change that was heard of without a gap before it. */
  #change = 0

  constructor(asides: Asides) {
    this.#asides = asides
    this.#stops = [
      asides.hear('comments', (news) => {
        if (news.is === 'comment') this.#take([news.comment])
        else this.#set({ readersMay: news.readersMay })
      }),
      asides.onWelcome(() => void this.#look()),
    ]
  }

  readonly state = (): CommentState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  draft(thread: number): string {
    return this.#drafts.get(thread)?.text ?? ''
  }

  write(thread: number, text: string): void {
    if (text !== this.draft(thread)) this.#drafts.set(thread, { text, key: newKey() })
  }

  /** Comments on a passage, or answers in a thread, with what was written. Undefined once it is there, else why not. */
  async send(about: PassageAnchor | number): Promise<string | undefined> {
    const thread = typeof about === 'number' ? about : 0
    const draft = this.#drafts.get(thread)
    if (!draft || draft.text.trim() === '') return undefined
    const { text, key } = draft
    const answer = await this.#asides.ask(
      'comments',
      typeof about === 'number' ? { is: 'answer', key, text, thread } : { is: 'begin', key, text, anchor: about },
    )
    if (answer.is === 'refusal') return answer.text
    if (answer.body.is === 'said') this.#take([answer.body.comment])
    if (this.#drafts.get(thread) === draft) this.#drafts.delete(thread)
    return undefined
  }

  /** Undefined once it is done, else why not. */
  async do(ask: Extract<CommentAsk, { is: 'settle' | 'delete' | 'allow' }>): Promise<string | undefined> {
    const answer: Answer<CommentAnswer> = await this.#asides.ask('comments', ask)
    return answer.is === 'refusal' ? answer.text : undefined
  }

  close(): void {
    for (const stop of this.#stops) stop()
  }

  async #look(): Promise<void> {
    for (;;) {
      const answer = await this.#asides.ask('comments', { is: 'look', since: this.#change })
      if (answer.is === 'refusal' || answer.body.is !== 'comments') return
      const { comments, more, readersMay } = answer.body
      this.#change = comments.at(-1)?.change ?? this.#change
      this.#take(comments)
      this.#set({ readersMay, loaded: true })
      if (!more) return
    }
  }

  #take(comments: readonly PadComment[]): void {
    for (const comment of comments) {
      const known = this.#known.get(comment.id)
      if (known && known.change >= comment.change) continue
      this.#known.set(comment.id, comment)
      if (comment.change === this.#change + 1) this.#change = comment.change
    }
    const all = [...this.#known.values()].sort((a, b) => a.id - b.id)
    const threads = all
      .filter(({ id, thread }) => id === thread)
      .map((first) => ({ first, answers: all.filter(({ id, thread }) => thread === first.id && id !== thread) }))
    // What was deleted and answered by nobody has nothing to say any more.
    this.#set({ threads: threads.filter(({ first, answers }) => first.deletedBy === null || answers.length > 0) })
  }

  #set(changes: Partial<CommentState>): void {
    this.#state = { ...this.#state, ...changes }
    for (const listener of this.#listeners) listener()
  }
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
