import type { Board } from './board.ts'
import { RollingHash } from './rolling-hash.ts'
import { commonLength, commonLengthBefore, type Match, withoutHalves } from './stretches.ts'
import type { Work } from './work.ts'

/** How many places that could be the beginning of a long stretch are looked at. */
const CANDIDATES = 4

type Place = { board: Board; at: number }
type Places = { list: Place[]; used: number }

/**
 * Stretches in common of at least `least` characters, from left to right. It looks at each character a few times only, however
 * long or alike the texts are, because of the older texts only every so many-th place is kept. What takes the longest first
 * is `commonRuns`, for what is left.
 *
 * @param take is given each stretch, which is free on both sides
 */
export function longRuns(
  targets: readonly Board[],
  sources: readonly Board[],
  least: number,
  take: (match: Match) => void,
  work: Work,
): void {
  // So large that any stretch of `least` has one of them in it whole.
  const hash = new RollingHash(Math.floor(least / 2))
  const places = gridOf(sources, hash, work)
  for (const target of targets) {
    const last = target.text.length - hash.length
    let value = last >= 0 ? hash.at(target.text, 0) : 0
    for (let at = 0; at <= last && !work.isEnough; ) {
      const found = target.isFree(at) ? longestAt(target, at, places.get(value), work) : undefined
      if (found && found.length >= least) {
        const match = withoutHalves(found)
        take(match)
        match.target.take(match.at, match.length)
        match.source.take(match.from, match.length)
        at = Math.max(at + 1, found.at + found.length)
        if (at <= last) value = hash.at(target.text, at)
      } else {
        if (at < last) value = hash.next(value, target.text, at)
        at += 1
      }
      work.done += 1
    }
  }
}

function gridOf(sources: readonly Board[], hash: RollingHash, work: Work): Map<number, Places> {
  const grid = new Map<number, Places>()
  for (const board of sources) {
    for (let at = 0; at + hash.length <= board.text.length; at += hash.length) {
      work.done += hash.length
      if (!board.isFree(at)) continue
      const value = hash.at(board.text, at)
      const same = grid.get(value)
      if (same) same.list.push({ board, at })
      else grid.set(value, { list: [{ board, at }], used: 0 })
    }
  }
  return grid
}

function longestAt(target: Board, at: number, places: Places | undefined, work: Work): Match | undefined {
  if (!places) return undefined
  let longest: Match | undefined
  const { list } = places
  while (places.used < list.length && !isFree(list[places.used])) places.used += 1
  for (const place of list.slice(places.used, places.used + CANDIDATES)) {
    work.done += 1
    if (!isFree(place)) continue
    const { board: source, at: from } = place
    const before = commonLengthBefore(target, at, source, from, work)
    const length = before + commonLength(target, at, source, from, work)
    if (length > (longest?.length ?? 0)) longest = { target, at: at - before, source, from: from - before, length }
  }
  return longest
}

const isFree = (place: Place | undefined): boolean => place?.board.isFree(place.at) ?? false
