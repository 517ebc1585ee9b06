import type { ChangeQueue } from './change-queue.ts'
import type { PadDocument } from './pad-document.ts'

/** Differing answers to those who come back that are kept for the next who lacks the same. */
const MOST = 16

/** Longer state vectors are answered, and their answers forgotten. */
const LONGEST_KEY = 4096

/** What those lack who come back: many at once lack the same, and it is encoded once. */
export class Differences {
  readonly #document: PadDocument
  readonly #queue: ChangeQueue
  /** The number of the last change that they hold. */
  #applied = -1
  readonly #byStateVector = new Map<string, Uint8Array>()

  constructor(document: PadDocument, queue: ChangeQueue) {
    this.#document = document
    this.#queue = queue
  }

  /** The update that holds what is lacking, or undefined if the state vector cannot be read. */
  from(stateVector: Uint8Array): Uint8Array | undefined {
    if (this.#applied !== this.#queue.applied) this.#byStateVector.clear()
    this.#applied = this.#queue.applied
    const key = String.fromCharCode(...stateVector.subarray(0, LONGEST_KEY))
    const known = this.#byStateVector.get(key)
    if (known) return known
    try {
      const update = this.#document.encodeDifference(stateVector)
      // Whoever asks with ever other state vectors fills no memory.
      if (this.#byStateVector.size >= MOST) this.#byStateVector.clear()
      if (stateVector.length <= LONGEST_KEY) this.#byStateVector.set(key, update)
      return update
    } catch {
      return undefined
    }
  }
}
