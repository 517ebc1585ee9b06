import { type Credit, CreditMap } from '@forumpad/api'
import type * as Y from 'yjs'

type Range = { from: number; to: number }

/** Items of a document, by their clients and clocks. */
class Items {
  readonly #ranges = new CreditMap()

  add(client: number, from: number, to: number): void {
    this.#ranges.set(client, { ...ANYBODY, from, to })
  }

  /** Which of a client's items between two clocks are among these. */
  between(client: number, from: number, to: number): readonly Range[] {
    return this.#ranges.slice(client, from, to)
  }
}

const ANYBODY: Credit = { author: '', at: 0, verified: true }

/** What somebody did to a document: the items that they put in, and those that they took away. */
export class Deeds {
  readonly added = new Items()
  readonly deleted = new Items()

  /** A change of theirs, in `afterTransaction`. */
  note({ beforeState, afterState, deleteSet }: Y.Transaction): void {
    for (const [client, end] of afterState) {
      const start = beforeState.get(client) ?? 0
      if (end > start) this.added.add(client, start, end)
    }
    for (const [client, ranges] of deleteSet.clients) {
      for (const { clock, len } of ranges) this.deleted.add(client, clock, clock + len)
    }
  }
}

/** A stretch of clocks without those that are taken out of it. */
export function without(whole: readonly Range[], taken: readonly Range[]): Range[] {
  return whole.flatMap((range) => {
    const left: Range[] = []
    let at = range.from
    for (const { from, to } of taken) {
      if (to <= at || from >= range.to) continue
      if (from > at) left.push({ from: at, to: from })
      at = Math.max(at, to)
    }
    if (at < range.to) left.push({ from: at, to: range.to })
    return left
  })
}
