import type { Board } from './board.ts'
import { commonRuns } from './common-runs.ts'
import { Coverage } from './coverage.ts'
import { longRuns } from './long-runs.ts'
import type { Match } from './stretches.ts'
import type { Work } from './work.ts'

/**
 * From how many characters on a stretch in common counts: as a whole text, as half of one, as any part, as one of several that are
 * together a part and half of one, and beside a stretch of the same two texts that counts already.
 */
export type Rules = { whole: number; half: number; part: number; together: number; besides: number }

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
  takeTogether(open, left, rules, takeAny, work)
  for (const [target, partners] of pairs) {
    commonRuns(enough([target], rules.besides), enough([...partners], rules.besides), rules.besides, takeAny, work)
  }
}

/** Several stretches of the same two texts, of which none counts by itself: something was cut out between them. */
function takeTogether(
  targets: readonly Board[],
  sources: readonly Board[],
  { together, part }: Rules,
  take: (match: Match) => boolean,
  work: Work,
): void {
  const covered = new Map<Board, Map<Board, Coverage>>()
  const note = ({ target, at, source, from, length }: Match) => {
    const bySource = covered.get(target) ?? new Map<Board, Coverage>()
    const coverage = bySource.get(source) ?? new Coverage()
    coverage.add(at, from, length)
    covered.set(target, bySource.set(source, coverage))
    return false
  }
  commonRuns(enough(targets, together), enough(sources, together), together, note, work)
  for (const [target, bySource] of covered) {
    for (const [source, { size }] of bySource) {
      if (size < part || 2 * size < Math.min(target.text.length, source.text.length)) continue
      commonRuns([target], [source], together, take, work)
    }
  }
}

const enough = (boards: readonly Board[], least: number) => boards.filter(({ free }) => free >= least)

const freeIn = (boards: readonly Board[]): number => boards.reduce((sum, { free }) => sum + free, 0)
