import type { Board } from './board.ts'
import { commonRuns } from './common-runs.ts'
import { longRuns } from './long-runs.ts'
import type { Match } from './stretches.ts'
import type { Work } from './work.ts'

/**
 * From how many characters on a stretch in common counts: as a whole text, as half of one, as any part, and beside a stretch of the
 * same two texts that counts already.
 */
export type Rules = { whole: number; half: number; part: number; besides: number }

/** Stretches from this length on are taken as they are found, from left to right. */
const LONG = 64

/** Texts larger than this are compared by long stretches only, and much larger ones from left to right. */
const MOST_FOR_SHORT = 20_000
const MOST_FOR_LONGEST = 200_000

/** Finds what is left of the older texts in the newer ones, the longest stretches first. */
export function takeStretches(
  targets: readonly Board[],
  sources: readonly Board[],
  rules: Rules,
  take: (match: Match) => void,
  work: Work,
  long = LONG,
): void {
  const open = targets.filter(({ free }) => free >= rules.besides)
  const left = sources.filter(({ free }) => free >= rules.besides)
  if (open.length === 0 || left.length === 0) return
  const pairs = new Map<Board, Set<Board>>()
  const takeIf = (accepts: (match: Match) => boolean) => (match: Match) => {
    if (!accepts(match)) return false
    const partners = pairs.get(match.target) ?? new Set()
    pairs.set(match.target, partners.add(match.source))
    take(match)
    return true
  }
  const takeAny = takeIf(() => true)
  longRuns(enough(open, long), enough(left, long), long, takeAny, work)
  const [openParts, leftParts] = [enough(open, rules.part), enough(left, rules.part)]
  const isHuge = freeIn(openParts) + freeIn(leftParts) > MOST_FOR_LONGEST
  const inParts = isHuge ? longRuns : commonRuns
  inParts(openParts, leftParts, rules.part, takeAny, work)
  if (freeIn(open) > MOST_FOR_SHORT || freeIn(left) > 4 * MOST_FOR_SHORT) return
  const shortest = Math.min(rules.whole, rules.half)
  const isEnough = ({ target, source, length }: Match) => {
    const { length: all } = target.text
    const isWhole = length === all || length === source.text.length
    return (
      (isWhole && length >= rules.whole) || (length >= rules.half && 2 * length >= Math.min(all, source.text.length))
    )
  }
  commonRuns(enough(open, shortest), enough(left, shortest), shortest, takeIf(isEnough), work)
  for (const [target, partners] of pairs) {
    commonRuns(enough([target], rules.besides), enough([...partners], rules.besides), rules.besides, takeAny, work)
  }
}

const enough = (boards: readonly Board[], least: number) => boards.filter(({ free }) => free >= least)

const freeIn = (boards: readonly Board[]): number => boards.reduce((sum, { free }) => sum + free, 0)
