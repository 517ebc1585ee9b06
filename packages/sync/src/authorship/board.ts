import type { Run, Span } from './trace.ts'

/** A run of characters, with a note of which are accounted for. */
export class Board {
  readonly text: string
  readonly #run: Run
  /** Where in the text each piece begins. Made when it is needed: most runs are only compared. */
  #starts: number[] | undefined
  #taken: Uint8Array | undefined
  free: number

  constructor(run: Run) {
    this.text = run.text
    this.#run = run
    this.free = run.text.length
  }

  get isUntouched(): boolean {
    return this.free === this.text.length
  }

  isFree(at: number): boolean {
    return this.#taken === undefined || this.#taken[at] === 0
  }

  take(at: number, length: number): void {
    this.#taken ??= new Uint8Array(this.text.length)
    for (let i = at; i < at + length; i++) if (this.#taken[i] === 0) this.free -= 1
    this.#taken.fill(1, at, at + length)
  }

  /** The ids of a stretch of the text. */
  spans(at: number, length: number): Span[] {
    const starts = this.#starts ?? startsOf(this.#run)
    this.#starts = starts
    const spans: Span[] = []
    for (let i = pieceAt(starts, at); i < this.#run.pieces.length; i++) {
      const piece = this.#run.pieces[i]
      const start = starts[i] ?? 0
      if (!piece || start >= at + length) break
      const from = Math.max(start, at)
      const to = Math.min(start + piece.length, at + length)
      spans.push({ client: piece.client, clock: piece.clock + from - start, length: to - from })
    }
    return spans
  }
}

function startsOf({ pieces }: Run): number[] {
  let start = 0
  return pieces.map(({ length }) => {
    start += length
    return start - length
  })
}

function pieceAt(starts: readonly number[], at: number): number {
  let low = 0
  let high = starts.length
  while (low + 1 < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle
  }
  return low
}
