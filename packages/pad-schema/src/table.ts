import type { Block, Cell, Inline, Line, PadDocument, Table } from './document.ts'
import { imageAsLine } from './image.ts'
import { line } from './line.ts'

/**
 * What a table may have. A larger one cannot be edited with ease, and filling up the short rows of a hostile one would
 * make it larger yet: it is lines instead.
 */
export const TABLE_LIMITS = { columns: 100, cells: 5_000 } as const

/** The table with its short rows filled up with empty cells; undefined where it has no rows or is too large to be a table. */
export function squareTable(header: boolean, rows: readonly Cell[][]): Table | undefined {
  const columns = rows.reduce((most, { length }) => Math.max(most, length), 0)
  if (columns === 0 || !isTableSize(rows.length, columns)) return undefined
  return { type: 'table', header, rows: rows.map((row) => [...row, ...emptyCells(columns - row.length)]) }
}

/** A row or a part of it without words. */
export const emptyCells = (count: number): Cell[] => Array.from({ length: count }, () => [line('text')])

export const isTableSize = (rows: number, columns: number): boolean =>
  columns <= TABLE_LIMITS.columns && rows * columns <= TABLE_LIMITS.cells

/** A text line for each row, its cells divided by bars: where there cannot be a table. */
export function rowsAsLines(rows: readonly Cell[][]): Line[] {
  return rows.map((cells) => line('text', between(cells.map(inOneLine), { type: 'text', text: ' | ', marks: {} })))
}

/** Blocks in a place that holds lines only, such as a cell: a table is the lines of its rows, a rule is left out. */
export function linesOnly(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block]
    if (block.type === 'table') return rowsAsLines(block.rows)
    return block.type === 'image' ? [imageAsLine(block)] : []
  })
}

/** The words of a cell, or of any lines, as those of one line: breaks stand between what were lines. */
export function inOneLine(lines: readonly Line[]): Inline[] {
  return between(
    lines.map(({ content }) => content),
    { type: 'hardBreak' },
  )
}

function between(parts: readonly Inline[][], divider: Inline): Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [divider, ...part]))
}

/** All lines of a document in order, those in cells too. */
export function linesOf({ blocks }: PadDocument): Line[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block]
    return block.type === 'table' ? block.rows.flat(2) : []
  })
}

/** A document with something done to each line, those in cells too. */
export function mapLines({ blocks }: PadDocument, change: (line: Line) => Line): PadDocument {
  return {
    blocks: blocks.map((block): Block => {
      if (block.type === 'paragraph') return change(block)
      return block.type === 'table'
        ? { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(change))) }
        : block
    }),
  }
}
