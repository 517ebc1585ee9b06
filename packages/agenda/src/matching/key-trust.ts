import type { GivenFace, KnownFace } from './face.ts'
import { type Allowance, likenessBesideTitle } from './likeness.ts'
import { dice, titleLikeness } from './wording.ts'

export type KeyTrust = {
  /** What the keys say and the contents do not contradict. */
  pairs: [KnownFace, GivenFace][]
  /** A known session whose key went to one session of the feed and whose title to another, and nothing says which it is. */
  reused: { known: KnownFace; givens: [byKey: GivenFace, byTitle: GivenFace] }[]
  /** Most keys of the feed are new, or went to other sessions. */
  keysChanged: boolean
  /** And yet most titles are the old ones. */
  idsChanged: boolean
}

export type KeyEvidence = {
  known: readonly KnownFace[]
  given: readonly GivenFace[]
  byKey: readonly [KnownFace, GivenFace][]
  /** Pairs of titles that there are once on either side. */
  byTitle: readonly [KnownFace, GivenFace][]
  weak: ReadonlySet<GivenFace>
  hasKnownKey(given: GivenFace): boolean
  allowance: Allowance
}

/** Keys are dealt anew if so many of them contradict the contents, and more than agree. */
const FEWEST_CONTRADICTIONS = 3
/** By so much must time, room and people speak for one side against the other. */
const CLEARLY = 0.2

/** Decides how far the keys of a feed may be trusted, for the whole feed and for each of them. */
export function trustKeys(evidence: KeyEvidence): KeyTrust {
  const { known, given, byKey, weak } = evidence
  const verdicts = judge(evidence)
  const agreeing = byKey.filter(([owner, face]) => owner.wording.title === face.wording.title).length
  const contradicting = verdicts.filter(({ isContradicted }) => isContradicted).length
  const dealtAnew = contradicting >= FEWEST_CONTRADICTIONS && contradicting > agreeing

  const active = known.filter(({ known }) => known.last.state !== 'missing')
  const returned = byKey.filter(([owner]) => owner.known.last.state !== 'missing').length
  // A feed that has only lost most of its sessions keeps the keys of those that are left.
  const keysChanged = dealtAnew || (returned * 2 < active.length && byKey.length * 2 < given.length)
  const titles = new Set(given.map(({ wording }) => wording.title))
  const titlesReturned = active.filter(({ wording }) => titles.has(wording.title)).length

  const mustAgree = (face: GivenFace) => keysChanged || weak.has(face)
  const goByContents = new Set(verdicts.map(({ believe, rival }) => (believe === 'contents' ? rival : undefined)))
  return {
    pairs: verdicts.flatMap(({ pair, believe }) => {
      const [owner, face] = pair
      const isBelieved = mustAgree(face) ? saySame(owner, face) : believe === 'key' && !goByContents.has(face)
      return isBelieved ? [pair] : []
    }),
    reused: verdicts.flatMap(({ pair: [owner, face], believe, rival }) =>
      believe === 'neither' && rival !== undefined && !mustAgree(face) ? [{ known: owner, givens: [face, rival] }] : [],
    ),
    keysChanged,
    idsChanged: keysChanged && titlesReturned * 2 > active.length,
  }
}

type Verdict = {
  pair: [KnownFace, GivenFace]
  /** The session of the feed that has the title, where the key went to another. */
  rival: GivenFace | undefined
  isContradicted: boolean
  believe: 'key' | 'contents' | 'neither'
}

/**
 * A key is contradicted if the title of its session came with another one, and the other facts do not stand by the key. While
 * nobody has written in the pad, the key is right all the same, unless the title came under an unknown key and the other facts
 * with it. Where there is text, it follows what is told of the session; where that is not clear, a person decides.
 */
function judge({ byKey, byTitle, hasKnownKey, allowance }: KeyEvidence): Verdict[] {
  const titleOwner = new Map(byTitle)
  return byKey.map((pair): Verdict => {
    const [owner, face] = pair
    const rival = titleOwner.get(owner)
    if (rival === undefined || rival === face || saySame(owner, face)) {
      return { pair, rival: undefined, isContradicted: false, believe: 'key' }
    }
    const forContents = likenessBesideTitle(owner, rival, allowance) - likenessBesideTitle(owner, face, allowance)
    const isUnknown = !hasKnownKey(rival)
    const isClear = forContents > CLEARLY
    const isContradicted = isClear || (isUnknown && forContents >= -CLEARLY)
    const atStake = owner.known.edited
    if (isClear && (atStake || isUnknown)) return { pair, rival, isContradicted, believe: 'contents' }
    return { pair, rival, isContradicted, believe: isContradicted && atStake ? 'neither' : 'key' }
  })
}

function saySame(before: KnownFace, now: GivenFace): boolean {
  if (titleLikeness(before.wording, now.wording) >= 0.5) return true
  return before.people.size > 0 && dice(before.people, now.people) >= 0.5
}
