import { expect, it } from 'vitest'
import { readPersonName } from './person-name.ts'

it.each([
  ['  Ada   Lovelace ', 'Ada Lovelace'],
  ['Ada\u0000\u0007', 'Ada'],
  ['Ada\nLovelace', 'Ada Lovelace'],
  ['\u202Eecarg', 'ecarg'],
  ['José', 'José'],
  ['李小龍', '李小龍'],
  ['नमस्ते', 'नमस्ते'],
  ['👩‍💻 Grace', '👩‍💻 Grace'],
])('%j becomes %j', (typed, name) => {
  expect(readPersonName(typed)).toBe(name)
})

it.each(['', '   ', '\u200B', '\u202E \u0000', '\u200D', 'a'.repeat(61)])('%j is no name', (typed) => {
  expect(readPersonName(typed)).toBeUndefined()
})
