import { keydownHandler } from '@tiptap/pm/keymap'
import type { EditorView } from '@tiptap/pm/view'

// The handler only passes the view on.
const NO_VIEW = Object.freeze({}) as EditorView

/** Whether a key event is one of the chords, read as the editor's own keymap reads them. */
export function isChord(event: KeyboardEvent, chords: readonly string[]): boolean {
  return keydownHandler(Object.fromEntries(chords.map((chord) => [chord, () => true])))(NO_VIEW, event)
}
