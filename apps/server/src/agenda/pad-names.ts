import type { AgendaSession } from '@forumpad/agenda'
import { PAD_NAME } from '@forumpad/api'

/** The longest name that is made of titles; a feed may give longer ones. */
const LONGEST = 60
const LONGEST_EVENT = 24

/**
 * Chooses the name of a new session's pad: the one that the feed gives, if it can be had, else one made of event and title.
 * It is chosen once and never changes, whatever becomes of the title.
 */
export function padNameFor(
  session: Pick<AgendaSession, 'padName' | 'title'>,
  event: string,
  isTaken: (name: string) => boolean,
): string {
  const { title } = session
  const padName = session.padName?.normalize('NFC')
  if (padName !== undefined && PAD_NAME.test(padName) && !isTaken(padName)) return padName
  const prefix = cut(event, LONGEST_EVENT)
  const name = cut([prefix, slugOf(title)].filter((part) => part !== '').join('-'), LONGEST)
  if (!isTaken(name)) return name
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`
    const numbered = `${cut(name, LONGEST - suffix.length)}${suffix}`
    if (!isTaken(numbered)) return numbered
  }
}

/** A title as part of an address: small letters and digits of any script, words joined by single hyphens. */
export function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/['\u2019]|[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '')
}

/** Shortens at the end of a word, if there is one in the last half. */
export function cut(slug: string, longest: number): string {
  if (slug.length <= longest) return slug
  const start = slug.slice(0, longest + 1)
  const word = start.lastIndexOf('-')
  return (word > longest / 2 ? start.slice(0, word) : start.slice(0, longest)).replace(/-+$|\p{Cs}$/gu, '')
}
