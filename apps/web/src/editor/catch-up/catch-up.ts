import type { Missed } from './missed.ts'
import type { SeenMark } from './seen-mark.ts'

export type CatchUpParts = {
  mark: SeenMark
  /** What others changed since a revision; null where that cannot be said now. */
  ask(from: number): Promise<Missed | null>
  now(): number
  /** Calls back once after so many milliseconds; the returned function calls it off. */
  after(ms: number, callback: () => void): () => void
}

/** Who is away for a shorter while has left nothing. */
const AWAY_MS = 60_000
/** Who looks in for a shorter while has not caught up. */
const LOOKED_MS = 20_000

/** Keeps what somebody has seen of a pad, and finds what they have missed when they come, or come back. */
export class CatchUp {
  readonly #parts: CatchUpParts
  readonly #listeners = new Set<() => void>()
  /** The revision that they left at, until they have caught up with what came since. */
  #left: number | null
  #leftAt = Number.NEGATIVE_INFINITY
  #isHere = false
  #shown = 0
  /** Whether what came since they left was asked for, and whether they have had time to look at the answer. */
  #asked = false
  #hasLooked = false
  #missed: Missed | null = null
  #callOff = () => {}

  constructor(parts: CatchUpParts) {
    this.#parts = parts
    this.#left = parts.mark.read()
  }

  /** Null while there is nothing to catch up with. */
  readonly missed = (): Missed | null => this.#missed

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The text is before somebody's eyes and as new as can be, or no longer. */
  here(isHere: boolean): void {
    if (isHere === this.#isHere) return
    this.#isHere = isHere
    if (isHere) return this.#comes()
    this.#callOff()
    this.#leftAt = this.#parts.now()
    if (this.#shown > 0) this.#left ??= this.#shown
  }

  /** The page shows all text up to a revision. */
  shows(revision: number): void {
    this.#shown = revision
    if (this.#isHere) this.#look()
  }

  /** They have caught up. */
  dismiss(): void {
    this.#show(null)
    this.#caughtUp()
  }

  close(): void {
    this.#callOff()
    this.#listeners.clear()
  }

  #comes(): void {
    // How far the text has come meanwhile is told in a moment.
    if (this.#parts.now() - this.#leftAt >= AWAY_MS) this.#asked = false
    else if (!this.#asked) this.#left = null
  }

  #look(): void {
    if (this.#left === null || this.#left >= this.#shown) return this.#caughtUp()
    if (this.#hasLooked) this.#parts.mark.write(this.#shown)
    if (this.#asked) return
    this.#asked = true
    this.#callOff()
    this.#callOff = this.#parts.after(LOOKED_MS, () => {
      this.#hasLooked = true
      this.#parts.mark.write(this.#shown)
    })
    void this.#ask(this.#left)
  }

  async #ask(from: number): Promise<void> {
    const missed = await this.#parts.ask(from)
    if (this.#left !== from) return
    if (missed === null || missed.changes.length > 0) this.#show(missed)
    else this.#caughtUp()
  }

  #caughtUp(): void {
    this.#callOff()
    this.#asked = false
    this.#hasLooked = false
    this.#left = this.#isHere ? null : this.#shown
    if (this.#shown > 0) this.#parts.mark.write(this.#shown)
  }

  #show(missed: Missed | null): void {
    this.#missed = missed
    for (const listener of this.#listeners) listener()
  }
}
