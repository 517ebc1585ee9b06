import { type EditorState, TextSelection } from '@tiptap/pm/state'
import type { DecorationSet, EditorView } from '@tiptap/pm/view'
import { yCursorPluginKey, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** Blocks by their place in the pad, both ends included. */
type Range = { first: number; last: number }

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

function selectedBlocks({ doc, selection }: EditorState): Range {
  const end = doc.childCount - 1
  return { first: Math.min(selection.$from.index(0), end), last: Math.min(selection.$to.index(0), end) }
}

/** The Yjs fragment behind the editor, if there is one and the editor shows all of it. */
function sharedFragment(state: EditorState): Y.XmlFragment | undefined {
  const fragment: unknown = ySyncPluginKey.getState(state)?.type
  return fragment instanceof Y.XmlFragment && fragment.length === state.doc.childCount ? fragment : undefined
}

/** Whether others have their carets in the blocks, as far as the editor shows carets. */
function hasCarets(state: EditorState, { first, last }: Range): boolean {
  const carets: DecorationSet | undefined = yCursorPluginKey.getState(state)
  return (carets?.find(startOf(state, first), startOf(state, last + 1) - 1).length ?? 0) > 0
}

/** Puts copies of the blocks where the block at `to` is, and takes them away where they were. */
function writeAnew(fragment: Y.XmlFragment, { first, last }: Range, to: number): void {
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

function moveInEditor(view: EditorView, { first }: Range, to: number): void {
  const { state } = view
  const node = state.doc.child(first)
  const start = startOf(state, first)
  const transaction = state.tr.delete(start, start + node.nodeSize)
  transaction.insert(to < first ? startOf(state, to) : startOf(state, to + 1) - node.nodeSize, node)
  view.dispatch(transaction.scrollIntoView())
}

function startOf({ doc }: EditorState, index: number): number {
  let pos = 0
  for (let before = 0; before < index; before++) pos += doc.child(before).nodeSize
  return pos
}
