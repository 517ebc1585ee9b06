import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/**
 * Moves the selected blocks past the block before (-1) or after (1) them; false at the end of the pad.
 *
 * Yjs cannot move: something is deleted and written anew, and words that somebody types into it at that moment are lost. So it is the
 * *neighbour* that is written anew: the line that was moved, which people look at and perhaps type in, keeps its element. It is done on the Yjs document
 * itself, because y-tiptap, given a swap of two lines, keeps now the one and now the other.
 */
export function moveLines(view: EditorView, by: 1 | -1): boolean {
  const range = selectedBlocks(view.state)
  const neighbour = by === -1 ? range.first - 1 : range.last + 1
  const landing = by === -1 ? range.last : range.first
  if (neighbour < 0 || neighbour >= view.state.doc.childCount) return false
  const fragment = sharedFragment(view.state)
  if (fragment === undefined) moveInEditor(view, neighbour, landing)
  else moveInYjs(fragment, neighbour, landing)
  return true
}

function selectedBlocks({ doc, selection }: EditorState) {
  const first = doc.resolve(selection.from).index(0)
  const last = doc.resolve(selection.to).index(0)
  return { first: Math.min(first, doc.childCount - 1), last: Math.min(last, doc.childCount - 1) }
}

/** The Yjs fragment behind the editor, if there is one and the editor shows all of it. */
function sharedFragment(state: EditorState): Y.XmlFragment | undefined {
  const fragment: unknown = ySyncPluginKey.getState(state)?.type
  return fragment instanceof Y.XmlFragment && fragment.length === state.doc.childCount ? fragment : undefined
}

function moveInYjs(fragment: Y.XmlFragment, from: number, to: number): void {
  fragment.doc?.transact(() => {
    const copy = fragment.get(from).clone()
    fragment.delete(from, 1)
    if (copy instanceof Y.XmlElement) fragment.insert(to, [copy])
    // The origin by which y-tiptap's undo knows a change of one's own.
  }, ySyncPluginKey)
}

function moveInEditor(view: EditorView, from: number, to: number): void {
  const { doc, tr: transaction } = view.state
  const start = startOf(view.state, from)
  const node = doc.child(from)
  transaction.delete(start, start + node.nodeSize)
  transaction.insert(to < from ? startOf(view.state, to) : startOf(view.state, to + 1) - node.nodeSize, node)
  view.dispatch(transaction.scrollIntoView())
}

function startOf({ doc }: EditorState, index: number): number {
  let pos = 0
  for (let before = 0; before < index; before++) pos += doc.child(before).nodeSize
  return pos
}
