import * as Y from 'yjs'
import { characterFor, tracedIn, unitOf } from './characters.ts'

/** One character that somebody typed, and what became of it as far as people's own doings go. */
export type Typed = {
  readonly unit: number
  readonly character: string
  readonly by: string
  /** It never came into any document: the editor would not take it at that place. */
  isTyped: boolean
  /** Somebody whose document showed it deleted it, and nobody whose document had it back since. */
  isDeleted: boolean
  /** Somebody wrote it anew elsewhere: by split, join, move, paste or undo. The last who did. */
  movers: Set<string>
  /** It was in a page that closed for good before anybody else had it: the badge had said so. */
  mayBeLost: boolean
  /**
   * It was typed into a line that somebody else had deleted, its page heard of the deletion, and then the line to the server broke before the server
   * had the character: Yjs had forgotten it on the page, so that nobody could put it back (docs/decisions, on limits of the rescue).
   */
  wasSweptAway: boolean
  /** Somebody wrote it under the client id of this person, without being them. */
  readonly forgedAs: string | undefined
  /** The server process that had taken it before it was stored. */
  takenBy: { readonly isDead: boolean } | undefined
}

/**
 * Writes down, character by character, who typed, deleted and moved what, from the changes that people make to their own documents; what
 * comes from others is not looked at. So it knows what each document showed when something was deleted in it.
 */
export class Chronicle {
  readonly #typed = new Map<number, Typed>()
  /** How many took each item (by its id) out of their document, to delete it or to put it elsewhere. */
  readonly #takers = new Map<string, number>()
  readonly #copies = new Map<number, number>()
  /** How much oftener each was brought back (by undo or paste) than deleted. */
  readonly #surplus = new Map<number, number>()

  /** New characters for somebody to type. */
  fresh(by: string, count: number): string {
    return Array.from({ length: count }, () => this.#add(by, undefined)).join('')
  }

  /** A character that somebody writes as if they were `victim`. */
  forged(victim: string): string {
    return this.#add('mallory', victim)
  }

  #add(by: string, forgedAs: string | undefined): string {
    const character = characterFor(this.#typed.size)
    const unit = unitOf(character)
    const flags = { isTyped: false, isDeleted: false, mayBeLost: false, wasSweptAway: false }
    this.#typed.set(unit, { unit, character, by, forgedAs, ...flags, movers: new Set(), takenBy: undefined })
    return character
  }

  all(): Iterable<Typed> {
    return this.#typed.values()
  }

  of(unit: number): Typed | undefined {
    return this.#typed.get(unit)
  }

  /**
   * How often a character may be seen: once, and once more for each who took the same item out of their document without having
   * seen that another had. Yjs cannot move, so that two who move the same words at once have them twice. Once more, too, for each who undid
   * a move of words that another had deleted and brought back since.
   */
  mostCopies(unit: number): number {
    return 1 + (this.#copies.get(unit) ?? 0) + Math.max(0, this.#surplus.get(unit) ?? 0)
  }

  /** Follows what somebody does to a document. `typed` hears of characters that are in it for the first time, or again after they were deleted. */
  follow(doc: Y.Doc, who: string, typed: (units: number[]) => void): void {
    // Before the editor answers a change: a stock one deletes at once what it does not know.
    doc.on('beforeObserverCalls', (transaction: Y.Transaction) => {
      if (transaction.local) typed(this.#note(transaction, who))
    })
  }

  #note(transaction: Y.Transaction, who: string): number[] {
    const come = comeIn(transaction)
    const gone = goneIn(transaction)
    for (const [unit, ids] of gone) {
      const lines = come.get(unit) ?? []
      for (const { id, line, isSecond } of ids) if (!isSecond || !lines.includes(line)) this.#take(unit, id)
      const typed = this.#typed.get(unit)
      if (!typed || ids.length <= lines.length) continue
      typed.isDeleted = true
      this.#balance(unit, -1)
    }
    const fresh: number[] = []
    for (const [unit, lines] of come) {
      const typed = this.#typed.get(unit)
      if (!typed) continue
      // What comes back after it was deleted is to be saved once more.
      if (!typed.isTyped || typed.isDeleted) fresh.push(unit)
      if (typed.isTyped || typed.forgedAs !== undefined) typed.movers.add(who)
      if (typed.isTyped && lines.length > (gone.get(unit)?.length ?? 0)) {
        // What an undo brings back is new to every server.
        if (typed.isDeleted) typed.takenBy = undefined
        typed.isDeleted = false
        this.#balance(unit, 1)
      }
      typed.isTyped = true
    }
    return fresh
  }

  #balance(unit: number, by: 1 | -1): void {
    this.#surplus.set(unit, (this.#surplus.get(unit) ?? 0) + by)
  }

  #take(unit: number, id: string): void {
    const before = this.#takers.get(id) ?? 0
    this.#takers.set(id, before + 1)
    if (before > 0) this.#copies.set(unit, (this.#copies.get(unit) ?? 0) + 1)
  }
}

/**
 * Where a character was. Of a line with two texts the second is joined to the first: then its characters come again in the same line, and
 * nobody has moved them.
 */
type Gone = { id: string; line: unknown; isSecond: boolean }

/** The characters that a transaction took out, with the ids of their items. */
export function goneIn(transaction: Y.Transaction): Map<number, Gone[]> {
  const { deleteSet, beforeState, doc } = transaction
  const gone = new Map<number, Gone[]>()
  for (const [client, ranges] of deleteSet.clients) {
    const known = beforeState.get(client) ?? 0
    for (const { clock, len } of ranges) {
      for (const item of itemsBetween(doc, client, clock, Math.min(clock + len, known))) {
        const line = lineOf(item)
        const isSecond = wasSecondText(item.parent, transaction)
        for (const [unit, at] of tracedIn(item)) {
          gone.set(unit, [...(gone.get(unit) ?? []), { id: `${client}:${at}`, line, isSecond }])
        }
      }
    }
  }
  return gone
}

/** Whether a text, which goes with this transaction, stood right after another one. Nobody sees that there are two. */
function wasSecondText(text: Y.Item['parent'], { deleteSet, beforeState }: Y.Transaction): boolean {
  if (!(text instanceof Y.XmlText) || !text._item?.deleted) return false
  const wasThere = ({ id, deleted }: Y.Item) =>
    id.clock < (beforeState.get(id.client) ?? 0) && (!deleted || Y.isDeleted(deleteSet, id))
  let before = text._item.left
  while (before && !wasThere(before)) before = before.left
  return before?.content instanceof Y.ContentType && before.content.type instanceof Y.XmlText
}

/** The characters that a transaction put in, and into which line each time. */
function comeIn({ afterState, beforeState, doc }: Y.Transaction): Map<number, unknown[]> {
  const come = new Map<number, unknown[]>()
  for (const [client, end] of afterState) {
    for (const item of itemsBetween(doc, client, beforeState.get(client) ?? 0, end)) {
      if (item.deleted) continue
      for (const [unit] of tracedIn(item)) come.set(unit, [...(come.get(unit) ?? []), lineOf(item)])
    }
  }
  return come
}

/** The element that a character's text stands in. */
function lineOf({ parent }: Y.Item): unknown {
  return parent instanceof Y.XmlText ? parent._item?.parent : parent
}

function* itemsBetween({ store }: Y.Doc, client: number, from: number, to: number): Generator<Y.Item> {
  const structs = store.clients.get(client) ?? []
  if (to <= from) return
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i]
    if (!struct || struct.id.clock >= to) return
    if (struct instanceof Y.Item) yield struct
  }
}
