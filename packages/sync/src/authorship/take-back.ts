import type { Board } from './board.ts'
import type { Match } from './stretches.ts'
import type { Run } from './trace.ts'

export type Deleted = { run: Run; board: Board }

/** An undo puts each text right before the deleted one (`Piece.before`); so it is known by the ids, and any length counts. */
export function takeBack(
  inserted: readonly Deleted[],
  deleted: () => readonly Deleted[],
  take: (match: Match) => void,
) {
  if (!inserted.some(({ run }) => run.pieces.some(({ before }) => before))) return
  const places = new DeletedPlaces(deleted())
  for (const { run, board: target } of inserted) {
    let at = 0
    for (const { before, length } of run.pieces) {
      for (let done = 0; before && done < length; ) {
        const place = places.of(before.client, before.clock + done)
        const same = place ? sameLength(target, at + done, length - done, place) : 0
        if (!place || same === 0) break
        place.source.take(place.from, same)
        take({ target, at: at + done, source: place.source, from: place.from, length: same })
        done += same
      }
      at += length
    }
  }
}

type Place = { source: Board; from: number; most: number }

/** Where each deleted character stands, by its id. */
class DeletedPlaces {
  readonly #clients = new Map<number, { clock: number; length: number; board: Board; at: number }[]>()

  constructor(deleted: readonly Deleted[]) {
    for (const { run, board } of deleted) {
      let at = 0
      for (const { client, clock, length } of run.pieces) {
        const pieces = this.#clients.get(client) ?? []
        this.#clients.set(client, pieces)
        pieces.push({ clock, length, board, at })
        at += length
      }
    }
    for (const pieces of this.#clients.values()) pieces.sort((a, b) => a.clock - b.clock)
  }

  /** The place, and how many characters whose ids follow stand from there on. */
  of(client: number, clock: number): Place | undefined {
    const pieces = this.#clients.get(client) ?? []
    let low = 0
    let high = pieces.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((pieces[middle]?.clock ?? 0) <= clock) low = middle + 1
      else high = middle
    }
    const piece = pieces[low - 1]
    if (!piece || clock >= piece.clock + piece.length) return undefined
    const before = clock - piece.clock
    return { source: piece.board, from: piece.at + before, most: piece.length - before }
  }
}

function sameLength(target: Board, at: number, length: number, { source, from, most }: Place): number {
  let same = 0
  while (same < Math.min(length, most) && target.text[at + same] === source.text[from + same]) same += 1
  return same
}
