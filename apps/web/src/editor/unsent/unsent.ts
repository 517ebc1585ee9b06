import type * as Y from 'yjs'
import * as ledgerOf from '../save-ledger.ts'
import { UnsavedUpdates } from '../unsaved-updates.ts'
import type { UnsentNote } from './unsent-note.ts'
import { UnsentWords } from './unsent-words.ts'

/**
 * What was written on this device and the server may not have: counted for the badge, kept as it was made for sending it first, and as
 * words for copying. Noted on the device, so that a later visit knows it too.
 */
export class Unsent {
  readonly #words: UnsentWords
  readonly #updates = new UnsavedUpdates()
  readonly #note: UnsentNote
  readonly #outside = new Set<() => readonly string[]>()
  #ledger = ledgerOf.emptyLedger
  /** Which change stands for what earlier visits left; null before their copy is here. */
  #found: number | null = null
  /** Changes of earlier visits that are still unsent. */
  #earlier = 0

  constructor(doc: Y.Doc, isFromServer: (origin: unknown) => boolean, note: UnsentNote) {
    this.#words = new UnsentWords(doc, isFromServer)
    this.#note = note
  }

  /** How many changes the server may not have. */
  get changes(): number {
    return ledgerOf.unsaved(this.#ledger)
  }

  /** Whether the server has everything that the page held when this connection was opened. */
  get caughtUp(): boolean {
    return ledgerOf.caughtUp(this.#ledger)
  }

  /** What is on its way. */
  get waiting(): { changes: number; saved: number; bytes: number } {
    return { changes: this.changes, saved: this.#ledger.saved, bytes: this.#updates.bytes }
  }

  /** Somebody wrote here. */
  made(update: Uint8Array): void {
    this.#ledger = ledgerOf.changed(this.#ledger)
    this.#updates.add(this.#ledger.made, update)
    this.#words.changed(this.#ledger.made)
    this.#note.begins(this.#own, this.#words.savedUpTo())
  }

  /** The copy of earlier visits came into the document. What another window adds to it later, that window counts. */
  found(): void {
    if (this.#found !== null) return
    const { changes, clients } = this.#note.earlier
    this.#ledger = ledgerOf.changed(this.#ledger, changes)
    this.#found = this.#ledger.made
    this.#earlier = changes
    this.#words.found(this.#found, clients)
  }

  /** There was no copy: the note speaks of one that is gone. */
  nothingFound(): void {
    if (this.#found === null) this.#note.settled()
  }

  /** What earlier visits had not saved, as it was when it was changed. */
  broughtBack(update: Uint8Array): void {
    this.#updates.add(this.#ledger.made, update)
  }

  /** What is unsent as it was changed, as one update; undefined if there is nothing. */
  readonly updates = (): Uint8Array | undefined => this.#updates.merged()

  opened(): void {
    this.#ledger = ledgerOf.opened(this.#ledger)
  }

  closed(): void {
    this.#ledger = ledgerOf.closed(this.#ledger)
  }

  sent(frame: ledgerOf.TextFrame): void {
    this.#ledger = ledgerOf.sent(this.#ledger, frame)
  }

  /** The first `frames` frames with text of this connection are on disk. */
  acknowledged(frames: number): void {
    this.#ledger = ledgerOf.acknowledged(this.#ledger, frames)
    const { saved } = this.#ledger
    this.#words.saved(saved)
    this.#updates.saved(saved)
    if (this.#earlier > 0 && this.#found !== null && saved >= this.#found) {
      this.#earlier = 0
      this.#note.settled()
    }
  }

  /** The server tells what it has; answers what it must get first, if anything. */
  serverHas(state: ReadonlyMap<number, number>): Uint8Array | undefined {
    this.#words.serverHas(state)
    return this.#updates.merged()
  }

  /** Lines that are written outside of the document count as words for copying too. Answers how to end it. */
  readonly alsoGiveBack = (lines: () => readonly string[]): (() => void) => {
    this.#outside.add(lines)
    return () => this.#outside.delete(lines)
  }

  lines(): string[] {
    return [...this.#words.lines(), ...[...this.#outside].flatMap((lines) => lines())]
  }

  /** Writes down where things stand. */
  note(): void {
    this.#note.wrote(this.#own, this.#words.savedUpTo())
  }

  /** The copy is deleted. */
  forget(): void {
    this.#note.forget()
  }

  get #own(): number {
    return Math.max(0, this.changes - this.#earlier)
  }
}
