import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Cell, Table } from '../document.ts'
import { markdownToDocument } from '../in/markdown.ts'
import { line } from '../line.ts'
import { inShort, tidy } from '../testing/told-steps.ts'
import { applyDifference } from './apply-difference.ts'
import { compareDocuments } from './compare-documents.ts'
import type { Standing } from './difference.ts'
import { differenceHtml } from './difference-html.ts'
import { onlyBy, peopleOf } from './only-by.ts'

const cellWords = fc.constantFrom('', 'yes', 'no', 'room 12', 'we meet again', '会議')

/** A table and what a few edits make of it: cells, rows and columns that come, go and change, and what the first row is. */
const twoTables = fc
  .tuple(
    fc.array(fc.array(cellWords, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
    fc.array(
      fc.tuple(
        fc.nat(6),
        fc.nat(6),
        fc.constantFrom('cell', 'line', 'row', 'no row', 'column', 'no column', 'head'),
        cellWords,
      ),
      { maxLength: 6 },
    ),
  )
  .map(([words, edits]) => {
    const rows: Cell[][] = words.map((row) => row.map((text) => [line('text', text)]))
    const before: Table = { type: 'table', header: false, rows: structuredClone(rows) }
    let header = false
    for (const [i, j, what, text] of edits) {
      const [at, column, width] = [i % rows.length, j % (rows[0]?.length ?? 1), rows[0]?.length ?? 1]
      const row = rows[at] ?? []
      if (what === 'cell') row[column] = [line('text', `${text} new`)]
      else if (what === 'line') row[column] = [...(row[column] ?? []), line('bullet', text)]
      else if (what === 'row')
        rows.splice(
          at,
          0,
          Array.from({ length: width }, () => [line('text', text)]),
        )
      else if (what === 'no row' && rows.length > 1) rows.splice(at, 1)
      else if (what === 'column') for (const each of rows) each.splice(column, 0, [line('text', text)])
      else if (what === 'no column' && width > 1) for (const each of rows) each.splice(column, 1)
      else if (what === 'head') header = !header
    }
    return [before, { type: 'table', header, rows } satisfies Table] as const
  })

describe('For any two tables that are versions of one', () => {
  test('the old one with what is different is the new one, and nothing is different if they are equal', () => {
    fc.assert(
      fc.property(twoTables, ([before, after]) => {
        const ids = (block: Block): Standing[] => [{ block, id: '1:1' }]
        const difference = compareDocuments(ids(before), ids(after))
        const { blocks } = applyDifference({ blocks: [before] }, difference)
        expect(JSON.stringify(blocks.map(tidy))).toBe(JSON.stringify([after].map(tidy)))
        const isSame = JSON.stringify(before) === JSON.stringify(after)
        expect(difference.steps.every(({ is }) => is === 'kept')).toBe(isSame)
        for (const person of ['ada', 'nobody']) expect(() => onlyBy(difference, person)).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })
})

describe('Tables', () => {
  const table = (rows: string) => markdownToDocument(rows.split('/').join('\n'))
  const told = (before: string, after: string) => {
    const [old, young] = [before, after].map((rows) =>
      table(rows).blocks.map((block): Standing => ({ block, id: '1:1' })),
    )
    return compareDocuments(old ?? [], young ?? []).steps.map(inShort)
  }
  const HEAD = '| who | what |/|---|---|/'

  test.each([
    [
      'words of one cell',
      '| ada | asks the list |',
      '| ada | asks the chair |',
      '# = who | = what / = ada | ~ asks the [-list][+chair]',
    ],
    [
      'a cell that says something else',
      '| ada | Monday |',
      '| ada | Thursday |',
      '# = who | = what / = ada | ~ [-Monday][+Thursday]',
    ],
    [
      'a row in between',
      '| ada | one |/| ben | two |',
      '| ada | one |/| cy | three |/| ben | two |',
      '# = who | = what / = ada | = one / + cy | + three / = ben | = two',
    ],
    [
      'a row that went',
      '| ada | one |/| ben | two |',
      '| ben | two |',
      '# = who | = what / - ada | - one / = ben | = two',
    ],
    [
      'a row before one that changed',
      '| ada | asks the list |',
      '| ben | eats |/| ada | asks the chair |',
      '# = who | = what / + ben | + eats / = ada | ~ asks the [-list][+chair]',
    ],
  ])('%s', (_, before, after, expected) => {
    expect(told(HEAD + before, HEAD + after)).toEqual([expected])
  })

  test('a column that came, and whose words are whose', () => {
    const before = table('| who |/|---|/| ada |')
    const after = table('| who | when |/|---|---|/| ada | now |')
    const difference = compareDocuments(
      before.blocks.map((block) => ({ block, id: '1:1', shares: [] })),
      after.blocks.map((block) => ({
        block,
        id: '1:1',
        shares: [
          { length: 3, by: 'ada' },
          { length: 4, by: 'ben' },
          { length: 3, by: 'ada' },
          { length: 3, by: 'cy' },
        ],
      })),
    )
    expect(difference.steps.map(inShort)).toEqual(['# = who | + when / = ada | + now'])
    expect(difference.steps.flatMap(peopleOf)).toEqual(['ben', 'cy'])
    expect(onlyBy(difference, 'ada').steps.map(inShort)).toEqual(['= (table)'])
    expect(differenceHtml(difference, (id) => ({ name: id, hue: 3 }))).toMatch(
      /<td[^>]*><p[^>]*>who<\/p><\/td><td[^>]*><ins><p[^>]*>when<\/p><\/ins><\/td>/,
    )
  })
})
