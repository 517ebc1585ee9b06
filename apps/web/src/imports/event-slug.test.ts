import { expect, it } from 'vitest'
import { slugFor } from './event-slug.ts'

it('makes an address of a title', () => {
  expect(slugFor('OpenInfra Summit Berlin 2022')).toBe('openinfra-summit-berlin-2022')
  expect(slugFor('  Übung: naïve—Café!  ')).toBe('ubung-naive-cafe')
  expect(slugFor('-'.repeat(100))).toBe('')
  expect(slugFor(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59))
  expect(slugFor('会议')).toBe('')
})
