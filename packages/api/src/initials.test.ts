import { expect, test } from 'vitest'
import { initials } from './initials.ts'

test.each([
  ['Ana Castro', 'AC'],
  ['ana', 'A'],
  ['Ottilie von Hohenstein-Waldburg', 'OW'],
  ['Łukasz Nowak', 'ŁN'],
  ['王小明', '王'],
  ['فاطمة الزهراء', 'فا'],
  ['Anonymous 12', 'A1'],
  ['🙂', '?'],
])('%s is %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
