import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import { type AuthoredRange, type AuthorshipMessage, readAuthorship, writeAuthorship } from './authorship.ts'

const written = (message: AuthorshipMessage) => encoding.encode((encoder) => writeAuthorship(encoder, message))
const read = (bytes: Uint8Array) => readAuthorship(decoding.createDecoder(bytes))

const id = fc.string({ minLength: 1, maxLength: 8 })
const range = fc
  .record(
    {
      gap: fc.nat(500),
      length: fc.integer({ min: 1, max: 900 }),
      author: id,
      minutes: fc.nat(40_000_000),
      verified: fc.boolean(),
      movedBy: id,
    },
    { requiredKeys: ['gap', 'length', 'author', 'minutes', 'verified'] },
  )
  .map(({ gap, length, minutes, ...rest }) => ({ gap, length, at: minutes * 60_000, ...rest }))

const ranges = fc.array(range, { maxLength: 20 }).map((list) => {
  let clock = 0
  return list.map(({ gap, length, ...credit }): AuthoredRange => {
    const from = clock + gap
    clock = from + length
    return { from, to: clock, ...credit }
  })
})

const message: fc.Arbitrary<AuthorshipMessage> = fc.record({
  is: fc.constantFrom('everything', 'news'),
  people: fc.array(fc.record({ id, name: id, hue: fc.nat(15) }), { maxLength: 4 }),
  ranges: fc.array(fc.tuple(fc.nat(2 ** 32 - 1), ranges), { maxLength: 4 }).map((list) => new Map(list)),
})

test('Who wrote what is read as it was written', () => {
  fc.assert(
    fc.property(message, (original) => {
      expect(read(written(original))).toEqual(original)
    }),
  )
})

test('The same authors give the same bytes, in whatever order the clients come', () => {
  const list: AuthoredRange[] = [{ from: 0, to: 3, author: 'ada', at: 60_000, verified: true }]
  const one = written({
    is: 'news',
    people: [],
    ranges: new Map([
      [1, list],
      [7, list],
    ]),
  })
  const other = written({
    is: 'news',
    people: [],
    ranges: new Map([
      [7, list],
      [1, list],
    ]),
  })
  expect(one).toEqual(other)
})

test('A keystroke costs few bytes', () => {
  const list: AuthoredRange[] = [
    { from: 5000, to: 5001, author: 'a-person-of-16-x', at: 1_494_249_240_000, verified: true },
  ]
  expect(written({ is: 'news', people: [], ranges: new Map([[4_000_000_000, list]]) }).length).toBeLessThan(40)
})

test('What is cut off is refused', () => {
  const list: AuthoredRange[] = [{ from: 0, to: 3, author: 'ada', at: 60_000, verified: true }]
  const bytes = written({
    is: 'everything',
    people: [{ id: 'ada', name: 'Ada', hue: 1 }],
    ranges: new Map([[1, list]]),
  })
  for (let end = 0; end < bytes.length; end++) expect(() => read(bytes.slice(0, end))).toThrow()
})
