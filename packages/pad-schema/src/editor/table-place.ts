import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state'

/** A cell of a table: rows and columns are counted from 0. */
export type TablePlace = { table: Node; pos: number; row: number; column: number; rows: number; columns: number }

/** The cell that holds the caret, or the moving end of the selection; undefined outside of a table. */
export const tablePlace = ({ selection }: Pick<EditorState, 'selection'>): TablePlace | undefined =>
  placeOf(selection.$head)

export function placeOf($pos: ResolvedPos): TablePlace | undefined {
  const table = $pos.depth >= 3 ? $pos.node(1) : undefined
  if (table?.type.name !== 'table') return undefined
  const [row, column] = [$pos.index(1), $pos.index(2)]
  return { table, pos: $pos.before(1), row, column, rows: table.childCount, columns: table.child(row).childCount }
}

/** Whether both ends of a selection are in one and the same cell, or neither is in any. */
export function isInOneCell({ $anchor, $head }: Selection): boolean {
  const [from, to] = [placeOf($anchor), placeOf($head)]
  if (from === undefined || to === undefined) return from === to
  return from.pos === to.pos && from.row === to.row && from.column === to.column
}

/** Where a row begins. */
export function rowStart({ table, pos }: Pick<TablePlace, 'table' | 'pos'>, row: number): number {
  let at = pos + 1
  for (let before = 0; before < row; before++) at += table.child(before).nodeSize
  return at
}

/** Where a cell begins; for the number of cells in the row, where the last one ends. */
export function cellStart(place: Pick<TablePlace, 'table' | 'pos'>, row: number, column: number): number {
  const node = place.table.child(row)
  let at = rowStart(place, row) + 1
  for (let before = 0; before < Math.min(column, node.childCount); before++) at += node.child(before).nodeSize
  return at
}

/** Puts the caret at the end of what stands in a cell of the table that is at `pos` now. */
export function selectCell(transaction: Transaction, pos: number, row: number, column: number): Transaction {
  const table = transaction.doc.nodeAt(pos)
  if (table?.type.name !== 'table') return transaction
  const to = Math.min(row, table.childCount - 1)
  const cell = Math.min(column, table.child(to).childCount - 1)
  const end = cellStart({ table, pos }, to, cell) + table.child(to).child(cell).nodeSize - 1
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(end), -1)).scrollIntoView()
}
