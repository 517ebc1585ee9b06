import * as Y from 'yjs'
import { LIMITS } from '../limits.ts'
import { PadDocument } from '../pad-document.ts'
import type { SchemaCheck } from '../ports.ts'
import { readMessage } from '../protocol.ts'
import type { MessageFor } from './any-message.ts'
import { mustBe } from './must-be.ts'
import { whatIsIn } from './what-is-in.ts'
import { worldOf } from './world.ts'

/** What came of a message. */
export type Fate = 'no text' | 'refused unread' | 'too large' | 'too early' | 'unfit' | 'applied'

/**
 * One document behind its door, to which messages are thrown. After each it is checked that what was refused changed nothing, and that
 * what was taken is all in the updates that are to be stored.
 */
export class FuzzedDocument {
  readonly #base: Uint8Array
  readonly #client: number
  readonly #stored: Uint8Array[] = []
  /** What was thrown so far, to be kept in the corpus if it breaks something. */
  readonly said: Uint8Array[] = []
  /** The one that the door works on, as it last made it. */
  #made = new Y.Doc()
  /** What a server that starts now would make of the log. */
  #replayed: Y.Doc
  readonly #door: PadDocument

  /** @param client the id that the messages are sent under */
  constructor(base: Uint8Array, client: number, schema: SchemaCheck) {
    this.#base = base
    this.#client = client
    this.#replayed = this.#replay()
    this.#door = new PadDocument(schema, () => {
      this.#made = this.#replay()
      return this.#made
    })
  }

  get doc(): Y.Doc {
    return this.#live
  }

  get #live(): Y.Doc {
    // The door decodes it when it is asked for something, and not before.
    this.#door.encodeStateVector()
    return this.#made
  }

  takes(makeMessage: MessageFor): Fate {
    const bytes = makeMessage(worldOf(this.#live, this.#client))
    this.said.push(bytes)
    const message = readMessage(bytes)
    if (message.is !== 'update' && message.is !== 'catch-up') return 'no text'
    const before = whatIsIn(this.#live)
    const fate = this.#apply(message.update)
    const after = whatIsIn(this.#live)
    if (fate !== 'applied') mustBe(after, before, 'What was refused must change nothing')
    mustBe(whatIsIn(this.#replayed), after, 'What is stored must be all that there is')
    mustBe(this.#replayed.store.pendingStructs, null, 'Nothing in the log may wait')
    mustBe(this.#replayed.store.pendingDs, null, 'Nothing in the log may wait')
    return fate
  }

  /** What a server that starts now finds, and a page that opens then. */
  reopened(): Y.Doc {
    const fromLog = this.#replay()
    mustBe(whatIsIn(fromLog), whatIsIn(this.#live), 'The pad must open as it was')
    const page = new Y.Doc()
    Y.applyUpdate(page, Y.encodeStateAsUpdate(fromLog))
    mustBe(whatIsIn(page), whatIsIn(this.#live), 'A page must see what the server sees')
    return page
  }

  #apply(update: Uint8Array): Fate {
    const facts = this.#door.inspect(update)
    if (typeof facts === 'string') return 'refused unread'
    if (facts.pieces > LIMITS.updatePieces) return 'too large'
    const applied = this.#door.apply(update, facts)
    if (applied.is !== 'applied') return applied.is
    for (const change of applied.changes) {
      this.#stored.push(change.update)
      Y.applyUpdate(this.#replayed, change.update)
    }
    return 'applied'
  }

  #replay(): Y.Doc {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, this.#base)
    for (const update of this.#stored) Y.applyUpdate(doc, update)
    return doc
  }
}
