import type { Trace } from '../authorship/trace.ts'
import type { IdSet } from './id-set.ts'

/** In which revisions some of a set of characters can be read. */
export class VisibleRevisions {
  readonly #characters: IdSet
  readonly #spans: { from: number; to: number }[] = []
  #now = 0

  constructor(characters: IdSet) {
    this.#characters = characters
  }

  /** In order. */
  get spans(): readonly { from: number; to: number }[] {
    return this.#spans
  }

  /** What a row did. */
  note({ inserted, deleted }: Trace): void {
    for (const { pieces } of inserted) for (const piece of pieces) this.#now += this.#count(piece)
    for (const { pieces } of deleted) for (const piece of pieces) this.#now -= this.#count(piece)
  }

  /** A row that is a revision has been noted. */
  ends(revision: number): void {
    if (this.#now <= 0) return
    const last = this.#spans.at(-1)
    if (last?.to === revision - 1) last.to = revision
    else this.#spans.push({ from: revision, to: revision })
  }

  #count(piece: Parameters<IdSet['within']>[0]): number {
    return this.#characters.within(piece).reduce((count, { length }) => count + length, 0)
  }
}
