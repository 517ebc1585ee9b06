import type { Run, Span } from './trace.ts'

/** A run of characters, with a note of which are accounted for. */
export class Board {
  readonly text: string
  readonly #run: Run
  /** Where in the text each piece begins. */
  readonly #starts: number[] = []
  readonly #taken: Uint8Array
  free: number

  constructor(run: Run) {
    this.text = run.text
    this.#run = run
    let start = 0
    for (const { length } of run.pieces) {
      this.#starts.push(start)
      start += length
    }
    this.#taken = new Uint8Array(run.text.length)
    this.free = run.text.length
  }

  get isUntouched(): boolean {
    return this.free === this.text.length
  }

  isFree(at: number): boolean {
    return this.#taken[at] === 0
  }

  take(at: number, length: number): void {
    for (let i = at; i < at + length; i++) if (this.#taken[i] === 0) this.free -= 1
    this.#taken.fill(1, at, at + length)
  }

  /** The ids of a stretch of the text. */
  spans(at: number, length: number): Span[] {
    const spans: Span[] = []
    for (let i = this.#pieceAt(at); i < this.#run.pieces.length; i++) {
      const piece = this.#run.pieces[i]
      const start = this.#starts[i] ?? 0
      if (!piece || start >= at + length) break
      const from = Math.max(start, at)
      const to = Math.min(start + piece.length, at + length)
      spans.push({ client: piece.client, clock: piece.clock + from - start, length: to - from })
    }
    return spans
  }

  #pieceAt(at: number): number {
    let low = 0
    let high = this.#starts.length
    while (low + 1 < high) {
      const middle = (low + high) >>> 1
      if ((this.#starts[middle] ?? 0) <= at) low = middle
      else high = middle
    }
    return low
  }
}
