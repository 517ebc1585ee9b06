import type * as Y from 'yjs'
import { emptyCells, isTableSize, linesOnly } from '../table.ts'
import { isElement, isEmpty } from './good-block.ts'
import { itemsOf, setAttribute, typeIn } from './items.ts'
import { attributeMends, type Mend, mendsForLine, replaceBy } from './line-mends.ts'
import { linesFromUnknown } from './lines-from-unknown.ts'
import { blockToYjs, cellToYjs, rowToYjs } from './write-document.ts'

/**
 * What must be done so that a table is rows of equal length whose cells hold lines: what is in order keeps its elements, short rows
 * are filled up (two people may have added a row and a column at the same moment). Undefined where there can be no table.
 */
export function mendsForTable(table: Y.XmlElement): Mend[] | undefined {
  const rows = [...itemsOf(table)]
  const columns = rows.reduce((most, item) => Math.max(most, lengthOf(item)), 0)
  const hasCells = rows.some((item) => isElement(typeIn(item), 'tableRow') && lengthOf(item) > 0)
  if (!hasCells || !isTableSize(rows.length, columns)) return undefined
  return [
    ...attributeMends(table),
    ...headerMends(table, rows[0]),
    ...rows.flatMap((item) => rowMends(table, item, columns)),
  ]
}

/** Stock editors have header cells, which become plain ones. */
function headerMends(table: Y.XmlElement, first: Y.Item | undefined): Mend[] {
  const row = first && typeIn(first)
  if (!isElement(row, 'tableRow') || isEmpty(row)) return []
  const names = [...itemsOf(row)].every((item) => isElement(typeIn(item), 'tableHeader'))
  return names ? [{ apply: () => setAttribute(table, 'header', true) }] : []
}

/** How many cells a row will have. Something else among the rows becomes a row of one. */
function lengthOf(item: Y.Item): number {
  const type = typeIn(item)
  return isElement(type, 'tableRow') ? [...itemsOf(type)].length : 1
}

function rowMends(table: Y.XmlElement, item: Y.Item, columns: number): Mend[] {
  const row = typeIn(item)
  if (!isElement(row, 'tableRow')) {
    const lines = linesOnly(linesFromUnknown(item))
    return [replaceBy(table, item, lines.length === 0 ? [] : [rowToYjs([lines, ...emptyCells(columns - 1)])])]
  }
  const cells = [...itemsOf(row)]
  // Deleted by two people, each of whom left the other's cells.
  if (cells.length === 0) return [replaceBy(table, item, [])]
  const missing = columns - cells.length
  const fill = { apply: () => row.push(emptyCells(missing).map(cellToYjs)) }
  return [...attributeMends(row), ...cells.flatMap((cell) => cellMends(row, cell)), ...(missing > 0 ? [fill] : [])]
}

function cellMends(row: Y.XmlElement, item: Y.Item): Mend[] {
  const cell = typeIn(item)
  if (!isElement(cell, 'tableCell')) {
    const lines = linesOnly(linesFromUnknown(item))
    return [replaceBy(row, item, [cellToYjs(lines.length === 0 ? emptyCells(1).flat() : lines)])]
  }
  const fill = { apply: () => cell.push(emptyCells(1).flat().map(blockToYjs)) }
  return [
    ...attributeMends(cell),
    ...[...itemsOf(cell)].flatMap((line) => cellLineMends(cell, line)),
    ...(isEmpty(cell) ? [fill] : []),
  ]
}

function cellLineMends(cell: Y.XmlElement, item: Y.Item): Mend[] {
  const line = typeIn(item)
  if (isElement(line, 'paragraph')) return mendsForLine(line)
  const lines = linesOnly(linesFromUnknown(item))
  // A cell keeps one line at least.
  const isAll = lines.length === 0 && [...itemsOf(cell)].length === 1
  return [replaceBy(cell, item, (isAll ? emptyCells(1).flat() : lines).map(blockToYjs))]
}
