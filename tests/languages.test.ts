import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from '@formatjs/icu-messageformat-parser'
import { LANGUAGES, type Language } from '@forumpad/api'
import { describe, expect, test } from 'vitest'
import { namesIn, pluralsIn } from './languages/messages.ts'
import { saidOnPages } from './languages/said-on-pages.ts'

const SRC = fileURLToPath(new URL('../apps/web/src/', import.meta.url))
const said = saidOnPages()
const sentences = new Set(said.flatMap((file) => file.sentences.map(({ english }) => english)))

const others = (Object.keys(LANGUAGES) as Language[]).filter((language) => language !== 'en')
const catalogue = (language: Language): Record<string, string> =>
  JSON.parse(readFileSync(`${SRC}languages/${language}.json`, 'utf8'))

test('each sentence is a whole one, which a catalogue can have', () => {
  expect(said.flatMap(({ path, pieced }) => pieced.map((line) => `${path}:${line}`))).toEqual([])
  for (const sentence of sentences) {
    expect(() => parse(sentence), sentence).not.toThrow()
    // See vite/no-skeletons.ts.
    expect(sentence).not.toMatch(/,\s*(number|date|time)\s*[,}]/)
  }
})

test('no words stand in a page as they are', () => {
  expect(said.flatMap(({ path, bare }) => bare.map(({ words, line }) => `${path}:${line} ${words}`))).toEqual([])
})

describe.each(others)('%s', (language) => {
  const translations = catalogue(language)

  test('has every sentence, and none that nobody says', () => {
    const known = Object.keys(translations)
    expect([...sentences].filter((sentence) => !known.includes(sentence))).toEqual([])
    expect(known.filter((sentence) => !sentences.has(sentence))).toEqual([])
  })

  test('has each sentence with all that stands in it, in all forms that its numbers need', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const [english, translation] of Object.entries(translations)) {
      expect(translation.trim(), english).not.toBe('')
      expect(translation).not.toMatch(/,\s*(number|date|time)\s*[,}]/)
      const message = parse(translation)
      expect(namesIn(message), english).toEqual(namesIn(parse(english)))
      for (const forms of pluralsIn(message)) expect(forms, english).toEqual(expect.arrayContaining(needed))
    }
  })
})

test('a word with two meanings is said without its note, in every language', () => {
  for (const sentence of sentences) expect(sentence.split('‖').length, sentence).toBeLessThanOrEqual(2)
  for (const language of others) expect(Object.values(catalogue(language)).join()).not.toContain('‖')
})
