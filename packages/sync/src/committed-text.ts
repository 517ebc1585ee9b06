import { leaveFormats } from '@forumpad/api'
import * as Y from 'yjs'
import { LIMITS } from './limits.ts'

/** An update that is stored, and the number of the last change in it. */
export type StoredFrame<F> = { upTo: number; update: Uint8Array; frame: F }

/**
 * The committed document as bytes, ready for whoever joins: a state that was encoded once, and the frames stored since.
 * Changes of a pad are counted from 0 while it is in memory; `upTo` is such a count.
 */
export class CommittedText<F> {
  #state: Uint8Array
  /** The last change that `#state` holds. */
  #stateUpTo = 0
  #tail: StoredFrame<F>[]
  #tailBytes: number

  /** @param state the stored checkpoint, as it lies on disk */
  constructor(state: Uint8Array, tail: readonly StoredFrame<F>[]) {
    this.#state = state
    this.#tail = [...tail]
    this.#tailBytes = bytesOf(tail)
  }

  /** An update was stored. */
  add(stored: StoredFrame<F>): void {
    if (stored.upTo <= this.#stateUpTo) return
    this.#tail.push(stored)
    this.#tailBytes += stored.update.length
  }

  /** About how large the whole document is as bytes. */
  get bytes(): number {
    return this.#state.length + this.#tailBytes
  }

  /** Whether those who join would be better served by a state that is encoded anew. */
  isStale(): boolean {
    return this.#tailBytes > this.#state.length / 2 + LIMITS.tailBytes / 4
  }

  /** Whether a new state must be encoded even if nobody joins. */
  isFull(): boolean {
    return this.#tailBytes > LIMITS.tailBytes + this.#state.length || this.#tail.length > LIMITS.tailFrames
  }

  /** Takes a state that holds all changes up to `upTo`, which may be stored only later. */
  renew(state: Uint8Array, upTo: number): void {
    this.#state = state
    this.#stateUpTo = upTo
    this.#tail = this.#tail.filter((stored) => stored.upTo > upTo)
    this.#tailBytes = bytesOf(this.#tail)
  }

  /** The cached state and what was stored since; hand it out only when changes up to `upTo` are stored. */
  whole(): { state: Uint8Array; upTo: number; tail: readonly StoredFrame<F>[] } {
    return { state: this.#state, upTo: this.#stateUpTo, tail: this.#tail }
  }

  /** The frames stored after change `upTo`, or undefined if they are not all kept any more. */
  since(upTo: number): readonly StoredFrame<F>[] | undefined {
    return upTo < this.#stateUpTo ? undefined : this.#tail.filter((stored) => stored.upTo > upTo)
  }

  /** The state and what was stored since, as one update. */
  merged(): Uint8Array {
    if (this.#tail.length === 0) return this.#state
    const doc = this.toDoc()
    const state = Y.encodeStateAsUpdate(doc)
    doc.destroy()
    return state
  }

  /** A document with the state and what was stored since. */
  toDoc(): Y.Doc {
    const doc = leaveFormats(new Y.Doc())
    doc.transact(() => {
      Y.applyUpdate(doc, this.#state)
      for (const { update } of this.#tail) Y.applyUpdate(doc, update)
    })
    return doc
  }
}

function bytesOf(tail: readonly { update: Uint8Array }[]): number {
  return tail.reduce((sum, { update }) => sum + update.length, 0)
}
