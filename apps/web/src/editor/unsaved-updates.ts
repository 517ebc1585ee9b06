import { MESSAGE } from '@forumpad/api'
import * as encoding from 'lib0/encoding'
import { writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'

/** From so many changes on they are joined: after hours offline, joining them all at once would take seconds. */
const MOST_APART = 64

/**
 * A page's own changes that are not known to be on disk, as they were when they were made. When the line comes back they go out first and
 * unchanged. The document alone does not tell them apart any more: it forgets words of one's own whose line somebody else deleted
 * meanwhile, and it names what arrived in a line that one had deleted oneself as if one had seen it; either would keep the server from putting
 * the words back.
 */
export class UnsavedUpdates {
  #changes: { number: number; update: Uint8Array }[] = []

  /** Change `number` of the page, counted as in its save ledger. */
  add(number: number, update: Uint8Array): void {
    this.#changes.push({ number, update })
    const all = this.#changes.length > MOST_APART && this.merged()
    if (all) this.#changes = [{ number, update: all }]
  }

  /** All changes up to this one are on disk. */
  saved(upTo: number): void {
    if (this.#changes[0] && this.#changes[0].number <= upTo) {
      this.#changes = this.#changes.filter(({ number }) => number > upTo)
    }
  }

  /** How large they are together. */
  get bytes(): number {
    return this.#changes.reduce((sum, { update }) => sum + update.length, 0)
  }

  /** All of them as one update, or undefined if there are none. */
  merged(): Uint8Array | undefined {
    const updates = this.#changes.map(({ update }) => update)
    return updates.length > 1 ? Y.mergeUpdates(updates) : updates[0]
  }
}

/** An update in the form in which it goes over the wire. */
export function updateFrame(update: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync)
    writeUpdate(encoder, update)
  })
  // A copy, whose buffer is sure to be one of its own.
  return frame.slice()
}
