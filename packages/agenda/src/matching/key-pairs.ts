import type { GivenFace, KnownFace } from './face.ts'
import { type Allowance, likeness } from './likeness.ts'

/**
 * Who is who by strong key: each key that one known session has. Where several sessions of the feed bring keys of one known
 * session, the one that is most like it is meant.
 */
export function keyPairs(
  known: readonly KnownFace[],
  given: readonly GivenFace[],
  allowance: Allowance,
): [KnownFace, GivenFace][] {
  const owners = ownersByKey(known)
  const claims = new Map<KnownFace, GivenFace[]>()
  for (const face of onlyUniqueKeys(given)) {
    const owner = owners.get(face.session.key)
    if (owner) claims.set(owner, [...(claims.get(owner) ?? []), face])
  }
  return [...claims].flatMap(([owner, claimants]) => {
    const [best] =
      claimants.length === 1
        ? claimants
        : claimants
            .map((face) => ({ face, score: likeness(owner, face, allowance) }))
            .sort((a, b) => b.score - a.score)
            .map(({ face }) => face)
    return best === undefined ? [] : [[owner, best]]
  })
}

/** A key that two known sessions lay claim to says nothing. */
export function ownersByKey(known: readonly KnownFace[]): Map<string, KnownFace> {
  const owners = new Map<string, KnownFace | undefined>()
  for (const face of known) {
    for (const key of new Set(face.known.keys)) owners.set(key, owners.has(key) ? undefined : face)
  }
  return new Map([...owners].flatMap(([key, face]) => (face === undefined ? [] : [[key, face] as const])))
}

function onlyUniqueKeys(given: readonly GivenFace[]): GivenFace[] {
  const uses = new Map<string, number>()
  for (const { session } of given) uses.set(session.key, (uses.get(session.key) ?? 0) + 1)
  return given.filter(({ session }) => uses.get(session.key) === 1)
}
