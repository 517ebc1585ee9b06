import type { Node, Schema } from '@tiptap/pm/model'
import { type Command, type EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import { isTableSize } from '../table.ts'
import { insertBlock } from './insert-block.ts'
import { cellStart, rowStart, selectCell, type TablePlace, tablePlace } from './table-place.ts'

/** Puts a table below the line of the caret, with a row that names the columns, and goes into its first cell. */
export function insertTable(rows: number, columns: number): Command {
  return (state, dispatch) => {
    const { schema, tr: transaction } = state
    const table = schema.node(
      'table',
      { header: true },
      Array.from({ length: rows }, () => emptyRow(schema, columns)),
    )
    if (!insertBlock(transaction, table, true)) return false
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

export const emptyRow = (schema: Schema, columns: number): Node =>
  schema.node(
    'tableRow',
    null,
    Array.from({ length: columns }, () => emptyCell(schema)),
  )

export const emptyCell = (schema: Schema): Node => schema.node('tableCell', null, [schema.node('paragraph')])

type Change = (transaction: Transaction, place: TablePlace, state: EditorState) => Transaction | undefined

/** Does something with the table around the caret; says no outside of one. */
function inTable(change: Change): Command {
  return (state, dispatch) => {
    const place = tablePlace(state)
    const transaction = place && change(state.tr, place, state)
    if (transaction === undefined) return false
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

const addRow = (after: 0 | 1): Command =>
  inTable((transaction, place, { schema }) => {
    if (!isTableSize(place.rows + 1, place.columns)) return undefined
    const row = place.row + after
    transaction.insert(rowStart(place, row), emptyRow(schema, place.columns))
    return selectCell(transaction, place.pos, row, place.column)
  })

export const addRowAbove = addRow(0)
export const addRowBelow = addRow(1)

const addColumn = (after: 0 | 1): Command =>
  inTable((transaction, place, { schema }) => {
    if (!isTableSize(place.rows, place.columns + 1)) return undefined
    const column = place.column + after
    for (let row = place.rows - 1; row >= 0; row--) {
      transaction.insert(cellStart(place, row, column), emptyCell(schema))
    }
    return selectCell(transaction, place.pos, place.row, column)
  })

export const addColumnBefore = addColumn(0)
export const addColumnAfter = addColumn(1)

/** The row of the caret; with the last one goes the table. */
export const deleteRow: Command = inTable((transaction, place) => {
  if (place.rows === 1) return withoutTable(transaction, place)
  const from = rowStart(place, place.row)
  transaction.delete(from, from + place.table.child(place.row).nodeSize)
  return selectCell(transaction, place.pos, place.row, place.column)
})

/** The column of the caret; with the last one goes the table. */
export const deleteColumn: Command = inTable((transaction, place) => {
  if (place.columns === 1) return withoutTable(transaction, place)
  for (let row = place.rows - 1; row >= 0; row--) {
    const cell = place.table.child(row).maybeChild(place.column)
    const from = cellStart(place, row, place.column)
    if (cell && place.table.child(row).childCount > 1) transaction.delete(from, from + cell.nodeSize)
  }
  return selectCell(transaction, place.pos, place.row, place.column)
})

/** Lets the first row name the columns, or no more. */
export const toggleHeaderRow: Command = inTable((transaction, { table, pos }) =>
  transaction.setNodeAttribute(pos, 'header', table.attrs.header !== true),
)

export const deleteTable: Command = inTable(withoutTable)

function withoutTable(transaction: Transaction, { table, pos }: TablePlace): Transaction {
  const { schema } = table.type
  const isAll = transaction.doc.childCount === 1
  transaction.replaceWith(pos, pos + table.nodeSize, isAll ? [schema.node('paragraph')] : [])
  return transaction.setSelection(Selection.near(transaction.doc.resolve(Math.min(pos, transaction.doc.content.size))))
}

/** To the next cell; after the last one there is a new row. */
export const nextCell: Command = (state, dispatch) => {
  const place = tablePlace(state)
  if (place === undefined) return false
  const { pos, row, column, rows, columns } = place
  const isLast = column === columns - 1
  if (isLast && row === rows - 1) {
    return addRowBelow(state, dispatch && ((transaction) => dispatch(selectCell(transaction, pos, rows, 0))))
  }
  dispatch?.(isLast ? selectCell(state.tr, pos, row + 1, 0) : selectCell(state.tr, pos, row, column + 1))
  return true
}

/** To the cell before; says no in the first one. */
export const previousCell: Command = (state, dispatch) => {
  const place = tablePlace(state)
  if (place === undefined || (place.row === 0 && place.column === 0)) return false
  const { pos, row, column } = place
  dispatch?.(
    column > 0
      ? selectCell(state.tr, pos, row, column - 1)
      : selectCell(state.tr, pos, row - 1, Number.POSITIVE_INFINITY),
  )
  return true
}
