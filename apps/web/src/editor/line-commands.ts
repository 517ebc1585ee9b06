import { type LineKind, MAX_INDENT } from '@forumpad/pad-schema'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'

/** What a line is meant to be: a kind, and for a heading its level. */
export type LineChoice = { kind: LineKind; level?: 1 | 2 | 3 }

/** Whether every selected line is what was chosen already. */
export function linesAre(editor: Editor, choice: LineChoice): boolean {
  const lines = selectedLines(editor)
  return lines.length > 0 && lines.every(({ node }) => isChoice(node, choice))
}

/** Makes the selected lines what was chosen, or plain text if they are that already. Only attributes change. */
export function toggleLines(editor: Editor, choice: LineChoice): void {
  const back = linesAre(editor, choice)
  change(editor, (node) => {
    if (back)
      return {
        ...node.attrs,
        kind: 'text',
        level: node.attrs.kind === 'heading' ? 0 : node.attrs.level,
        checked: null,
        start: null,
      }
    const wasIndent = node.attrs.kind === 'heading' ? 0 : node.attrs.level
    return {
      ...node.attrs,
      kind: choice.kind,
      level: choice.level ?? (choice.kind === 'code' ? 0 : wasIndent),
      checked: choice.kind === 'task' ? false : null,
      start: null,
    }
  })
}

/** Moves the selected lines one step in (1) or out (-1). Headings and code have no indent. */
export function indentLines(editor: Editor, by: 1 | -1): void {
  change(editor, (node) => {
    if (node.attrs.kind === 'heading' || node.attrs.kind === 'code') return node.attrs
    return { ...node.attrs, level: Math.min(MAX_INDENT, Math.max(0, node.attrs.level + by)) }
  })
}

function isChoice(node: Node, { kind, level }: LineChoice): boolean {
  return node.attrs.kind === kind && (level === undefined || node.attrs.level === level)
}

function change(editor: Editor, attributesOf: (line: Node) => Node['attrs']) {
  const transaction = editor.state.tr
  for (const { node, position } of selectedLines(editor)) {
    for (const [name, value] of Object.entries(attributesOf(node))) {
      if (node.attrs[name] !== value) transaction.setNodeAttribute(position, name, value)
    }
  }
  if (transaction.docChanged) editor.view.dispatch(transaction.scrollIntoView())
}

function selectedLines(editor: Editor): { node: Node; position: number }[] {
  const { doc, selection } = editor.state
  const lines: { node: Node; position: number }[] = []
  doc.nodesBetween(selection.from, selection.to, (node, position) => {
    if (!node.isTextblock) return true
    lines.push({ node, position })
    return false
  })
  return lines
}
