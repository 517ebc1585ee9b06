import { randomInt } from 'node:crypto'
import type { Credit } from '@forumpad/api'
import type { As } from '@forumpad/pad-schema'
import type { OwnChanges } from '@forumpad/sync'
import type * as Y from 'yjs'

/** Stands before the id of an author for whom somebody else vouched. */
const DOUBT = '?'

/** An author, and whether the server saw them write, in one word. */
export const authorKey = ({ author, verified }: Pick<Credit, 'author' | 'verified'>): string =>
  verified ? author : DOUBT + author

/** The client ids under which the server writes, in a copy of a document, what others had written: one for each of them. */
export class Hands {
  readonly #doc: Y.Doc
  readonly #own: number
  readonly #clients = new Map<string, number>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#own = doc.clientID
  }

  /** Writes in the name of whoever an `authorKey` says. */
  readonly as: As = (by, write) => {
    this.#doc.clientID = by === undefined ? this.#own : this.#clientOf(by)
    try {
      write()
    } finally {
      this.#doc.clientID = this.#own
    }
  }

  /** Whose the ids are: `person` does what is nobody else's. */
  claims(person: string): OwnChanges['claims'] {
    const hands = [...this.#clients].map(([key, client]) => {
      const verified = !key.startsWith(DOUBT)
      return { client, owner: { person: verified ? key : key.slice(DOUBT.length), verified, hand: true as const } }
    })
    return [{ client: this.#own, owner: { person, verified: true } }, ...hands]
  }

  #clientOf(key: string): number {
    const known = this.#clients.get(key)
    if (known !== undefined) return known
    let client = randomInt(1, 2 ** 32)
    while (this.#doc.store.clients.has(client)) client = randomInt(1, 2 ** 32)
    this.#clients.set(key, client)
    return client
  }
}
