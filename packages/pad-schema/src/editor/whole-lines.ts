import { Fragment } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import { selectedBlocks, startOfBlock } from './selected-lines.ts'
import { isInOneCell, placeOf } from './table-place.ts'

/** The selected blocks, from the first one's beginning to the last one's end; in one cell its lines. `isAll`: nothing would be left. */
function selectedStretch(state: EditorState): { from: number; to: number; isAll: boolean } {
  const { $from, $to } = state.selection
  if (placeOf($from) !== undefined && isInOneCell(state.selection)) {
    const [from, to] = [$from.before(4), $to.after(4)]
    return { from, to, isAll: from === $from.start(3) && to === $from.end(3) }
  }
  const { first, last } = selectedBlocks(state)
  const [from, to] = [startOfBlock(state.doc, first), startOfBlock(state.doc, last + 1)]
  return { from, to, isAll: from === 0 && to === state.doc.content.size }
}

/** Writes the selected lines once more below themselves, and goes on in the copy. The lines that were there keep their elements. */
export const duplicateLines: Command = (state, dispatch) => {
  const { from, to } = selectedStretch(state)
  const { tr: transaction, selection } = state
  const copies: Fragment = state.doc.slice(from, to).content
  const first = copies.firstChild
  // The copy of a line that starts a numbered list counts on.
  const goesOn = first?.type.name === 'paragraph' && first.attrs.start !== null
  transaction.insert(
    to,
    goesOn ? copies.replaceChild(0, first.type.create({ ...first.attrs, start: null }, first.content)) : copies,
  )
  const by = to - from
  if (selection instanceof TextSelection) {
    transaction.setSelection(TextSelection.create(transaction.doc, selection.anchor + by, selection.head + by))
  }
  dispatch?.(transaction.scrollIntoView())
  return true
}

/** Deletes the selected lines whole. A pad has one line at least, and so has a cell: the last one is emptied instead. */
export const deleteLines: Command = (state, dispatch) => {
  const { from, to, isAll } = selectedStretch(state)
  const { tr: transaction } = state
  if (isAll) {
    transaction.replaceWith(from, to, Fragment.from(state.schema.node('paragraph')))
  } else transaction.delete(from, to)
  const $next = transaction.doc.resolve(from)
  // Past the last line the caret goes to the one before, within the cell.
  transaction.setSelection(TextSelection.near($next, $next.nodeAfter === null ? -1 : 1))
  dispatch?.(transaction.scrollIntoView())
  return true
}
