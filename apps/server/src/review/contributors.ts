import type { Contributor, Person } from '@forumpad/api'
import type { WrittenLine } from './written-text.ts'

/** Who wrote how much of a text, those who wrote most first. */
export function contributorsOf(
  lines: readonly Pick<WrittenLine, 'by'>[],
  people: ReadonlyMap<string, Person>,
): Contributor[] {
  const characters = new Map<string, number>()
  let all = 0
  for (const { by } of lines) {
    for (const [person, count] of by) {
      characters.set(person, (characters.get(person) ?? 0) + count)
      all += count
    }
  }
  return [...characters]
    .sort(([, one], [, other]) => other - one)
    .flatMap(([id, count]) => {
      const person = people.get(id)
      return person ? [{ person, share: count / all }] : []
    })
}

/** Whoever wrote most of a line; undefined for what nobody wrote. */
export function mainAuthor({ by }: Pick<WrittenLine, 'by'>): string | undefined {
  return [...by].reduce<[string, number] | undefined>(
    (most, each) => (most !== undefined && most[1] >= each[1] ? most : each),
    undefined,
  )?.[0]
}
