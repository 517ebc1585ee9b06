import { ROOT } from '@forumpad/pad-schema'
import * as Y from 'yjs'

/** Words of a line that somebody else deleted before the server had them. */
type Gone = { line: unknown; client: number; clock: number; text: string }

/**
 * The words of this page that the server may not have: what it must be able to give back, should the server take no more. Changes are
 * counted as in the ledger.
 */
export class UnsentWords {
  readonly #doc: Y.Doc
  /** The Yjs clients whose words count: this page's own, and those of earlier visits that left words unsent. */
  readonly #mine: Set<number>
  /** How far the server said that it has each client's items, when it last asked for more. */
  #serverHas: ReadonlyMap<number, number> = new Map()
  /** How far they are known to be on its disk. */
  readonly #saved = new Map<number, number>()
  /** What change `change` reached, oldest first. */
  #reached: { change: number; client: number; clock: number }[] = []
  #gone: Gone[] = []

  /** @param isFromServer whether a transaction of this origin is the work of others */
  constructor(doc: Y.Doc, isFromServer: (origin: unknown) => boolean) {
    this.#doc = doc
    this.#mine = new Set([doc.clientID])
    doc.on('afterTransaction', ({ origin, deleteSet }: Y.Transaction) => {
      if (isFromServer(origin)) this.#noteGone(deleteSet)
    })
  }

  /** Change number `change` was made here. */
  changed(change: number): void {
    this.#reaches(change, this.#doc.clientID)
  }

  /** Up to change number `change` are those of earlier visits, which this device kept; `clients` says how far each is on the server's disk. */
  found(change: number, clients: ReadonlyMap<number, number>): void {
    for (const [client, saved] of clients) {
      this.#mine.add(client)
      this.#saved.set(client, Math.max(saved, this.#saved.get(client) ?? 0))
      this.#reaches(change, client)
    }
  }

  /** How far this page's own items are known to be on the server's disk. */
  savedUpTo(): number {
    return this.#saved.get(this.#doc.clientID) ?? 0
  }

  /** All changes up to this one are on disk. */
  saved(change: number): void {
    for (const { client, clock } of this.#reached.filter((reached) => reached.change <= change)) {
      this.#saved.set(client, clock)
    }
    this.#reached = this.#reached.filter((reached) => reached.change > change)
    this.#gone = this.#gone.filter((gone) => this.#isUnsent(gone.client, gone.clock, gone.text.length))
  }

  /** The server tells what it has of each client, Yjs client id to clock. */
  serverHas(state: ReadonlyMap<number, number>): void {
    this.#serverHas = state
  }

  /** The lines in which they stand, or stood until somebody deleted the line, as plain text for copying. */
  lines(): string[] {
    const here = textsUnder(this.#doc.getXmlFragment(ROOT))
      .filter((text) => itemsOf(text).some((item) => isWords(item) && this.#isUnsentItem(item)))
      .map(plainText)
    return [...here, ...this.#goneLines()]
  }

  #reaches(change: number, client: number): void {
    this.#reached.push({ change, client, clock: Y.getState(this.#doc.store, client) })
  }

  #goneLines(): string[] {
    const lines = new Map<unknown, string>()
    for (const { line, client, clock, text } of this.#gone) {
      if (this.#isUnsent(client, clock, text.length)) lines.set(line, (lines.get(line) ?? '') + text)
    }
    return [...lines.values()]
  }

  /** Yjs forgets what was in a deleted line right after the transaction. */
  #noteGone({ clients }: Y.Transaction['deleteSet']): void {
    for (const client of this.#mine) {
      const structs = this.#doc.store.clients.get(client) ?? []
      for (const { clock, len } of clients.get(client) ?? []) {
        for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
          const item = structs[i]
          if (!item || item.id.clock >= clock + len) break
          if (item instanceof Y.Item && item.content instanceof Y.ContentString && this.#isUnsentItem(item)) {
            this.#gone.push({ line: item.parent, client, clock: item.id.clock, text: item.content.str })
          }
        }
      }
    }
  }

  #isUnsentItem({ id, length }: Y.Item): boolean {
    return this.#isUnsent(id.client, id.clock, length)
  }

  #isUnsent(client: number, clock: number, length: number): boolean {
    const known = Math.max(this.#serverHas.get(client) ?? 0, this.#saved.get(client) ?? 0)
    return this.#mine.has(client) && clock + length > known
  }
}

const isWords = (item: Y.Item) => !item.deleted && item.content instanceof Y.ContentString

function textsUnder(parent: Y.XmlFragment | Y.XmlElement): Y.XmlText[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsUnder(child) : []
  })
}

function itemsOf(text: Y.XmlText): Y.Item[] {
  const items: Y.Item[] = []
  for (let item = text._start; item !== null; item = item.right) items.push(item)
  return items
}

function plainText(text: Y.XmlText): string {
  return text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : '\n'))
    .join('')
}
