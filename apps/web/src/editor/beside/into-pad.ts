import type { Editor } from '@tiptap/core'
import { tell } from '../editing/said.ts'

/** A line to be: plain text, or an entry of a list. */
export type NewLine = { kind: 'text' | 'bullet'; words: string }

/**
 * Puts words into the pad as lines of their own, after the line where the caret is, or at the end for somebody who has not written yet.
 * Whoever does it is their author: the words themselves say who said them.
 */
export function putIntoPad(editor: Editor, lines: readonly NewLine[], done: string): void {
  const { state, view } = editor
  const { paragraph } = state.schema.nodes
  if (paragraph === undefined || !editor.isEditable) return
  const nodes = lines.flatMap(({ kind, words }) => {
    const text = words.replace(/\s+/g, ' ').trim()
    return text === '' ? [] : [paragraph.create({ kind }, state.schema.text(text))]
  })
  const { $head } = state.selection
  const hasWritten = $head.pos > 1 || editor.isFocused
  const at = hasWritten && $head.depth > 0 ? $head.after(1) : state.doc.content.size
  const before = state.doc.resolve(at).nodeBefore
  const isEmpty = before?.type === paragraph && before.content.size === 0
  view.dispatch(isEmpty ? state.tr.replaceWith(at - before.nodeSize, at, nodes) : state.tr.insert(at, nodes))
  tell(editor, done)
}
