import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carryOver } from './carry-over.ts'
import type { Trace } from './trace.ts'
import { Work } from './work.ts'

const NOTHING = () => ({ deleted: [], moved: [] })

const runs = (client: number, texts: readonly string[]) =>
  texts.map((text, i) => ({ text, pieces: [{ client, clock: i * 1_000_000, length: text.length }] }))

const change = (deleted: readonly string[], inserted: readonly string[]): Trace => ({
  added: [],
  deleted: runs(1, deleted),
  inserted: runs(2, inserted),
})

function workOf(deleted: string, inserted: string): number {
  const work = new Work(Number.POSITIVE_INFINITY)
  carryOver(change([deleted], [inserted]), 'ada', NOTHING, work)
  return work.done
}

test('Whatever the text is, each of its characters is looked at a few times only', () => {
  const size = 100_000
  for (const [deleted, inserted] of [
    ['x'.repeat(size), `.${'x'.repeat(size - 7)}`],
    ['foo bar '.repeat(size / 8), `${'foo bar '.repeat(size / 8 - 3)}!`],
    ['ab'.repeat(size / 2), 'ba'.repeat(size / 2)],
  ] as const) {
    expect(workOf(deleted, inserted)).toBeLessThan(16 * (deleted.length + inserted.length))
  }
})

const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnoprstuvwy'), minLength: 1, maxLength: 9 })
const phrase = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => `${words.join(' ')} `)

test('The bounds change nothing for ordinary texts', () => {
  fc.assert(
    fc.property(
      fc.array(phrase, { minLength: 1, maxLength: 20 }),
      fc.array(fc.oneof(fc.nat(19), phrase), { minLength: 1, maxLength: 20 }),
      (old, choice) => {
        const parts = choice.map((part) => (typeof part === 'number' ? (old[part % old.length] ?? '') : part))
        const trace = change([old.join('')], [parts.join('')])
        const unbounded = new Work(Number.POSITIVE_INFINITY)
        const credits = (work?: Work, long?: number) => ids(carryOver(trace, 'ada', NOTHING, work, long).carried)
        expect(credits()).toEqual(credits(unbounded, undefined))
      },
    ),
    { numRuns: 200 },
  )
})

const ids = (carried: ReturnType<typeof carryOver>['carried']) =>
  carried
    .flatMap(({ from, to }) => Array.from({ length: to.length }, (_, i) => [to.clock + i, from.clock + i] as const))
    .sort(([a], [b]) => a - b)
