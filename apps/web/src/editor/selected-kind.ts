import { type LineKind, shapeOf } from '@forumpad/pad-schema'
import type { EditorState } from '@tiptap/pm/state'

/** Whether every line that the selection touches is of the kind, and of the level if one is given. */
export function linesAre({ doc, selection }: EditorState, kind: LineKind, level?: number): boolean {
  let lines = 0
  let others = 0
  doc.nodesBetween(selection.from, selection.to, (node) => {
    if (!node.isTextblock) return true
    const shape = shapeOf(node.attrs)
    lines++
    if (shape.kind !== kind || (level !== undefined && shape.level !== level)) others++
    return false
  })
  return lines > 0 && others === 0
}
