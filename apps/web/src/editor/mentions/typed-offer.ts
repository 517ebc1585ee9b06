import type { OfferKind } from './offer.ts'

/** What was typed after a sign that asks for offers; `length` is how far before the caret it begins, sign included. */
export type TypedOffer = { kind: OfferKind; typed: string; length: number }

const LONGEST = 60
const SIGNS: { kind: OfferKind; opens: RegExp; goesOn: RegExp }[] = [
  { kind: 'person', opens: /(?:^|[\s([{,;:"'“‘—–])@$/, goesOn: /@((?:[^\s@][^@\n]*)?)$/ },
  { kind: 'session', opens: /\[\[$/, goesOn: /\[\[((?:[^\s\][](?:(?!\]\]|\[\[)[^\n])*)?)$/ },
  // One capital begins every other sentence; with two, somebody is meant.
  { kind: 'speaker', opens: /^\s*\p{Lu}{2}$/u, goesOn: /^\s*(\p{Lu}{2,4})$/u },
]

/** What the letter that was typed last asks for, given the words of the line before the caret. */
export function opensOffers(before: string): TypedOffer | null {
  const sign = SIGNS.find(({ opens }) => opens.test(before))
  return sign === undefined ? null : followOffers(sign.kind, before)
}

/** How offers of that kind go on; null where the caret is behind no such sign any more. */
export function followOffers(kind: OfferKind, before: string): TypedOffer | null {
  const [whole, typed] = SIGNS.find((sign) => sign.kind === kind)?.goesOn.exec(before.slice(-LONGEST)) ?? []
  if (whole === undefined || typed === undefined) return null
  return { kind, typed, length: kind === 'speaker' ? typed.length : whole.length }
}
