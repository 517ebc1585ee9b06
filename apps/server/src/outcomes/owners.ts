import type { Convention } from '@forumpad/pad-schema'

type PersonFound = Extract<Convention, { is: 'person' }>

/**
 * Who is to do what a passage says: those named before "to", as in `Ana to ask @bob`; else those it begins with, as in `@ana, @bob:
 * ask`; else whoever is named in it. Each once.
 *
 * @param at where the passage begins
 */
export function ownersOf(inside: readonly Convention[], words: string, at: number): string[] {
  const people = inside.filter((each) => each.is === 'person')
  const named = people.filter(({ from }) => words.charAt(from) !== '@')
  const chosen = named.length > 0 ? named : leading(people, words, at)
  return [...new Set((chosen.length > 0 ? chosen : people).map(({ name }) => name))]
}

/** The people at the beginning, with nothing between them but commas and the like. */
function leading(people: readonly PersonFound[], words: string, at: number): PersonFound[] {
  const found: PersonFound[] = []
  let end = at
  for (const person of people) {
    if (!/^[\s,&+/]*(?:and\s+)?$/i.test(words.slice(end, person.from))) break
    found.push(person)
    end = person.to
  }
  return found
}
