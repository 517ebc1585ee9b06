import { SERVER_PERSON } from '@forumpad/api'
import type { Say } from '../../languages/words.ts'
import type { AuthoredLine } from './line-reader.ts'

/** What one author did in some passages: their share of the characters, when, and who brought or moved them. */
export type AuthorShare = {
  author: string
  length: number
  /** When the first and the last of them was written, in milliseconds since 1970. */
  first: number
  last: number
  movedBy: string[]
  /** The server has only the word of somebody else for the author. */
  unverified: boolean
}

/** Who wrote some passages; who wrote most of them comes first. */
export function authorShares(passages: AuthoredLine): AuthorShare[] {
  const shares = new Map<string, AuthorShare>()
  for (const { from, to, credit } of passages) {
    if (!credit) continue
    const { author, at, movedBy, verified } = credit
    const share = shares.get(author) ?? { author, length: 0, first: at, last: at, movedBy: [], unverified: false }
    share.length += to - from
    share.first = Math.min(share.first, at)
    share.last = Math.max(share.last, at)
    if (movedBy !== undefined && !share.movedBy.includes(movedBy)) share.movedBy.push(movedBy)
    if (!verified) share.unverified = true
    shares.set(author, share)
  }
  return [...shares.values()].sort((a, b) => b.length - a.length)
}

/** Which people wrote how much of all that can be seen. The template is nobody's. */
export function contributors(lines: readonly AuthoredLine[]): { author: string; length: number }[] {
  const lengths = new Map<string, number>()
  for (const line of lines) {
    for (const { from, to, credit } of line) {
      if (!credit || credit.author === SERVER_PERSON) continue
      lengths.set(credit.author, (lengths.get(credit.author) ?? 0) + to - from)
    }
  }
  return [...lengths].map(([author, length]) => ({ author, length })).sort((a, b) => b.length - a.length)
}

/** `40 %`, or `under 1 %`: nobody who wrote something has nothing. */
export function shareWords(length: number, all: number, say: Say): string {
  const percent = Math.round((100 * length) / all)
  if (percent < 1) return say('under 1 %')
  return percent === 100 && length < all ? say('over 99 %') : say('{percent} %', { percent })
}
