/** So many commits in so short a time make a busy server. */
const BUSY = { commits: 20, withinMs: 200 }

/** How long after a commit a busy server waits for the next: every commit costs the same, however many pads share it. */
const GATHER_MS = 3

/** When the next commit may begin. A server that is not busy commits at once. */
export class Pace {
  readonly #ends: number[] = []

  /** A commit ended. Times in ms. */
  ended(at: number): void {
    this.#ends.push(at)
    if (this.#ends.length > BUSY.commits) this.#ends.shift()
  }

  /** How many ms the next commit should still gather, 0 for none. */
  waitAt(now: number): number {
    const [first] = this.#ends
    const last = this.#ends.at(-1)
    if (first === undefined || last === undefined || this.#ends.length < BUSY.commits) return 0
    return now - first < BUSY.withinMs ? Math.max(0, last + GATHER_MS - now) : 0
  }
}
