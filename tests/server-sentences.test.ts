import { readFileSync } from 'node:fs'
import { STATUS_CODES } from 'node:http'
import { fileURLToPath } from 'node:url'
import { parse } from '@formatjs/icu-messageformat-parser'
import { LANGUAGES, type Language } from '@forumpad/api'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { errorTitle } from '../apps/web/src/document/error-title.ts'
import type { Catalogue } from '../apps/web/src/languages/catalogue.ts'
import { wordsIn } from '../apps/web/src/languages/words.ts'
import { namesIn, pluralsIn } from './languages/messages.ts'
import { saidOnPages } from './languages/said-on-pages.ts'
import { allOfServer, NO_SENTENCES, READ_ELSEWHERE, shownOfServer, statusesOfServer } from './languages/server-keys.ts'

const all = allOfServer()
const shown = shownOfServer(all)
const onPages = new Set(saidOnPages().flatMap(({ sentences }) => sentences.map(({ english }) => english)))
const others = (Object.keys(LANGUAGES) as Language[]).filter((language) => language !== 'en')

const LANGUAGES_FOLDER = fileURLToPath(new URL('../apps/web/src/languages/', import.meta.url))
const catalogue = (name: string): Catalogue => JSON.parse(readFileSync(`${LANGUAGES_FOLDER}${name}.json`, 'utf8'))

test('what is said to stay in English is there to stay', () => {
  const places = Object.values(READ_ELSEWHERE).flat()
  expect(places.filter((place) => !all.some(({ path }) => path.startsWith(place)))).toEqual([])
  expect([...NO_SENTENCES].filter((english) => !all.some((each) => each.english === english))).toEqual([])
})

describe.each(others)('%s', (language) => {
  const heard = catalogue(`heard/${language}`)
  const words = wordsIn(language, catalogue(language))
  words.learn(heard)

  test('has every sentence of the server’s that a page shows, and none that nobody says', () => {
    const missing = shown.filter(({ english }) => !onPages.has(english) && heard[english] === undefined)
    expect(missing.map(({ path, line, english }) => `${path}:${line} ${english}`)).toEqual([])
    const known = new Set(shown.map(({ english }) => english))
    expect(Object.keys(heard).filter((english) => !known.has(english) || onPages.has(english))).toEqual([])
  })

  test('puts nothing into a sentence that the server’s has not, and has all forms that its numbers need', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const [english, translation] of Object.entries(heard)) {
      const message = parse(translation)
      const holes = [...english.matchAll(/\{(\d)\}/g)].flatMap(([, hole]) => [`${hole}`, `s${hole}`])
      expect(holes, english).toEqual(expect.arrayContaining(namesIn(message)))
      for (const forms of pluralsIn(message)) expect(forms, english).toEqual(expect.arrayContaining(needed))
    }
  })

  test('knows each of them by what the server sends, whatever stands in it', () => {
    for (const { english } of shown) {
      const sent = english.replace(/\{(\d)\}/g, '4$1')
      expect(words.say(sent), sent).toBe(withValues(heard[english] ?? words.say(english), words.locale))
    }
  })

  test('has a title for each error', () => {
    const titles = statusesOfServer().map((status) => STATUS_CODES[status] ?? '')
    expect(titles.filter((title) => errorTitle(title, words.say) === title)).toEqual([])
  })
})

/** A translation with `41` for `{1}`, and the same where it is said too. */
function withValues(translation: string, locale: string): string {
  if (!/\{/.test(translation)) return translation
  const values = [1, 2, 3, 4].flatMap((hole) => [
    [`${hole}`, 40 + hole],
    [`s${hole}`, `${40 + hole}`],
  ])
  return String(new IntlMessageFormat(translation, locale).format(Object.fromEntries(values)))
}
