import { candidatesOf } from './candidates.ts'
import type { GivenFace, KnownFace } from './face.ts'
import { type Allowance, likeness } from './likeness.ts'

/** From `sure` on, two entries are taken for the same; from `maybe` on, a person is asked. */
export type Thresholds = { sure: number; maybe: number }

export type Doubt = { given: GivenFace; candidates: KnownFace[] }

/** Two ways to pair that differ by less than this are a tie. */
const MARGIN = 0.1

type Scored = { known: KnownFace; given: GivenFace; score: number }

/**
 * Pairs what is left one to one, the most alike first. That is not always the best of all pairings; but wherever another
 * one, of an exchange between two pairs, would be better or nearly as good, nothing is decided: these go to a person.
 */
export function assignByLikeness(
  known: readonly KnownFace[],
  given: readonly GivenFace[],
  allowance: Allowance,
  thresholds: (known: KnownFace) => Thresholds,
): { pairs: [KnownFace, GivenFace][]; doubts: Doubt[] } {
  const findCandidates = candidatesOf(known, allowance.shift)
  const scored = given
    .flatMap((face) =>
      findCandidates(face).map((other) => ({ known: other, given: face, score: likeness(other, face, allowance) })),
    )
    .filter(({ known, score }) => score >= thresholds(known).maybe - MARGIN)
    .sort((a, b) => b.score - a.score)

  const chosen = greedy(scored.filter(({ known, score }) => score >= thresholds(known).maybe))
  const asked = new Map<GivenFace, Set<KnownFace>>()
  const ask = ({ given, known }: Pick<Scored, 'given' | 'known'>) => {
    asked.set(given, (asked.get(given) ?? new Set()).add(known))
  }
  const scores = new Map<GivenFace, Map<KnownFace, number>>()
  for (const { given, known, score } of scored) {
    scores.set(given, (scores.get(given) ?? new Map<KnownFace, number>()).set(known, score))
  }
  const scoreOf = (given: GivenFace, known: KnownFace) => scores.get(given)?.get(known) ?? 0

  for (const pair of scored) {
    const [mine, theirs] = [chosen.ofGiven.get(pair.given), chosen.ofKnown.get(pair.known)]
    if (mine === undefined && theirs === undefined) continue
    if (mine === theirs) {
      if (pair.score < thresholds(pair.known).sure) ask(pair)
      continue
    }
    const now = (mine?.score ?? 0) + (theirs?.score ?? 0)
    const exchanged = pair.score + (mine && theirs ? scoreOf(theirs.given, mine.known) : 0)
    if (exchanged <= now - MARGIN) continue
    for (const doubtful of [pair, mine, theirs]) if (doubtful) ask(doubtful)
  }
  return {
    pairs: [...chosen.ofGiven.values()].flatMap(({ known, given }) => (asked.has(given) ? [] : [[known, given]])),
    doubts: [...asked].map(([face, candidates]) => ({
      given: face,
      candidates: known
        .filter((one) => candidates.has(one))
        .sort((one, other) => scoreOf(face, other) - scoreOf(face, one)),
    })),
  }
}

function greedy(scored: readonly Scored[]) {
  const ofGiven = new Map<GivenFace, Scored>()
  const ofKnown = new Map<KnownFace, Scored>()
  for (const pair of scored) {
    if (ofGiven.has(pair.given) || ofKnown.has(pair.known)) continue
    ofGiven.set(pair.given, pair)
    ofKnown.set(pair.known, pair)
  }
  return { ofGiven, ofKnown }
}
