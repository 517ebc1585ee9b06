import { CLOSE, CreditMap, leaveFormats, MESSAGE, type Person, readAuthorship } from '@forumpad/api'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { SILENCE_MS } from '../../apps/web/src/editor/line-watch.ts'
import * as ledgerOf from '../../apps/web/src/editor/save-ledger.ts'
import { UnsavedUpdates } from '../../apps/web/src/editor/unsaved-updates.ts'
import { ROOT, SCHEMA_VERSION } from '../../packages/pad-schema/src/index.ts'
import { visibleIn } from './characters.ts'
import { goneIn } from './chronicle.ts'
import { awarenessMessage, stateVectorMessage, updateMessage } from './client-messages.ts'
import { Editor } from './editor.ts'
import { Line } from './line.ts'
import type { Surroundings } from './surroundings.ts'
import { deadOnArrival, seeEntries, seeText, Unsaved } from './witness.ts'

/** Our own page, the same for somebody who may only read, or an unchanged client of another program. */
export type PageKind = 'page' | 'reader' | 'stock'

/** What a tab leaves on the device: its document, what it had not saved as it was changed, and (for the checks) what it had forgotten. */
export type Copy = { state: Uint8Array; unsaved: Uint8Array | undefined; swept: readonly number[] }

/** One tab of somebody's: a document, an editor on it, and a line to the server that comes and goes. */
export class Page {
  readonly doc: Y.Doc
  readonly person: Person
  readonly kind: PageKind
  readonly #around: Surroundings
  editor: Editor | undefined
  /** Who wrote what, as the server tells it. */
  credits = new CreditMap()
  isOffline = false
  line: Line | undefined
  /** The server wants no more of it. */
  isRefused = false
  ledger = ledgerOf.emptyLedger
  readonly unsaved: Unsaved
  readonly #unsavedUpdates = new UnsavedUpdates()
  /** The text that is being read. */
  #arriving = NO_TEXT
  #isOpen = false
  #lastSign = 0
  #tryAt = 0
  #presence = 0
  #caret: number | null = null

