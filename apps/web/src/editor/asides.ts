import { type AsideFeature, type AsideFeatures, type AsideFromServer, type Role, writeAside } from '@forumpad/api'
import { sentence } from '../languages/sentence.ts'

export type Answer<Body> =
  | { is: 'answer'; body: Body }
  /** Not done: `text` says why. */
  | { is: 'refusal'; code: string; text: string }

/** An answer that has not come by then will not come. */
const PATIENCE_MS = 15_000

const UNREACHABLE = {
  is: 'refusal',
  code: 'unreachable',
  text: sentence('The server cannot be reached just now. Try again when the line is back.'),
} as const

/** What the page and the server say to each other beside the text, on the pad's own socket. */
export class Asides {
  readonly #send: (frame: Uint8Array<ArrayBuffer>) => void
  readonly #waiting = new Map<number, (answer: Answer<unknown>) => void>()
  readonly #hearers = new Map<string, Set<(news: unknown) => void>>()
  readonly #welcomes = new Set<() => void>()
  #asked = 0
  #role: Role | null = null
  #isOpen = false
  /** How far the server's clock is ahead of this one, in milliseconds. */
  #ahead = 0

  constructor(send: (frame: Uint8Array<ArrayBuffer>) => void) {
    this.#send = send
  }

  /** What this person may do in the pad; null until the server has said it. */
  get role(): Role | null {
    return this.#role
  }

  /** The server's clock: milliseconds since 1970. */
  now(): number {
    return Date.now() + this.#ahead
  }

  /** Asks a feature of the server. Never rejects. */
  ask<F extends AsideFeature>(feature: F, body: AsideFeatures[F]['ask']): Promise<Answer<AsideFeatures[F]['answer']>> {
    if (!this.#isOpen) return Promise.resolve(UNREACHABLE)
    this.#asked += 1
    const ask = this.#asked
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle(ask, UNREACHABLE), PATIENCE_MS)
      this.#waiting.set(ask, (answer) => {
        clearTimeout(timer)
        resolve(answer as Answer<AsideFeatures[F]['answer']>)
      })
      this.#send(writeAside({ feature, ask, body }).slice())
    })
  }

  /** Calls back with each news of a feature; the returned function ends that. */
  hear<F extends AsideFeature>(feature: F, hearer: (news: AsideFeatures[F]['news']) => void): () => void {
    const hearers = this.#hearers.get(feature) ?? new Set()
    this.#hearers.set(feature, hearers)
    const each = (news: unknown) => hearer(news as AsideFeatures[F]['news'])
    hearers.add(each)
    return () => hearers.delete(each)
  }

  /**
   * Calls back at once if the server is there, and whenever it is there again: what was missed meanwhile is to be asked for. The returned
   * function ends that.
   */
  onWelcome(callback: () => void): () => void {
    this.#welcomes.add(callback)
    if (this.#isOpen) callback()
    return () => this.#welcomes.delete(callback)
  }

  receive(message: AsideFromServer): void {
    switch (message.is) {
      case 'welcome':
        this.#role = message.role
        this.#ahead = message.now - Date.now()
        this.#isOpen = true
        return this.#welcome()
      case 'missed':
        return this.#welcome()
      case 'answer':
      case 'refusal':
        return this.#settle(message.ask, message)
      case 'news':
        for (const hearer of this.#hearers.get(message.feature) ?? []) hearer(message.body)
    }
  }

  /** The socket is gone: no answer will come. */
  lost(): void {
    this.#isOpen = false
    for (const ask of [...this.#waiting.keys()]) this.#settle(ask, UNREACHABLE)
  }

  #welcome(): void {
    for (const callback of this.#welcomes) callback()
  }

  #settle(ask: number, answer: Answer<unknown>): void {
    this.#waiting.get(ask)?.(answer)
    this.#waiting.delete(ask)
  }
}
