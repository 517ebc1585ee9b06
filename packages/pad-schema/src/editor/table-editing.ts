import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type Command, type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { emptyCell } from './table-commands.ts'
import { isInOneCell, placeOf, tablePlace } from './table-place.ts'

/** The keys of tables, and what keeps them whole while one edits. What others leave behind is mended by the server, once. */
export const TableEditing = Extension.create({
  name: 'tableEditing',
  // Before the keys of lines.
  priority: 1002,

  addKeyboardShortcuts() {
    const on = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch, this.editor.view)
    return {
      ArrowDown: on(lineBelow),
      Enter: on(emptyCells),
      Backspace: on(emptyCells),
      Delete: on(emptyCells),
      'Mod-Backspace': on(emptyCells),
      'Mod-Delete': on(emptyCells),
    }
  },

  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('tableEditing'),
      appendTransaction: (transactions, _before, state) =>
        transactions.some(isOwnChange) ? filledUp(state) : undefined,
      props: {
        handleTextInput(view) {
          // What is typed goes into the first of the emptied cells.
          emptyCells(view.state, view.dispatch)
          return false
        },
      },
    }),
  ],
})

const isOwnChange = (transaction: Transaction): boolean =>
  transaction.docChanged && transaction.getMeta(ySyncPluginKey) === undefined

/** Fills up the short rows of tables that a change of one's own has left ragged, as a deletion across cells does. */
function filledUp({ doc, tr: transaction, schema }: EditorState): Transaction | undefined {
  doc.forEach((table, pos) => {
    if (table.type.name !== 'table') return
    const columns = table.children.reduce((most, row) => Math.max(most, row.childCount), 0)
    table.forEach((row: Node, offset: number) => {
      const end = pos + 1 + offset + row.nodeSize - 1
      const missing = Array.from({ length: columns - row.childCount }, () => emptyCell(schema))
      if (missing.length > 0) transaction.insert(transaction.mapping.map(end), missing)
    })
  })
  return transaction.docChanged ? transaction : undefined
}

/** Empties the selected parts of cells where the selection reaches from one cell into another, and leaves the cells. */
const emptyCells: Command = (state, dispatch) => {
  const { selection } = state
  const { $from, $to, from, to } = selection
  const [first, last] = [placeOf($from), placeOf($to)]
  if (isInOneCell(selection) || first?.pos !== last?.pos) return false
  const { tr: transaction } = state
  const lines: { from: number; to: number }[] = []
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (node.isTextblock) lines.push({ from: Math.max(from, pos + 1), to: Math.min(to, pos + node.nodeSize - 1) })
    return !node.isTextblock
  })
  for (const line of lines.reverse()) if (line.from < line.to) transaction.delete(line.from, line.to)
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(from)))
  dispatch?.(transaction.scrollIntoView())
  return true
}

/** Below a table that ends the pad there is a new line for whoever goes there. */
const lineBelow: Command = (state, dispatch, view) => {
  const place = tablePlace(state)
  const { doc, tr: transaction, schema, selection } = state
  if (place === undefined || !selection.empty || place.row < place.rows - 1) return false
  const end = place.pos + place.table.nodeSize
  const isLastLine = selection.$head.after() === selection.$head.end(3)
  if (end < doc.content.size || !isLastLine || view?.endOfTextblock('down') === false) return false
  transaction.insert(end, schema.node('paragraph'))
  dispatch?.(transaction.setSelection(TextSelection.near(transaction.doc.resolve(end + 1))).scrollIntoView())
  return true
}
