import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeTexts, placeAfter, splices } from './merge-texts.ts'

const text = fc.array(fc.constantFrom('a', 'b', 'one', ' ', '\n', '- ')).map((parts) => parts.join(''))

test('splices make of one text the other', () => {
  fc.assert(
    fc.property(text, text, (was, is) => {
      let made = was
      for (const { from, to, put } of splices(was, is).toReversed()) made = made.slice(0, from) + put + made.slice(to)
      expect(made).toBe(is)
    }),
  )
})

test('who changes nothing gets what the other wrote', () => {
  fc.assert(
    fc.property(text, text, (base, other) => {
      expect(mergeTexts(base, base, other)).toBe(other)
      expect(mergeTexts(base, other, base)).toBe(other)
      expect(mergeTexts(base, other, other)).toBe(other)
    }),
  )
})

test('both keep what they wrote, in other lines and in the same', () => {
  const base = 'first\nsecond\nthird\n'
  expect(mergeTexts(base, 'first\nsecond of mine\nthird\n', 'first of theirs\nsecond\nthird\n')).toBe(
    'first of theirs\nsecond of mine\nthird\n',
  )
  expect(mergeTexts(base, 'first\nmy second\nthird\n', 'first\nsecond theirs\nthird\n')).toBe(
    'first\nmy second theirs\nthird\n',
  )
  expect(mergeTexts(base, 'first\nthird\n', 'first\nsecond theirs\nthird\n')).toContain('theirs')
})

test('a place stays at its words', () => {
  expect(placeAfter('first\nsecond', 'new\nfirst\nsecond', 8)).toBe(12)
  expect(placeAfter('first\nsecond', 'first\nsecond\nthird', 3)).toBe(3)
  expect(placeAfter('first second', 'first', 9)).toBe(5)
})
