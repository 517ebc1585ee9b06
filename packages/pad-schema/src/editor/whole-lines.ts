import { Fragment } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import { selectedBlocks, startOfBlock } from './selected-lines.ts'

/** The selected blocks, from the first one's beginning to the last one's end. */
function selectedStretch(state: EditorState): { from: number; to: number } {
  const { first, last } = selectedBlocks(state)
  return { from: startOfBlock(state.doc, first), to: startOfBlock(state.doc, last + 1) }
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

/** Deletes the selected lines whole. A pad has one line at least: the last one is emptied instead. */
export const deleteLines: Command = (state, dispatch) => {
  const { from, to } = selectedStretch(state)
  const { tr: transaction } = state
  if (from === 0 && to === state.doc.content.size) {
    transaction.replaceWith(from, to, Fragment.from(state.schema.node('paragraph')))
  } else transaction.delete(from, to)
  const next = Math.min(from, transaction.doc.content.size - 1)
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(next + 1), 1))
  dispatch?.(transaction.scrollIntoView())
  return true
}
