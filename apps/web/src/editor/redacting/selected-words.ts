import type { RedactionWish } from '@forumpad/api'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { anchorOf, type Stretch } from '../comments/passage-places.ts'
import type { LivePad } from '../live-pad.ts'

/** Which words are selected in a pad, also by somebody who may only read it; nothing is said where none are. */
export function selectedWords(pad: LivePad): RedactionWish {
  const editor = pad.editor()
  const stretch = editor && (selectedOnPage(editor) ?? editor.state.selection)
  if (!editor || !stretch || stretch.from >= stretch.to) return {}
  const { doc } = editor.state
  const isInCell = [stretch.from, stretch.to].some((pos) => doc.resolve(pos).depth > 1)
  // In a table characters have no anchor; there the place in the text says it.
  if (isInCell) return { from: placeAt(doc, stretch.from), to: placeAt(doc, stretch.to) }
  const anchor = anchorOf(editor, stretch)
  return anchor === null ? {} : { anchor }
}

function selectedOnPage({ view }: Editor): Stretch | null {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() ?? {}
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return null
  const ends = [view.posAtDOM(anchorNode, anchorOffset ?? 0), view.posAtDOM(focusNode, focusOffset ?? 0)]
  return { from: Math.min(...ends), to: Math.max(...ends) }
}

/** Lines count from 1, those in the cells of tables too. */
function placeAt(doc: Node, pos: number): { line: number; offset: number } {
  let line = 0
  doc.nodesBetween(0, pos, (node) => {
    if (node.type.name === 'paragraph') line += 1
    return node.type.name !== 'paragraph'
  })
  const { parent, parentOffset } = doc.resolve(pos)
  return parent.type.name === 'paragraph' ? { line, offset: parentOffset } : { line: line + 1, offset: 0 }
}
