import type { Board } from './board.ts'
import { RollingHash } from './rolling-hash.ts'
import type { Work } from './work.ts'

/** How many places of the same few characters are looked at. */
const PLACES = 32
/** Characters that stand in so many places tell little, as in a long row of dashes: the first few places will do. */
const PLACES_OF_THE_COMMON = 3

/** Where in some texts each sequence of a few free characters stands, the first places first. */
export class Grams {
  readonly hash: RollingHash
  readonly #boards: readonly Board[]
  readonly #mask: number
  /** Open addressing: a number of the hash, and of those with the same one the first place, the last, and how many. */
  readonly #hashes: Int32Array
  readonly #first: Int32Array
  readonly #last: Int32Array
  readonly #counts: Uint8Array
  /** For each place its text, where in it, and the next place, from 1 on. */
  readonly #boardOf: Int32Array
  readonly #at: Int32Array
  readonly #next: Int32Array

  constructor(boards: readonly Board[], length: number, work: Work) {
    this.hash = new RollingHash(length)
    this.#boards = boards
    let places = 0
    for (const { text } of boards) places += Math.max(0, text.length - length + 1)
    let size = 16
    while (size < 2 * places) size *= 2
    this.#mask = size - 1
    this.#hashes = new Int32Array(size)
    this.#first = new Int32Array(size)
    this.#last = new Int32Array(size)
    this.#counts = new Uint8Array(size)
    this.#boardOf = new Int32Array(places + 1)
    this.#at = new Int32Array(places + 1)
    this.#next = new Int32Array(places + 1)
    work.done += places
    let place = 1
    for (const [index, board] of boards.entries()) {
      eachGram(board, this.hash, (at, hash) => {
        this.#add(place, index, at, hash)
        place += 1
      })
    }
  }

  /** Calls back with each place of the characters that have this hash, which may be others. */
  eachPlace(hash: number, look: (board: Board, at: number) => void): void {
    const slot = this.#slotOf(hash)
    const count = this.#counts[slot] ?? 0
    let left = count < PLACES ? count : PLACES_OF_THE_COMMON
    for (let place = this.#first[slot] ?? 0; place > 0 && left > 0; place = this.#next[place] ?? 0, left--) {
      const board = this.#boards[this.#boardOf[place] ?? 0]
      if (board) look(board, this.#at[place] ?? 0)
    }
  }

  #add(place: number, board: number, at: number, hash: number): void {
    const slot = this.#slotOf(hash)
    const count = this.#counts[slot] ?? 0
    if (count === PLACES) return
    this.#hashes[slot] = hash
    this.#counts[slot] = count + 1
    this.#boardOf[place] = board
    this.#at[place] = at
    if (count === 0) this.#first[slot] = place
    else this.#next[this.#last[slot] ?? 0] = place
    this.#last[slot] = place
  }

  #slotOf(hash: number): number {
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & this.#mask
    while ((this.#counts[slot] ?? 0) > 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#mask
    return slot
  }
}

/** Calls back with each place of a text that is free, and the hash of what begins there. */
export function eachGram(board: Board, hash: RollingHash, look: (at: number, hash: number) => void): void {
  const { text } = board
  const last = text.length - hash.length
  if (last < 0) return
  let value = hash.at(text, 0)
  for (let at = 0; at <= last; at++) {
    if (board.isFree(at)) look(at, value)
    if (at < last) value = hash.next(value, text, at)
  }
}
