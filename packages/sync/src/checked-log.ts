import { leaveFormats, SERVER_PERSON } from '@forumpad/api'
import * as Y from 'yjs'
import { Authorship, type OwnerOf } from './authorship/authorship.ts'
import { replay } from './authorship/replay.ts'
import { traceOf } from './authorship/trace.ts'
import { inspectUpdate, isMissingSomething } from './inspect-update.ts'
import { LIMITS } from './limits.ts'
import type { Checkpoint, ClientOwner, LogRow, SchemaCheck, StoredPad } from './ports.ts'

/** What the server itself mended may be larger than what it takes from others. */
const MOST_PIECES = LIMITS.updatePieces * 10

/** What the server put right at the end of a log, as its own rows, and under which client id. */
export type Mending = { rows: readonly LogRow[]; claim: { client: number; owner: ClientOwner } }

/**
 * Reads the log of a pad that comes from outside, row by row, and takes none that no pad could have taken. What it keeps is the text, however
 * long the log.
 */
export class CheckedLog {
  readonly #schema: SchemaCheck
  readonly #ownerOf: OwnerOf
  readonly #doc = leaveFormats(new Y.Doc())
  readonly #authorship: Authorship
  #revision = 0

  /** @param kept whose redacted words were, where the log no longer tells */
  constructor(schema: SchemaCheck, ownerOf: OwnerOf, kept?: StoredPad['keptCredits']) {
    this.#authorship = new Authorship(kept)
    this.#schema = schema
    this.#ownerOf = ownerOf
  }

  /** How many rows were taken. */
  get revision(): number {
    return this.#revision
  }

  /** Takes the next row, or says in a sentence why no pad can have it. After such a sentence the log is good for nothing. */
  add(row: LogRow): string | undefined {
    if (row.revision !== this.#revision + 1)
      return `It goes on with revision ${row.revision}, which is not the next one.`
    const facts = inspectUpdate(row.bytes, MOST_PIECES)
    if (typeof facts === 'string') return facts
    if (facts.pieces > MOST_PIECES) return 'This update is larger than any that a pad takes.'
    for (const root of facts.roots)
      if (root !== this.#schema.root) return 'This update writes to a root that no pad has.'
    if (isMissingSomething(this.#doc, facts)) return 'This update builds on something that no earlier one brought.'
    try {
      replay(this.#doc, this.#authorship, [row], this.#ownerOf)
    } catch {
      return 'This update does not fit the text before it.'
    }
    if (this.#doc.store.pendingStructs || this.#doc.store.pendingDs)
      return 'This update waits for something that never comes.'
    this.#revision = row.revision
    return undefined
  }

  /**
   * Turns what no pad may contain into lines with the same words, as a stock client's would be; undefined where all is well, as in every log
   * that a server of today's schema wrote.
   *
   * @param at when that is: milliseconds since 1970
   */
  mend(at: number): Mending | undefined {
    const doc = this.#doc
    const claim = { client: doc.clientID, owner: { person: SERVER_PERSON, verified: true } }
    const ownerOf: OwnerOf = (client) => (client === claim.client ? claim.owner : this.#ownerOf(client))
    const updates: Uint8Array[] = []
    const take = (update: Uint8Array) => void updates.push(update)
    const record = (transaction: Y.Transaction) =>
      this.#authorship.record(traceOf(transaction), { person: SERVER_PERSON, at }, ownerOf)
    doc.on('update', take)
    doc.on('afterTransaction', record)
    this.#schema.mend(doc, new Set([doc.get(this.#schema.root, Y.XmlFragment) as Y.AbstractType<unknown>]), this)
    doc.off('afterTransaction', record)
    doc.off('update', take)
    if (updates.length === 0) return undefined
    const rows = updates.map((bytes) => {
      this.#revision += 1
      return { revision: this.#revision, person: SERVER_PERSON, at, bytes }
    })
    return { rows, claim }
  }

  /** The text as of the last row, for opening the pad without its log. */
  checkpoint(): Checkpoint {
    return {
      revision: this.#revision,
      state: Y.encodeStateAsUpdate(this.#doc),
      authorship: this.#authorship.encode(),
    }
  }

  /** Frees the memory of the text. */
  end(): void {
    this.#doc.destroy()
  }
}
