import * as Y from 'yjs'
import { NO_TRACE, type Trace, traceOf } from './authorship/trace.ts'
import { contradicts } from './contradiction.ts'
import { changesNothing, inspectUpdate, isMissingSomething, newWriters, type UpdateFacts } from './inspect-update.ts'
import { inFewPieces, lostWords } from './lost-words.ts'
import { hasMisplaced } from './misplaced.ts'
import type { SchemaCheck } from './ports.ts'
import { type Lost, likelyBlock, Rescue } from './rescue.ts'
import { freshRanges, partsACharacter } from './store-facts.ts'

/** An update to store, and what it wrote: what was new in the one that came, or what the schema check mended after it. */
export type AppliedChange = { update: Uint8Array; trace: Trace; mended: boolean; rescued?: Rescued | undefined }

/** Words that client `of` typed and that lost their line were put back under client id `as`. */
export type Rescued = { of: number; as: number; line: Y.ID | undefined }

/** What became of an update. */
export type Applied =
  | { is: 'applied'; changes: AppliedChange[] }
  /** It builds on something that has not come yet. */
  | { is: 'too early' }
  | { is: 'unfit'; because: string; error?: unknown }

const APPLYING = Symbol('applying')
const MENDING = Symbol('mending')

/**
 * The document in memory, and the door that every update from outside goes through: it is read first, applied whole or not
 * at all, and what the schema does not know is mended in the same step.
 */
export class PadDocument {
  readonly #schema: SchemaCheck
  /** Makes the document anew, should an update break it half-way. */
  readonly #rebuild: () => Y.Doc
  /** Undefined while nobody needs it decoded. */
  #decoded: Y.Doc | undefined
  #changes: AppliedChange[] = []
  #touched: ReadonlySet<Y.AbstractType<unknown>> = new Set()
  #applying: { update: Uint8Array; named: UpdateFacts['deletes'] } | undefined
  #lost: Lost[] = []
  #isMisplaced = false
  readonly #rescue = new Rescue()
  /** The client ids under which the words of others are put back. */
  readonly #stewards = new Map<number, number>()
  #rescued: Rescued | undefined

  constructor(schema: SchemaCheck, rebuild: () => Y.Doc) {
    this.#schema = schema
    this.#rebuild = rebuild
  }

  get #doc(): Y.Doc {
    this.#decoded ??= this.#watch(this.#rebuild())
    return this.#decoded
  }

  get isDecoded(): boolean {
    return this.#decoded !== undefined
  }

  /** Frees the memory of the decoded document, which is some ten times that of its bytes; it is made anew when it is needed. */
  letGo(): void {
    this.#decoded?.destroy()
    this.#decoded = undefined
  }

  /** The client id under which the server mends. It changes when the document is made anew. */
  get ownClient(): number {
    return this.#doc.clientID
  }

  /** Reads an update without applying it: its facts, or why it is unfit. */
  inspect(update: Uint8Array): UpdateFacts | string {
    const facts = inspectUpdate(update)
    if (typeof facts === 'string') return facts
    for (const root of facts.roots) {
      if (root !== this.#schema.root)
        return `A pad has one root, "${this.#schema.root}"; this update writes to "${root.slice(0, 40)}".`
    }
    facts.pieces += freshRanges(this.#doc.store, facts.deletes)
    return facts
  }

  /** Whose new words the update carries. */
  writers(facts: UpdateFacts): number[] {
    return newWriters(this.#doc, facts)
  }

  /** Whether it carries something else than is here under the same ids. */
  contradicts(update: Uint8Array, facts: UpdateFacts): boolean {
    return contradicts(this.#doc, update, facts)
  }

  /** Whether everything in the update is here already. */
  changesNothing(facts: UpdateFacts): boolean {
    return changesNothing(this.#doc, facts)
  }

  apply(update: Uint8Array, facts: UpdateFacts): Applied {
    const { store } = this.#doc
    if (isMissingSomething(this.#doc, facts)) return { is: 'too early' }
    if (facts.cuts.some(({ client, clock }) => partsACharacter(store, client, clock)))
      return { is: 'unfit', because: 'This update parts the two halves of a character.' }
    this.#changes = []
    this.#touched = new Set()
    this.#lost = []
    this.#applying = { update, named: facts.deletes }
    try {
      Y.applyUpdate(this.#doc, update, APPLYING)
      this.#applying = undefined
      if (this.#doc.store.pendingStructs || this.#doc.store.pendingDs)
        return this.#undo('It waits for something that never comes.')
      if (this.#isMisplaced) return this.#undo('It puts something where it cannot be.')
      if (this.#touched.size > 0) this.#schema.mend(this.#doc, this.#touched, MENDING)
      for (const of of new Set(this.#lost.map(({ id }) => id.client))) this.#putBack(of)
    } catch (error) {
      return this.#undo('It does not fit the document.', error)
    }
    return { is: 'applied', changes: this.#changes }
  }

  encode(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc)
  }

  encodeStateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc)
  }

  /** What a client with this state vector lacks. Throws if the state vector cannot be read. */
  encodeDifference(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc, stateVector)
  }

  /** Puts the lost words of one client back, in one change. */
  #putBack(of: number): void {
    const doc = this.#doc
    const own = doc.clientID
    const as = this.#stewards.get(of) ?? new Y.Doc().clientID
    this.#stewards.set(of, as)
    const rescued: Rescued = { of, as, line: undefined }
    const lost = inFewPieces(this.#lost.filter(({ id }) => id.client === of))
    this.#rescued = rescued
    doc.clientID = as
    try {
      doc.transact(() => {
        const root = doc.getXmlFragment(this.#schema.root)
        this.#rescue.putBack(
          lost,
          (words) => likelyBlock(root, words),
          (words, place) => {
            const { first, line } = this.#schema.rescue(doc, words, place)
            rescued.line ??= line
            return first
          },
        )
      })
    } finally {
      doc.clientID = own
      this.#rescued = undefined
    }
  }

  #undo(because: string, error?: unknown): Applied {
    this.letGo()
    return { is: 'unfit', because: `This update cannot be taken: ${because}`, error }
  }

  #watch(doc: Y.Doc): Y.Doc {
    const traces = new WeakMap<Y.Transaction, Trace>()
    doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      this.#changes.push({
        update,
        trace: traces.get(transaction) ?? NO_TRACE,
        mended: origin === MENDING,
        rescued: this.#rescued,
      })
    })
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      const trace = traceOf(transaction)
      traces.set(transaction, trace)
      this.#rescue.watch(transaction, doc.getXmlFragment(this.#schema.root))
      if (transaction.origin !== APPLYING || !this.#applying) return
      this.#isMisplaced = hasMisplaced(doc, trace.added)
      this.#touched = touchedBy(transaction)
      this.#lost = lostWords(transaction, trace.added, this.#applying)
    })
    return doc
  }
}

function touchedBy({ changed }: Y.Transaction): ReadonlySet<Y.AbstractType<unknown>> {
  return new Set(changed.keys()) as ReadonlySet<Y.AbstractType<unknown>>
}
