import { startOfBlock } from '@forumpad/pad-schema'
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { lineOfHash } from './line-link.ts'

/** Scrolls to a line below the bar and lights it up for a moment. Nothing is selected and nothing takes the focus. */
export function showLine(editor: Editor, index: number): void {
  const element = editor.view.nodeDOM(startOfBlock(editor.state.doc, index))
  if (!(element instanceof HTMLElement)) return
  const { top } = element.getBoundingClientRect()
  scrollBy({ top: top - Math.max(80, innerHeight * 0.15), behavior: 'instant' })
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  // An animation, because an attribute on the line would be taken for an edit.
  element.animate(
    { backgroundColor: ['var(--accent-wash)', 'var(--accent-wash)', 'transparent'] },
    { duration: 1_600, easing: still ? 'steps(1)' : 'ease-out' },
  )
}

/** Goes to a line to read or write there: the caret is put before its words. */
export function goToLine(editor: Editor, index: number): void {
  const { state, view } = editor
  const at = startOfBlock(state.doc, index) + 1
  view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(at))))
  view.focus()
  showLine(editor, index)
}

/** Shows the line that the page's address names, now and whenever the address changes, until the returned function is called. */
export function followHash(editor: Editor): () => void {
  const go = () => {
    const index = lineOfHash(editor.state, location.hash)
    if (index !== null) showLine(editor, index)
  }
  // Once the editor stands where the server's text stood.
  const soon = requestAnimationFrame(go)
  addEventListener('hashchange', go)
  return () => {
    cancelAnimationFrame(soon)
    removeEventListener('hashchange', go)
  }
}
