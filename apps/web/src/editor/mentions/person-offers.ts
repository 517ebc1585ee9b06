import { mentionOf } from '@forumpad/pad-schema'
import { fold } from './fold.ts'
import type { NamedPerson, Offer } from './offer.ts'

const MOST = 8

/** The people whom the letters after `@` may mean: those whose name begins so first. None, when a name stands there whole. */
export function personOffers(people: readonly NamedPerson[], typed: string): Offer[] {
  const sought = fold(typed)
  const offers = people.flatMap(({ name, detail }): (Offer & { folded: string })[] => {
    const mention = mentionOf(name)
    return mention === null ? [] : [{ id: mention, name, detail, words: `${mention} `, folded: fold(mention.slice(1)) }]
  })
  const once = offers.filter(({ id }, index) => offers.findIndex((other) => other.id === id) === index)
  if (sought !== '' && once.some(({ folded }) => folded === sought && !sought.includes(' '))) return []
  const begins = once.filter(({ folded }) => folded.startsWith(sought))
  const others = once.filter(
    (each) => !begins.includes(each) && each.folded.split(' ').some((word) => word.startsWith(sought)),
  )
  return [...begins, ...others].slice(0, MOST).map(({ folded: _folded, ...offer }) => offer)
}
