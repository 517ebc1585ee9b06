import type { Face, GivenFace, KnownFace } from './face.ts'

/** A trait that so many sessions share finds nobody; and of the rest, so many are looked at more closely. */
const TOO_COMMON = 60
const CLOSER_LOOK = 30

/**
 * Who could be who among the sessions that are left: those with a word of the title, a person or a slot in common. Bounded,
 * so that five thousand sessions need not be compared with five thousand others.
 */
export function candidatesOf(known: readonly KnownFace[], shift: number): (given: GivenFace) => KnownFace[] {
  const index = new Map<string, KnownFace[]>()
  for (const face of known) {
    for (const trait of traitsOf(face, shift)) {
      const owners = index.get(trait)
      if (owners) owners.push(face)
      else index.set(trait, [face])
    }
  }
  return (given) => {
    const shared = new Map<KnownFace, number>()
    for (const trait of traitsOf(given, 0)) {
      const owners = index.get(trait) ?? []
      if (owners.length > TOO_COMMON) continue
      for (const owner of owners) shared.set(owner, (shared.get(owner) ?? 0) + 1 / owners.length)
    }
    const most = [...shared].sort(([, a], [, b]) => b - a)
    return most.slice(0, CLOSER_LOOK).map(([face]) => face)
  }
}

function traitsOf({ wording, people, start, room }: Face, shift: number): string[] {
  return [
    `title ${wording.title}`,
    ...[...wording.words].map((word) => `word ${word}`),
    ...[...people].map((person) => `person ${person}`),
    ...(start === undefined ? [] : [`slot ${start + shift} ${room ?? ''}`, `start ${start + shift}`]),
  ]
}
