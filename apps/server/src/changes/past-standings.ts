import type { Credit } from '@forumpad/api'
import { type Line, linesOf, type Share, type Standing, standingsOf } from '@forumpad/pad-schema'
import type { PastRevision } from './past.ts'
import type { Removers } from './removers.ts'

/** A revision as differences are found in it, with whoever `whose` says of each credit as theirs. */
export function authoredStandings(then: PastRevision, whose: (credit: Credit) => string | undefined): Standing[] {
  return standings(then, (line) =>
    (then.credits[line] ?? []).map((credit) => ({ from: credit.from, to: credit.to, by: whose(credit) })),
  ).map((standing, i) => ({ ...standing, shapedBy: then.shapedBy[i] }))
}

/** A revision with whoever took its words away later. */
export function removedStandings(then: PastRevision, removers: Removers): Standing[] {
  return standings(then, (line) => (then.origins[line] ?? []).flatMap((words) => removers.of(words)))
}

type Stretch = { from: number; to: number; by: string | undefined }

function standings(
  { document, blockIds }: PastRevision,
  stretchesOf: (line: number) => readonly Stretch[],
): Standing[] {
  const shares = linesOf(document).map((each, line) => sharesOf(lengthOf(each), stretchesOf(line)))
  return standingsOf(document, blockIds, shares)
}

/** A line's length in UTF-16 units, a hard break being one. */
export const lengthOf = ({ content }: Line): number =>
  content.reduce((sum, inline) => sum + (inline.type === 'text' ? inline.text.length : 1), 0)

/** Stretches, and in between what is nobody's. */
export function sharesOf(length: number, stretches: readonly Stretch[]): Share[] {
  const shares: Share[] = []
  let at = 0
  const upTo = (place: number, by: string | undefined) => {
    if (place <= at) return
    const last = shares.at(-1)
    if (last && last.by === by) last.length += place - at
    else shares.push({ length: place - at, by })
    at = place
  }
  for (const { from, to, by } of stretches) {
    upTo(from, undefined)
    upTo(to, by)
  }
  upTo(length, undefined)
  return shares
}
