import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ColouredRange, rangesAfterEdit, rangesByLine } from './coloured-code.ts'
import { colourCode } from './highlighter.ts'

const words = (text: string, ranges: readonly ColouredRange[]) =>
  ranges.map(({ from, to, colour }) => `${text.slice(from, to)} ${colour}`)

test('a range over several lines is one in each', () => {
  const lines = ['let a = 1 /* one', '', 'two */ let b']
  const ranges: ColouredRange[] = [
    { from: 0, to: 3, colour: 'word' },
    { from: 10, to: 24, colour: 'comment' },
    { from: 25, to: 28, colour: 'word' },
  ]
  expect(rangesByLine(lines, ranges).map((each, line) => words(lines[line] ?? '', each))).toEqual([
    ['let word', '/* one comment'],
    [],
    ['two */ comment', 'let word'],
  ])
})

test('prose, and what is no language that is known, has no colours', () => {
  expect(colourCode('People met and talked about what they want to do next year.')).toEqual([])
  expect(colourCode('')).toEqual([])
})

test.each([
  [
    'const a = async () => { return await fetch("/x") } // go',
    ['const word', 'return word', '"/x" string', '// go comment'],
  ],
  [
    'SELECT name FROM people WHERE age > 40 AND room IS NOT NULL GROUP BY name ORDER BY name;',
    ['SELECT word', '40 number'],
  ],
  ['<p class="a">words</p> <!-- note -->', ['"a" string', '<!-- note --> comment']],
  ['{"name": "forumpad", "version": 1, "ok": true}', ['"name" number', '"forumpad" string', 'true word']],
])('%s', (code, expected) => {
  expect(words(code, colourCode(code))).toEqual(expect.arrayContaining(expected))
})

test('after an edit, ranges are in order, inside the line, and those before and behind the edit keep their words', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 12 }),
      fc.string({ maxLength: 6 }),
      fc.string({ maxLength: 12 }),
      (left, put, right) => {
        const before = `${left}${right}`
        const ranges: ColouredRange[] =
          [...before].length === 0
            ? []
            : before.split('').map((_sign, from) => ({ from, to: from + 1, colour: 'word' }))
        const after = `${left}${put}${right}`
        const kept = rangesAfterEdit(ranges, before, after)
        expect(words(after, kept).filter((_each, index) => index < left.length)).toEqual(
          words(before, ranges).slice(0, left.length),
        )
        for (const [index, { from, to }] of kept.entries()) {
          expect(from).toBeGreaterThanOrEqual(kept[index - 1]?.to ?? 0)
          expect(to).toBeLessThanOrEqual(after.length)
        }
      },
    ),
  )
})
