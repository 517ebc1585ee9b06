import type { Term } from '../../search/search-query.ts'
import { tokensOf } from '../../search/tokens.ts'

/*
 * How texts and questions are written for FTS5. Words are cut and folded by the program, so they are letters and digits alone; what is no
 * word begins with a private character, which no word has.
 */
const LABEL = '\uE000'
const TAG = '\uE001'
/** Stands between lines, so that no phrase reaches from one into the next. */
export const LINE_END = '\uE002'

/** A text as FTS5 and `holds` take it. */
export const indexed = (text: string): string =>
  tokensOf(text)
    .map(({ token }) => token)
    .join(' ')

/** What a line is marked with, as words. */
export const marksOf = ({ labels, tags }: { labels: readonly string[]; tags: readonly string[] }): string[] => [
  ...labels.map((label) => LABEL + label),
  ...tags.map((tag) => TAG + tag),
]

type Words = Extract<Term, { is: 'words' }>
export type Mark = Exclude<Term, Words>

export const isMark = (term: Term): term is Mark => term.is !== 'words'

export const phrase = ({ tokens, prefix }: Pick<Words, 'tokens' | 'prefix'>): string =>
  `"${tokens.join(' ')}"${prefix ? '*' : ''}`

export const markPhrase = (mark: Mark): string => `"${mark.is === 'label' ? LABEL + mark.label : TAG + mark.tag}"`

/** Whether an indexed line has the words. */
export function holds(line: string, { tokens, prefix }: Words): boolean {
  return ` ${line} `.includes(` ${tokens.join(' ')}${prefix ? '' : ' '}`)
}
