import type { Label } from '@forumpad/pad-schema'
import { readLabel } from './labels.ts'
import { foldedTag } from './notes-lines.ts'
import { tokensOf } from './tokens.ts'

/** What somebody looks for, whatever holds the index. */
export type SearchQuery = {
  /** A pad that is found has each of them. */
  terms: readonly Term[]
  /** A pad that is found has none of them. */
  without: readonly Term[]
  filters: SearchFilters
}

export type Term =
  /** Words that stand beside each other, folded. With `prefix` the last is the beginning of a word; `exact` ones were quoted: no typing error is forgiven. */
  | { is: 'words'; tokens: readonly string[]; prefix: boolean; exact: boolean }
  /** A line that is an action, a decision ... */
  | { is: 'label'; label: Label }
  /** A line with a hashtag, folded. */
  | { is: 'tag'; tag: string }

/** Each filter that is not empty must be met by one of its values. Days are dates of the event's calendar, the others are words, as written. */
export type SearchFilters = Record<FilterName, readonly string[]>
export type FilterName = (typeof FILTERS)[number]
export const FILTERS = ['event', 'day', 'track', 'room', 'person'] as const

export type ReadQuery =
  | { is: 'query'; query: SearchQuery }
  | { is: 'refused'; code: 'query-too-long' | 'too-many-words' | 'nothing-to-look-for' | 'no-such-day'; detail: string }

export const LONGEST_QUERY = 500
const MOST_TERMS = 20

/** Reads what somebody typed: words, `"phrases"`, `prefix*`, `-not`, `#action`, `##hashtag`, `room:104`, `day:2017-05-10` ... */
export function readQuery(text: string, chosen: Partial<SearchFilters> = {}): ReadQuery {
  if (text.length > LONGEST_QUERY) {
    const length = text.length.toLocaleString('en')
    return refused('query-too-long', `A search has at most ${LONGEST_QUERY} characters, and this one has ${length}.`)
  }
  const terms: Term[] = []
  const without: Term[] = []
  const filters: Record<FilterName, string[]> = { event: [], day: [], track: [], room: [], person: [] }
  for (const name of FILTERS) filters[name].push(...(chosen[name] ?? []).map((value) => value.trim()).filter(Boolean))

  for (const part of partsOf(text)) {
    const filter = FILTERS.find((name) => name === part.key?.toLowerCase())
    if (filter && !part.not) {
      if (part.words.trim() !== '') filters[filter].push(part.words.trim())
      continue
    }
    const term = termOf(part)
    if (term) (part.not ? without : terms).push(term)
  }

  const day = filters.day.find((value) => !isDay(value))
  if (day !== undefined) return refused('no-such-day', `“${day}” is no day. Write it like day:2017-05-10.`)
  if (terms.length + without.length > MOST_TERMS)
    return refused('too-many-words', `Look for at most ${MOST_TERMS} words at once.`)
  if (terms.length === 0 && FILTERS.every((name) => filters[name].length === 0)) {
    const why =
      without.length > 0
        ? 'Words with a minus only leave pads out: add a word to look for.'
        : 'There is no word to look for in this. Type one, for example budget.'
    return refused('nothing-to-look-for', why)
  }
  return { is: 'query', query: { terms, without, filters } }
}

const refused = (code: Extract<ReadQuery, { is: 'refused' }>['code'], detail: string): ReadQuery => ({
  is: 'refused',
  code,
  detail,
})

type Part = { not: boolean; key: string | undefined; words: string; quoted: boolean; prefix: boolean }

/** A minus, the name of a filter, then something in quotes or up to the next space. A quote that nobody closes goes on to the end. */
const PART = /([-−–]?)(?:([a-z]+):)?(?:["“”„«»]([^"“”„«»]*)(?:["“”„«»](\*)?|$)|([^\s"“”„«»]+))/giu

function* partsOf(text: string): Generator<Part> {
  for (const [, minus, key, quoted, star, bare = ''] of text.matchAll(PART)) {
    const isFilter = key !== undefined && FILTERS.some((name) => name === key.toLowerCase())
    const before = key !== undefined && !isFilter ? `${key} ` : ''
    yield {
      not: minus !== '',
      key: isFilter ? key : undefined,
      words: before + (quoted ?? bare),
      quoted: quoted !== undefined,
      prefix: quoted === undefined ? /[\p{L}\p{N}\p{M}]\*+$/u.test(bare) : star !== undefined,
    }
  }
}

function termOf({ words, quoted, prefix }: Part): Term | undefined {
  const tag = quoted ? null : /^(##?)([\p{L}\p{M}\p{N}_-]+)$/u.exec(words)
  if (tag) {
    const [, signs, name = ''] = tag
    const label = signs === '#' ? readLabel(name) : undefined
    if (label) return { is: 'label', label }
    const folded = foldedTag(name)
    return folded === '' ? undefined : { is: 'tag', tag: folded }
  }
  const tokens = tokensOf(words).map(({ token }) => token)
  return tokens.length === 0 ? undefined : { is: 'words', tokens, prefix, exact: quoted }
}

/** A date that a calendar has. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
