import { forgiven, isNear } from './near-words.ts'
import type { Term } from './search-query.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A stretch of a text that was looked for, in UTF-16 units. */
export type Stretch = [from: number, to: number]

/** So much of a passage is shown around what was found. */
const SHOWN = 240
/** So much of it before the first word that was found. */
const BEFORE = 80
/** What stands behind is not looked at: nobody reads on in a line that long. */
const LOOKED_AT = 20_000

/** Where the words that were looked for stand in a text, in order. In titles typing errors are forgiven. */
export function foundWords(text: string, terms: readonly Term[], forgiving = false): Stretch[] {
  const tokens = tokensOf(text.slice(0, LOOKED_AT))
  const found = terms.flatMap((term) => {
    if (term.is !== 'words') return []
    const stretches = stretchesOf(tokens, term, (token, word) => token === word)
    const [word] = term.tokens
    if (stretches.length > 0 || !forgiving || term.exact || term.prefix || term.tokens.length > 1 || !word)
      return stretches
    const errors = forgiven(word)
    return errors === 0 ? [] : stretchesOf(tokens, term, (token) => isNear(token, word, errors))
  })
  return joined(found)
}

function stretchesOf(
  tokens: readonly Token[],
  { tokens: words, prefix }: Extract<Term, { is: 'words' }>,
  isWord: (token: string, word: string) => boolean,
): Stretch[] {
  const found: Stretch[] = []
  for (const [place, first] of tokens.entries()) {
    const last = tokens[place + words.length - 1]
    const fits = words.every((word, at) => {
      const token = tokens[place + at]?.token
      if (token === undefined) return false
      return isWord(token, word) || (prefix && at === words.length - 1 && token.startsWith(word))
    })
    if (fits && last) found.push([first.from, last.to])
  }
  return found
}

function joined(stretches: Stretch[]): Stretch[] {
  const all: Stretch[] = []
  for (const [from, to] of stretches.sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else all.push([from, to])
  }
  return all
}

/** As much of a text as is shown, around the first word that was found, with the stretches in it. */
export function excerpt(text: string, stretches: readonly Stretch[]): { text: string; found: Stretch[] } {
  if (text.length <= SHOWN) return { text, found: [...stretches] }
  const first = stretches[0]?.[0] ?? 0
  const from = first <= BEFORE ? 0 : wordStart(text, Math.min(first - BEFORE, text.length - SHOWN))
  const to = Math.min(text.length, from + SHOWN)
  const before = from === 0 ? '' : '… '
  const shown = text.slice(from, isHalf(text, to) ? to - 1 : to)
  const shift = before.length - from
  return {
    text: `${before}${shown}${to < text.length ? ' …' : ''}`,
    found: stretches
      .filter(([begin]) => begin >= from && begin < from + shown.length)
      .map(([begin, end]): Stretch => [begin + shift, Math.min(end, from + shown.length) + shift]),
  }
}

/** The beginning of a word near a place, if there is one. */
function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  if (space >= 0 && space < at + 30) return space + 1
  return isHalf(text, at) ? at - 1 : at
}

/** Whether a place is in the middle of a character of two units. */
const isHalf = (text: string, at: number): boolean => /[\uDC00-\uDFFF]/.test(text.charAt(at))