  /** @param copy what an earlier tab of the same person left on the device */
  constructor(person: Person, kind: PageKind, around: Surroundings, copy?: Copy) {
    this.person = person
    this.kind = kind
    // A stock client tidies; that it may write, so that all hear of it.
    this.doc = kind === 'stock' ? new Y.Doc() : leaveFormats(new Y.Doc())
    this.#around = around
    this.unsaved = new Unsaved(person.id, around)
    around.chronicle.follow(this.doc, person.id, (units) => this.unsaved.typed(units, this.ledger.made + 1))
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.ledger = ledgerOf.changed(this.ledger)
      if (origin !== 'copy' && this.kind === 'page') this.#unsavedUpdates.add(this.ledger.made, update)
      if (this.#isOpen) this.#sayText(updateMessage(update), 'update')
    })
    this.doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.origin !== this) return
      seeText(transaction, person.name, around)
      // With nothing of one's own under way, the server knows all that matters.
      if (ledgerOf.unsaved(this.ledger) === 0 && this.kind === 'page') return
      this.unsaved.swept(goneIn(transaction).keys())
      this.unsaved.swept(deadOnArrival(transaction, this.#arriving))
    })
    if (!copy) return
    Y.applyUpdate(this.doc, copy.state, 'copy')
    if (copy.unsaved) this.#unsavedUpdates.add(this.ledger.made, copy.unsaved)
    this.unsaved.swept(copy.swept)
    this.unsaved.typed(
      [...visibleIn(this.doc.getXmlFragment(ROOT))].map(({ unit }) => unit),
      this.ledger.made,
    )
    this.#edit()
  }

  get mayWrite(): boolean {
    return this.kind !== 'reader'
  }

  /** Whether all that it had was stored at some moment on this line, so that what it says now is taken at once. */
  get isCaughtUp(): boolean {
    return this.#isOpen && ledgerOf.caughtUp(this.ledger)
  }

  /** Whether the badge says "Saved". */
  get isAllSaved(): boolean {
    return this.isCaughtUp && ledgerOf.unsaved(this.ledger) === 0
  }

  /** What the tab does by itself as time passes: it comes back, and it notices silence. */
  look(): void {
    const now = this.#around.clock.now()
    const silence = this.kind === 'stock' ? 30_000 : SILENCE_MS
    if (this.line && now - this.#lastSign > silence) this.drop(60_000)
    if (!this.line && !this.isOffline && !this.isRefused && now >= this.#tryAt) this.connect()
  }

  connect(): void {
    this.drop(0)
    const { clock, random, server, pad } = this.#around
    const upMs = random.below(3) === 0 ? random.below(400) : random.below(20)
    const line = new Line(
      clock,
      { upMs, downMs: random.below(3) === 0 ? random.below(400) : upMs },
      {
        opened: () => this.line === line && this.#opened(),
        heard: (message) => this.line === line && this.#hear(message),
        closed: (code, reason) => this.line === line && this.#closed(code, reason),
      },
    )
    this.line = line
    this.#lastSign = clock.now()
    const isOurs = this.kind !== 'stock'
    const intro = {
      person: this.person,
      client: isOurs ? this.doc.clientID : undefined,
      page: isOurs,
      schemaVersion: isOurs ? SCHEMA_VERSION : undefined,
      epoch: isOurs ? 1 : undefined,
      mayWrite: this.mayWrite,
    }
    line.reach(() => server()?.pads, pad, intro)
  }

  /** The line is gone on this side; the server hears of it later. */
  drop(afterMs: number): void {
    this.line?.cut(afterMs)
    this.#forgetLine()
  }

  /** The tab is closed; what was said before arrives. Gives the copy that stays on the device. */
  close(): Copy {
    const copy = {
      state: Y.encodeStateAsUpdate(this.doc),
      unsaved: this.#unsavedUpdates.merged(),
      swept: this.unsaved.forgotten(),
    }
    this.line?.hangUp()
    this.#forgetLine()
    this.editor?.destroy()
    this.editor = undefined
    this.doc.destroy()
    return copy
  }

  /** Shows the others where the caret is: at a character. */
  pointsAt(unit: number | null): void {
    this.#caret = unit
    this.#presence += 1
    if (this.#isOpen) this.#sayPresence()
  }

  #opened(): void {
    this.#isOpen = true
    this.#lastSign = this.#around.clock.now()
    this.ledger = ledgerOf.opened(this.ledger)
    this.line?.say(stateVectorMessage(this.doc))
    this.#sayPresence()
  }

  #closed(code: number | undefined, reason: string): void {
    const { clock, random } = this.#around
    this.#forgetLine()
    this.#tryAt = clock.now() + random.below(2_500)
    if (code === undefined || code < 4400 || code >= 4500) return
    this.isRefused = true
    if (code === CLOSE.notAllowed && this.#around.wasElbowedOut(this.person.id, this.#clients())) return
    this.#around.broken(`${this.person.name}, who did nothing wrong, was refused with ${code}: ${reason}`)
  }

  /** Under which ids it has written, or would. Yjs takes another id when it hears that its own is taken. */
  #clients(): number[] {
    return [this.doc.clientID, ...this.doc.store.clients.keys()]
  }

  #forgetLine(): void {
    if (this.kind === 'stock') this.unsaved.forget()
    this.line = undefined
    this.#isOpen = false
    this.ledger = ledgerOf.closed(this.ledger)
  }

  #sayPresence(): void {
    // While it connects, it may point at words that it has not told of yet. Nobody can find those.
    const state = { says: this.person.id, caret: this.isCaughtUp ? this.#caret : null }
    this.line?.say(awarenessMessage(this.doc.clientID, this.#presence, state))
  }

  #sayText(message: Uint8Array, kind: ledgerOf.TextFrame): void {
    const { line } = this
    if (!line) return
    this.ledger = ledgerOf.sent(this.ledger, kind)
    const isTaken = this.isCaughtUp
    const units = this.unsaved.units()
    const server = this.#around.server()
    line.say(message, () => {
      if (isTaken && server) for (const unit of units) this.unsaved.taken(unit, server)
    })
  }

  #hear(message: Uint8Array): void {
    this.#lastSign = this.#around.clock.now()
    const decoder = decoding.createDecoder(message)
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE.sync:
        return this.#hearText(decoder)
      case MESSAGE.awareness:
        return seeEntries(decoder, this.person.name, this.#around)
      case MESSAGE.saved:
        this.ledger = ledgerOf.acknowledged(this.ledger, decoding.readVarUint(decoder))
        this.#unsavedUpdates.saved(this.ledger.saved)
        return this.unsaved.calledSaved(this.ledger.saved)
      case MESSAGE.authorship:
        return this.#hearAuthors(decoder)
    }
  }

  #hearText(decoder: decoding.Decoder): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE.sync)
    this.#arriving = textOf(decoding.clone(decoder))
    const isQuestion = decoding.peekVarUint(decoder) === sync.messageYjsSyncStep1
    const unsaved = isQuestion ? this.#unsavedUpdates.merged() : undefined
    if (unsaved) this.#sayText(updateMessage(unsaved), 'update')
    const step = sync.readSyncMessage(decoder, encoder, this.doc, this, (error) =>
      this.#around.broken(`The editor of ${this.person.name} missed a change: ${error.stack}`),
    )
    if (encoding.length(encoder) > 1) this.#sayText(encoding.toUint8Array(encoder), 'step 2')
    if (step === sync.messageYjsSyncStep2) this.#edit()
  }

  #hearAuthors(decoder: decoding.Decoder): void {
    const { is, ranges } = readAuthorship(decoder)
    if (is === 'everything') this.credits = new CreditMap()
    for (const [client, list] of ranges) for (const range of list) this.credits.set(client, range)
  }

  #edit(): void {
    this.editor ??= new Editor(this.doc)
  }
}

const NO_TEXT = Y.encodeStateAsUpdate(new Y.Doc())

/** The update in a sync message. */
function textOf(decoder: decoding.Decoder): Uint8Array {
  const kind = decoding.readVarUint(decoder)
  return kind === sync.messageYjsSyncStep1 ? NO_TEXT : decoding.readVarUint8Array(decoder)
}
