import type { Editor } from '@tiptap/core'
import type { Match } from './matches.ts'

/** What the bar and the find bar cover above, and the tools below. */
const ABOVE = 170
const BELOW = 110

/** Scrolls to a place if it cannot be seen. The focus stays where it is. */
export function showPlace(editor: Editor, match: Match | undefined): void {
  if (match === undefined) return
  const { top, bottom } = editor.view.coordsAtPos(match.from)
  const height = window.visualViewport?.height ?? innerHeight
  if (top >= ABOVE && bottom <= height - BELOW) return
  scrollBy({ top: top - Math.max(ABOVE, height / 3), behavior: 'instant' })
}
