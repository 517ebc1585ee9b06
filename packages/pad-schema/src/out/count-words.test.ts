import { expect, test } from 'vitest'
import { textToDocument } from '../in/text.ts'
import { countWords } from './count-words.ts'

test.each([
  ['', 0],
  ['two words', 2],
  ["it isn't a well-known e.g.", 5],
  ['Übergrößenträger naïve', 2],
  ['日本語', 3],
  ['привет, мир 2024', 3],
  ['-- * 😀', 0],
  ['one\ntwo', 2],
])('%s', (text, count) => {
  expect(countWords(textToDocument(text))).toBe(count)
})
