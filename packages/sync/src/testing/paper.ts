import * as Y from 'yjs'
import { Authorship } from '../authorship/authorship.ts'
import { traceOf } from '../authorship/trace.ts'

/** A text that several people change in turn, each under an id of their own, and who wrote it. */
export class Paper {
  readonly doc = new Y.Doc()
  readonly authorship = new Authorship()
  readonly owners = new Map<number, { person: string; verified: boolean }>()
  #row = { person: '', at: 0 }
  readonly #people: string[] = []

  constructor() {
    this.doc.on('afterTransaction', (transaction) => {
      this.authorship.record(traceOf(transaction), this.#row, (client) => this.owners.get(client))
    })
  }

  get text(): Y.Text {
    return this.doc.getText('text')
  }

  /** One update of a person, whatever is done in it. */
  by(person: string, change: (text: Y.Text, doc: Y.Doc) => void, at = 0): this {
    return this.away(person, change, at)()
  }

  /** Somebody changes a copy of the text as it is now; call what this gives when they come back. */
  away(person: string, change: (text: Y.Text, doc: Y.Doc) => void, at = 0): () => this {
    const twin = new Y.Doc()
    Y.applyUpdate(twin, Y.encodeStateAsUpdate(this.doc))
    twin.clientID = this.#clientOf(person)
    const before = Y.encodeStateVector(twin)
    twin.transact(() => change(twin.getText('text'), twin))
    const update = Y.encodeStateAsUpdate(twin, before)
    return () => {
      this.#row = { person, at }
      Y.applyUpdate(this.doc, update)
      return this
    }
  }

  get credits(): string {
    let all = ''
    let last = ''
    for (let item = this.text._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      for (let i = 0; i < item.length; i++) {
        const credit = this.authorship.credits.at(item.id.client, item.id.clock + i)
        const by = `${credit?.author}${credit?.movedBy ? `<${credit.movedBy}` : ''}`
        if (by !== last) all += `[${by}]`
        last = by
        all += item.content.str[i]
      }
    }
    return all
  }

  #clientOf(person: string): number {
    if (!this.#people.includes(person)) this.#people.push(person)
    const client = this.#people.indexOf(person) + 1
    if (!this.owners.has(client)) this.owners.set(client, { person, verified: true })
    return client
  }
}

/** Deletes these words where they stand first. */
export const cut = (text: Y.Text, words: string): void => text.delete(text.toString().indexOf(words), words.length)

export const append = (text: Y.Text, words: string): void => text.insert(text.length, words)
