import type { Credit } from '@forumpad/api'
import { StepMap } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carried } from './carried.ts'
import { append, type Passage } from './passages.ts'

const by = (author: string): Credit => ({ author, at: 0, verified: true })
const mine = by('ada')

/** One letter for each character's author. */
const letters = (passages: readonly Passage[], size: number): string =>
  Array.from({ length: size }, (_, i) => {
    const credit = passages.find(({ from, to }) => from <= i && i < to)?.credit
    return credit?.author[0] ?? '-'
  }).join('')

const text = fc.array(fc.constantFrom('ada', 'grace', 'edsger', null), { maxLength: 30 })
const changes = fc.array(fc.record({ keep: fc.nat(6), drop: fc.nat(6), insert: fc.nat(6) }), { maxLength: 5 })

test('whatever is cut out and put in, what stays keeps its author and what is new is mine', () => {
  fc.assert(
    fc.property(text, changes, (characters, edits) => {
      const before: Passage[] = []
      for (const [i, author] of characters.entries()) {
        append(before, { from: i, to: i + 1, credit: author && by(author) })
      }
      let at = 0
      let expected = ''
      const was = letters(before, characters.length)
      const ranges = edits.flatMap(({ keep, drop, insert }) => {
        const start = Math.min(characters.length, at + keep)
        const end = Math.min(characters.length, start + drop)
        expected += was.slice(at, start) + 'a'.repeat(insert)
        at = end
        return [start, end - start, insert]
      })
      expected += was.slice(at)
      const after = carried(before, new StepMap(ranges), mine)
      expect(letters(after, expected.length)).toBe(expected)
    }),
  )
})
