import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CreditMap } from './credit-map.ts'

const range = fc.record({
  client: fc.integer({ min: 1, max: 2 }),
  from: fc.integer({ min: 0, max: 40 }),
  length: fc.integer({ min: 1, max: 12 }),
  author: fc.constantFrom('ada', 'grace', 'edsger'),
})

test('Whatever is credited in whatever order, the map says the same as a list of single characters', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 30 }), (changes) => {
      const map = new CreditMap()
      const plain = new Map<string, string>()
      for (const { client, from, length, author } of changes) {
        map.set(client, { from, to: from + length, author, at: 0, verified: true })
        for (let clock = from; clock < from + length; clock++) plain.set(`${client}:${clock}`, author)
      }
      for (const client of [1, 2]) {
        for (let clock = 0; clock < 60; clock++) {
          expect(map.at(client, clock)?.author).toBe(plain.get(`${client}:${clock}`))
        }
        const ranges = map.of(client)
        for (const [i, { from, to, author }] of ranges.entries()) {
          expect(to).toBeGreaterThan(from)
          const next = ranges[i + 1]
          if (next) expect(next.from > to || (next.from === to && next.author !== author)).toBe(true)
        }
        const sliced = map.slice(client, 10, 20).flatMap(({ from, to, author }) => {
          return Array.from({ length: to - from }, (_, i) => `${from + i} ${author}`)
        })
        const expected = Array.from({ length: 10 }, (_, i) => 10 + i).flatMap((clock) => {
          const author = plain.get(`${client}:${clock}`)
          return author ? [`${clock} ${author}`] : []
        })
        expect(sliced).toEqual(expected)
      }
    }),
  )
})
