import { expect, test } from 'vitest'
import { ENGLISH } from '../languages/words.ts'
import { revisionsInWords } from './redaction-words.ts'

test('The revisions in which words can be read are told in one sentence', () => {
  expect(revisionsInWords([], ENGLISH)).toContain('in no revision')
  expect(revisionsInWords([{ from: 3, to: 3 }], ENGLISH)).toBe('They can be read in revision 3.')
  expect(revisionsInWords([{ from: 3, to: 17 }], ENGLISH)).toBe('They can be read in revisions 3 to 17.')
  const three = [
    { from: 3, to: 17 },
    { from: 20, to: 20 },
    { from: 22, to: 23 },
  ]
  expect(revisionsInWords(three, ENGLISH)).toBe('They can be read in revisions 3 to 17, 20 and 22 to 23.')
})

test('Many stretches are counted', () => {
  const many = Array.from({ length: 9 }, (_, n) => ({ from: 2 * n + 1, to: 2 * n + 1 }))
  expect(revisionsInWords(many, ENGLISH)).toBe('They can be read in revisions 1, 3, 5, 7, 9, 11 and 3 more stretches.')
})
