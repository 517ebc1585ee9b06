import {
  addColumnAfter,
  addColumnBefore,
  addRowAbove,
  addRowBelow,
  deleteColumn,
  deleteRow,
  deleteTable,
  insertTable,
  tablePlace,
  toggleHeaderRow,
} from '@forumpad/pad-schema'
import type { Command, EditorState } from '@tiptap/pm/state'
import { Table } from 'lucide-react'
import { sentence } from '../../languages/sentence.ts'
import type { Action } from '../editing/action.ts'

/** A row that names the columns, and two below: it grows with Tab. */
const NEW_TABLE = { rows: 3, columns: 3 }

export const TABLE: Action = {
  id: 'table',
  name: sentence('Table'),
  icon: Table,
  alias: 'grid rows columns cells spreadsheet',
  run: ({ state, view }) => insertTable(NEW_TABLE.rows, NEW_TABLE.columns)(state, view.dispatch),
}

export const isInTable = (state: EditorState): boolean => tablePlace(state) !== undefined

/** What can be done with the table around the caret: in the slash menu while one writes in it, and in the menu beside it. */
export const TABLE_ACTIONS: readonly Action[] = [
  inTable('rowBelow', sentence('Row below'), 'table add insert', addRowBelow),
  inTable('rowAbove', sentence('Row above'), 'table add insert', addRowAbove),
  inTable('columnAfter', sentence('Column after'), 'table add insert right', addColumnAfter),
  inTable('columnBefore', sentence('Column before'), 'table add insert left', addColumnBefore),
  inTable('headerRow', sentence('Header row on or off'), 'table head title', toggleHeaderRow),
  inTable('deleteRow', sentence('Delete row'), 'table remove', deleteRow),
  inTable('deleteColumn', sentence('Delete column'), 'table remove', deleteColumn),
  inTable('deleteTable', sentence('Delete table'), 'remove', deleteTable),
]

function inTable(id: string, name: string, alias: string, command: Command): Action {
  return { id, name, alias, fits: isInTable, run: ({ state, view }) => command(state, view.dispatch) }
}
