import type { NamedPerson, Offer } from './offer.ts'

/** The initials under which people can be quoted; who would have the same gets more letters of the last name. */
export function speakerOffers(people: readonly NamedPerson[], typed: string): Offer[] {
  const taken = new Set<string>()
  return people.flatMap(({ name, detail }): Offer[] => {
    const letters = longer(name).find((each) => !taken.has(each))
    if (letters === undefined) return []
    taken.add(letters)
    return letters.startsWith(typed)
      ? [
          {
            id: letters,
            name: `${letters}:`,
            detail: detail === '' ? name : `${name}, ${detail}`,
            words: `${letters}: `,
          },
        ]
      : []
  })
}

/** `MT`, `MTW`, `MTWA` for Mark Twain. */
function longer(name: string): string[] {
  const words = name.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  const last = [...(words.at(-1)?.toUpperCase() ?? '')]
  const first = words.length > 1 ? [...(words[0] ?? '')].slice(0, 1).map((letter) => letter.toUpperCase()) : []
  const all = [...first, ...last].filter((letter) => /^\p{Lu}$/u.test(letter))
  return [2, 3, 4].filter((count) => count <= all.length).map((count) => all.slice(0, count).join(''))
}
