import type { PassageAnchor } from '@forumpad/api'
import { REDACTED } from '@forumpad/api'
import { wordsOfName } from '@forumpad/pad-schema'
import { isOnly } from './resolve-passage.ts'

/** Shorter words are nobody's secret: they would go from everywhere in the pad. What was copied of them goes by its ids. */
const SHORTEST = 4

/** What the attributes of lines are called that hold no words of anybody. */
const NO_WORDS: ReadonlySet<string | null> = new Set(['kind', 'level', 'checked', 'start', 'header'])

/** Words that must not be read any more, wherever text is that has no ids of its characters. */
export type HiddenWords = {
  /** Those that are looked for in the text. */
  words: readonly string[]
  /** A text with marks in their place, and in the place of the forms that they have in addresses. */
  redacted(text: string, name?: string | null): string
}

/** @param passage its words, line by line */
export function hiddenWords(passage: readonly string[]): HiddenWords {
  const words = [...new Set(passage.flatMap((line) => line.split('\n')).map((part) => part.trim()))].filter(
    (word) => word.length >= SHORTEST && !isOnly(word, REDACTED),
  )
  const forms = [...new Set(words.flatMap(formsOf))].sort((a, b) => b.length - a.length)
  return {
    words,
    redacted: (text, name = null) =>
      NO_WORDS.has(name) ? text : forms.reduce((left, form) => left.replaceAll(form, marks(form.length)), text),
  }
}

/** As it is, and as it stands in addresses: of a search, and of a line that begins with it. */
function formsOf(word: string): string[] {
  const name = wordsOfName(word)
  const forms = [word, encoded(word), name, encoded(name)]
  return forms.filter((form) => form.length >= SHORTEST)
}

/** Half a character has no such form. */
function encoded(word: string): string {
  try {
    return encodeURIComponent(word)
  } catch {
    return ''
  }
}

const marks = (length: number): string => REDACTED.repeat(length)

/**
 * What a comment quotes, without the words: also where it begins or ends among them.
 *
 * @param isHidden whether a character of the pad is one that went
 */
export function redactedQuote(
  quote: string,
  anchor: PassageAnchor | null,
  {
    words: passage,
    redacted,
    isHidden,
  }: Pick<HiddenWords, 'redacted'> & {
    words: readonly string[]
    isHidden(client: number, clock: number): boolean
  },
): string {
  let text = redacted(quote)
  if (anchor && isHidden(anchor.first.client, anchor.first.clock)) {
    const length = longest(text.length, (size) => passage.some((line) => line.includes(text.slice(0, size))))
    text = marks(length) + text.slice(length)
  }
  if (anchor && isHidden(anchor.last.client, anchor.last.clock)) {
    const length = longest(text.length, (size) => passage.some((line) => line.includes(text.slice(-size))))
    text = text.slice(0, text.length - length) + marks(length)
  }
  return text
}

function longest(most: number, fits: (size: number) => boolean): number {
  let size = 0
  while (size < most && fits(size + 1)) size += 1
  return size
}
