import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appliedDifference, differencesFrom } from './byte-difference.ts'

const bytes = fc.uint8Array({ maxLength: 300, max: 3 })

/** A byte string and another that has much of it, in other places. */
const related = fc
  .tuple(bytes, bytes, bytes, fc.nat(300), fc.nat(300))
  .map(([a, b, c, from, to]) => [Buffer.concat([a, b]), Buffer.concat([b.subarray(from), c, a.subarray(0, to), b, a])])

test('What is different between two byte strings, applied to the older, gives the newer', () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(bytes, bytes), related), ([before, after]) => {
      if (!before || !after) return
      expect([...appliedDifference(before, differencesFrom(before)(after))]).toEqual([...after])
    }),
    { numRuns: 500 },
  )
})

test('It is as short as what is new is, and no damaged one gives something else than the newer without a word', () => {
  const before = Uint8Array.from({ length: 5_000 }, (_, i) => (i * i * 7 + (i >> 3)) & 255)
  const after = Buffer.concat([before.subarray(0, 2_000), Buffer.from('some words'), before.subarray(2_100)])
  const difference = differencesFrom(before)(after)
  expect(difference.length).toBeLessThan(40)
  expect(() => appliedDifference(before, difference.subarray(0, -5))).toThrow()
  expect(() => appliedDifference(before.subarray(0, 3_000), difference)).toThrow('other bytes')
})
