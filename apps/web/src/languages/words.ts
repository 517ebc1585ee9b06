import { LANGUAGES, type Language } from '@forumpad/api'
import { IntlMessageFormat } from 'intl-messageformat'
import { Children, type ReactNode } from 'react'
import type { Catalogue, Values } from './catalogue.ts'
import { hearing } from './heard.ts'

/** The same where parts of the page stand in the sentence; `<b>these words</b>` are given to a function. */
export type Woven = Readonly<Record<string, ReactNode | ((words: ReactNode) => ReactNode)>>

export type Say = (sentence: string, values?: Values) => string

/** All that a page needs to speak its language. */
export type Words = {
  language: Language
  /** What Intl is asked with: Arabic too with the digits that clocks, addresses and revision numbers have. */
  locale: string
  say: Say
  /** A sentence with parts of the page in it. */
  weave(sentence: string, values: Woven): ReactNode
  /** From now on what the server says is said in the language too. What is shown already changes when it is drawn again. */
  learn(heard: Catalogue): void
}

/** `Open‖not done`: which of the meanings of an English word is meant, where other languages have two words. */
const MEANT = /‖.*$/u

/**
 * Words in a language. The English sentence is the key; one that the catalogue does not have is said in English. The form is
 * ICU's: `{name}`, `{count, plural, one {# pad} other {# pads}}`, `<b>words</b>`.
 */
export function wordsIn(language: Language, catalogue: Catalogue): Words {
  const locale = LANGUAGES[language].direction === 'rtl' ? `${language}-u-nu-latn` : language
  const messages = new Map<string, IntlMessageFormat>()
  const plain = (sentence: string) => sentence.replace(MEANT, '')
  let hear = plain
  let heardAs: Catalogue = {}
  const translated = (sentence: string) => catalogue[sentence] ?? heardAs[sentence] ?? hear(sentence)
  /** Reading a sentence is slow, and an agenda says the same one hundreds of times. */
  const messageOf = (sentence: string) => {
    const known = messages.get(sentence)
    if (known) return known
    const made = new IntlMessageFormat(translated(sentence), locale)
    messages.set(sentence, made)
    return made
  }
  return {
    language,
    locale,
    learn(heard) {
      // English is what the server speaks: there is nothing to look up.
      if (Object.keys(heard).length === 0) return
      heardAs = heard
      hear = hearing(catalogue, heard, (key, values) => String(messageOf(key).format({ ...values })))
    },
    say: (sentence, values) =>
      values === undefined ? translated(sentence) : String(messageOf(sentence).format({ ...values })),
    weave(sentence, values) {
      const parts = messageOf(sentence).format<ReactNode>(wovenIn(values))
      return Array.isArray(parts) ? Children.toArray(parts) : parts
    },
  }
}

function wovenIn(values: Woven) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'function' ? (words: ReactNode[]) => value(Children.toArray(words)) : value,
    ]),
  )
}

/** English, which needs no catalogue. */
export const ENGLISH = wordsIn('en', {})
