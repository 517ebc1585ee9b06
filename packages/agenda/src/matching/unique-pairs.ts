import type { AnyFace, GivenFace, KnownFace } from './face.ts'

/** What a session can be recognised by; undefined where it has no such thing. */
export type Trait = (face: AnyFace) => string | undefined

/**
 * The pairs that have a trait in common which nobody else has on either side. Where sessions of the agenda and ones that
 * are missing share it, those of the agenda own it.
 */
export function uniquePairs(
  known: readonly KnownFace[],
  given: readonly GivenFace[],
  trait: Trait,
): [KnownFace, GivenFace][] {
  const owners = uniqueOwners(known, trait, ({ known }) => known.last.state !== 'missing')
  return [...uniqueOwners(given, trait)].flatMap(([value, session]) => {
    const owner = owners.get(value)
    return owner === undefined ? [] : [[owner, session]]
  })
}

function uniqueOwners<Each extends AnyFace>(
  faces: readonly Each[],
  trait: Trait,
  goesFirst: (face: Each) => boolean = () => true,
): Map<string, Each> {
  const owners = new Map<string, Each[]>()
  for (const face of faces) {
    const value = trait(face)
    if (value === undefined) continue
    const others = owners.get(value)
    if (others) others.push(face)
    else owners.set(value, [face])
  }
  return new Map(
    [...owners].flatMap(([value, all]) => {
      const first = all.filter(goesFirst)
      const [owner, ...more] = first.length > 0 ? first : all
      return owner === undefined || more.length > 0 ? [] : [[value, owner] as const]
    }),
  )
}
