import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { Early } from './early-typing.ts'
import { positionInDocument, type TextPlace } from './text-place.ts'

/**
 * Puts the editor in the place of the server's text, in one frame: what was selected stays selected, words that were typed
 * early go where they were meant to go, and the text that is being read does not move.
 */
export function takeOver(
  stage: { text: HTMLElement; holder: HTMLElement },
  editor: Editor,
  finishEarly: () => Early,
): void {
  const { text, holder } = stage
  const read = firstVisibleLine(text)
  const early = finishEarly()
  text.hidden = true
  holder.hidden = false
  keepInPlace(holder, read)
  restoreSelection(editor, early)
}

function restoreSelection(editor: Editor, { place, anchor, words, focused }: Early) {
  const { doc } = editor.state
  const positionOf = (at: TextPlace) => positionInDocument(doc, at)
  if (place !== null) {
    const head = positionOf(place)
    const from = anchor === null ? head : positionOf(anchor)
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(head))))
  }
  if (focused) editor.view.focus()
  const [first = '', ...others] = words.split('\n')
  insert(editor, first)
  for (const line of others) {
    editor.commands.enter()
    insert(editor, line)
  }
}

function insert(editor: Editor, words: string) {
  if (words !== '') editor.view.dispatch(editor.state.tr.insertText(words))
}

/** The first line that can be seen, with how far from the window's top it stands. */
function firstVisibleLine(text: Element): { line: number; top: number } | null {
  if (scrollY === 0) return null
  const lines = [...text.children]
  const line = lines.findIndex((element) => element.getBoundingClientRect().bottom > 0)
  const element = lines[line]
  return element === undefined ? null : { line, top: element.getBoundingClientRect().top }
}

function keepInPlace(holder: HTMLElement, read: { line: number; top: number } | null) {
  const element = read === null ? undefined : holder.firstElementChild?.children[read.line]
  if (read === null || element === undefined) return
  const moved = element.getBoundingClientRect().top - read.top
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' })
}
