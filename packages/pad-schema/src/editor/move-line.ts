import { type EditorState, NodeSelection, type Selection, TextSelection } from '@tiptap/pm/state'
import type { DecorationSet, EditorView } from '@tiptap/pm/view'
import { yCursorPluginKey, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { type BlockRange, selectedBlocks, startOfBlock } from './selected-lines.ts'

/**
 * Moves the selected blocks past the block before (-1) or after (1) them; false at the end of the pad.
 *
 * Yjs cannot move: something is deleted and written anew, and words that somebody types into it at that moment are lost. So it is the
 * *neighbour* that is written anew: the line that was moved, which people look at and perhaps type in, keeps its element. Only if others have their carets in the
 * neighbour and none in the moved lines, it is the other way round. It is done on the Yjs document itself, because y-tiptap, given a
 * swap of two lines, keeps now the one and now the other.
 */
export function moveLines(view: EditorView, by: 1 | -1): boolean {
  const { state } = view
  const moved = selectedBlocks(state)
  const place = by === -1 ? moved.first - 1 : moved.last + 1
  if (place < 0 || place >= state.doc.childCount) return false
  const neighbour = { first: place, last: place }
  const fragment = sharedFragment(state)
  if (fragment === undefined) moveInEditor(view, neighbour, by === -1 ? moved.last : moved.first)
  else if (hasCarets(state, neighbour) && !hasCarets(state, moved)) {
    writeAnew(fragment, moved, place)
    selectAgain(view, state, moved.first, moved.first + by)
  } else writeAnew(fragment, neighbour, by === -1 ? moved.last : moved.first)
  return true
}

/**
 * Moves one block to stand before the block that is at `before` now (the number of blocks: at the end); false where it stands
 * there already. Over one neighbour this is `moveLines`; over more, the moved block is written anew, since the others
 * are many, unless somebody else's caret is in it and in none of the others.
 */
export function moveBlockTo(view: EditorView, index: number, before: number): boolean {
  const { state } = view
  if (index < 0 || index >= state.doc.childCount || before < 0 || before > state.doc.childCount) return false
  if (before === index || before === index + 1) return false
  view.dispatch(state.tr.setSelection(caretIn(state, index)))
  if (before === index - 1) return moveLines(view, -1)
  if (before === index + 2) return moveLines(view, 1)
  const to = before > index ? before - 1 : before
  const fragment = sharedFragment(view.state)
  const moved = { first: index, last: index }
  const passed = to > index ? { first: index + 1, last: to } : { first: to, last: index - 1 }
  if (fragment === undefined) moveInEditor(view, moved, to)
  else if (hasCarets(view.state, moved) && mayBeWrittenAnew(view.state, passed)) writeAnew(fragment, passed, index)
  else writeAnew(fragment, moved, to)
  view.dispatch(view.state.tr.setSelection(caretIn(view.state, to)).scrollIntoView())
  return true
}

const MANY = 50

const mayBeWrittenAnew = (state: EditorState, passed: BlockRange): boolean =>
  passed.last - passed.first < MANY && !hasCarets(state, passed)

/** At the end of a block's words, where typing goes on. */
function caretIn(state: EditorState, index: number): Selection {
  const start = startOf(state, index)
  const block = state.doc.child(index)
  return block.isTextblock
    ? TextSelection.create(state.doc, start + block.nodeSize - 1)
    : NodeSelection.create(state.doc, start)
}

/** The Yjs fragment behind the editor, if there is one and the editor shows all of it. */
function sharedFragment(state: EditorState): Y.XmlFragment | undefined {
  const fragment: unknown = ySyncPluginKey.getState(state)?.type
  return fragment instanceof Y.XmlFragment && fragment.length === state.doc.childCount ? fragment : undefined
}

/** Whether others have their carets in the blocks, as far as the editor shows carets. */
function hasCarets(state: EditorState, { first, last }: BlockRange): boolean {
  const carets: DecorationSet | undefined = yCursorPluginKey.getState(state)
  return (carets?.find(startOf(state, first), startOf(state, last + 1) - 1).length ?? 0) > 0
}

/** Puts copies of the blocks where the block at `to` is, and takes them away where they were. */
function writeAnew(fragment: Y.XmlFragment, { first, last }: BlockRange, to: number): void {
  fragment.doc?.transact(() => {
    const length = last - first + 1
    const copies = fragment.slice(first, last + 1).map((block) => block.clone())
    fragment.delete(first, length)
    fragment.insert(to < first ? to : to - length + 1, copies as (Y.XmlElement | Y.XmlText)[])
    // The origin by which y-tiptap's undo knows a change of one's own.
  }, ySyncPluginKey)
}

/** What was selected in blocks that were written anew. */
function selectAgain(view: EditorView, before: EditorState, was: number, is: number): void {
  const by = startOf(view.state, is) - startOf(before, was)
  const { anchor, head } = before.selection
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, anchor + by, head + by)))
}

function moveInEditor(view: EditorView, { first }: BlockRange, to: number): void {
  const { state } = view
  const node = state.doc.child(first)
  const start = startOf(state, first)
  const transaction = state.tr.delete(start, start + node.nodeSize)
  transaction.insert(to < first ? startOf(state, to) : startOf(state, to + 1) - node.nodeSize, node)
  view.dispatch(transaction.scrollIntoView())
}

const startOf = ({ doc }: EditorState, index: number): number => startOfBlock(doc, index)
