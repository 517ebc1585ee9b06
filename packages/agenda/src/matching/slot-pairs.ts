import type { AnyFace, GivenFace, KnownFace } from './face.ts'
import { uniquePairs } from './unique-pairs.ts'

/**
 * The slots of one talk, recognised by title and start before anybody believes their numbers: pretalx numbers the slots by
 * start, so that numbers change hands when the order does, and the first slot has none while it is the only one. Those that
 * have moved are taken in the order of their starts, if there are as many as before.
 *
 * @param startOf with the shift of the feed allowed for
 */
export function slotPairs(
  known: readonly KnownFace[],
  given: readonly GivenFace[],
  startOf: (face: AnyFace) => number | undefined,
): [KnownFace, GivenFace][] {
  const talks = new Set(
    given.flatMap((face) => face.keys.filter((key) => withoutSlotNumber(key) !== key).map((key) => talkOf(face, key))),
  )
  if (talks.size === 0) return []
  const talk = (face: AnyFace) => face.keys.map((key) => talkOf(face, key)).find((each) => talks.has(each))
  const unmoved = uniquePairs(known, given, (face) => {
    const [its, start] = [talk(face), startOf(face)]
    return its === undefined || start === undefined ? undefined : `${its}\n${start}`
  })
  const paired = new Set<AnyFace>(unmoved.flat())
  const talksWithUnmoved = new Set(unmoved.map(([, face]) => talk(face)))
  const left = <Each extends AnyFace>(faces: readonly Each[]) =>
    faces.filter((face) => !paired.has(face) && talksWithUnmoved.has(talk(face)))
  return [...unmoved, ...inOrder(groupBy(left(known), talk), groupBy(left(given), talk), startOf)]
}

function inOrder(
  known: ReadonlyMap<string | undefined, KnownFace[]>,
  given: ReadonlyMap<string | undefined, GivenFace[]>,
  startOf: (face: AnyFace) => number | undefined,
): [KnownFace, GivenFace][] {
  const byStart = (one: AnyFace, other: AnyFace) => (startOf(one) ?? 0) - (startOf(other) ?? 0)
  return [...known].flatMap(([talk, slots]) => {
    const now = given.get(talk)?.sort(byStart)
    if (now?.length !== slots.length) return []
    return slots.sort(byStart).flatMap((slot, at): [KnownFace, GivenFace][] => {
      const face = now[at]
      return face === undefined ? [] : [[slot, face]]
    })
  })
}

function groupBy<Each extends AnyFace>(faces: readonly Each[], trait: (face: Each) => string | undefined) {
  const groups = new Map<string | undefined, Each[]>()
  for (const face of faces) groups.set(trait(face), [...(groups.get(trait(face)) ?? []), face])
  return groups
}

function talkOf(face: AnyFace, key: string): string {
  return `${withoutSlotNumber(key)}\n${face.wording.title}`
}

function withoutSlotNumber(key: string): string {
  return key.replace(/-\d{1,2}(?=@|$)/, '')
}
