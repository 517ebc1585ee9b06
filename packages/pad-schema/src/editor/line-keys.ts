import type { Node } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import { clamp, type LineShape, shapeOf } from '../line.ts'
import { indentLine, outdentLine } from './line-commands.ts'
import { caretLine, reshape, selectedLines, shapeAs } from './selected-lines.ts'
import { nextCell, previousCell } from './table-commands.ts'
import { tablePlace } from './table-place.ts'

/** Enter: a new line of the same kind; text after a heading; an empty entry goes up a level or becomes text. */
export const enter: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  if (!$from.parent.isTextblock || !$to.parent.isTextblock) return false
  return (
    openFence(state, dispatch) ||
    leaveEmptyLine(state, dispatch) ||
    newLineAbove(state, dispatch) ||
    splitLine(state, dispatch)
  )
}

const openFence: Command = (state, dispatch) => {
  const line = caretLine(state)
  if (line?.shape.kind !== 'text' || !/^```\w*$/.test(line.node.textContent)) return false
  const { tr: transaction } = state
  transaction.delete(line.pos + 1, line.pos + line.node.nodeSize - 1)
  reshape(transaction, line, shapeAs('code', 0, line.shape))
  dispatch?.(transaction)
  return true
}

const leaveEmptyLine: Command = (state, dispatch) => {
  const line = caretLine(state)
  if (line === undefined || line.node.content.size > 0 || line.shape.kind === 'code' || line.shape.kind === 'heading')
    return false
  return stepOut(state, dispatch)
}

// The element of the line stays with its words: who presses Enter at its beginning wants room above it.
const newLineAbove: Command = (state, dispatch) => {
  const line = caretLine(state)
  if (line === undefined || line.offset > 0 || line.node.content.size === 0) return false
  const above = { ...nextShape(line.shape, true), start: line.shape.start }
  const { tr: transaction } = state
  reshape(transaction, line, { start: null })
  dispatch?.(transaction.insert(line.pos, state.schema.node('paragraph', above)).scrollIntoView())
  return true
}

const splitLine: Command = (state, dispatch) => {
  const { $to } = state.selection
  const atEnd = $to.parentOffset === $to.parent.content.size
  const { tr: transaction } = state
  transaction.deleteSelection()
  const at = transaction.selection.from
  const { parent } = transaction.doc.resolve(at)
  if (parent.type.name !== 'paragraph') return false
  const next = nextShape(shapeOf(parent.attrs), atEnd)
  transaction.split(at, 1, [{ type: parent.type, attrs: next }])
  transaction.setSelection(TextSelection.create(transaction.doc, at + 2))
  if (next.kind === shapeOf(parent.attrs).kind) transaction.ensureMarks(state.storedMarks ?? $to.marks())
  dispatch?.(transaction.scrollIntoView())
  return true
}

/** What a line is that begins beside one: at a heading's ends there is text. */
function nextShape(shape: LineShape, atEnd: boolean): LineShape {
  if (shape.kind === 'heading' && atEnd) return { kind: 'text', level: 0, checked: null, start: null }
  return { ...shape, checked: shape.kind === 'task' ? false : null, start: null }
}

/** Backspace at the beginning of a line: first it goes up its levels and becomes text; only then is it joined to the line before. */
export const backspace: Command = (state, dispatch) => {
  const line = caretLine(state)
  return line !== undefined && line.offset === 0 && stepOut(state, dispatch)
}

const stepOut: Command = (state, dispatch) => {
  const line = caretLine(state)
  if (line === undefined) return false
  const { kind, level } = line.shape
  if (kind === 'text' && level === 0) return false
  const goesUp = level > 0 && kind !== 'heading'
  const { tr: transaction } = state
  reshape(transaction, line, goesUp ? { level: level - 1 } : shapeAs('text', 0, line.shape))
  dispatch?.(transaction.scrollIntoView())
  return true
}

const CODE_INDENT = '  '

/** Tab: a level deeper; two spaces in code; the next cell of a table. */
export const tab: Command = (state, dispatch) => {
  if (tablePlace(state) !== undefined) return nextCell(state, dispatch)
  if (!allCode(state)) return indentLine(state, dispatch)
  const { tr: transaction, selection } = state
  if (selection.empty) transaction.insertText(CODE_INDENT)
  else for (const { pos } of selectedLines(state).reverse()) transaction.insertText(CODE_INDENT, pos + 1)
  dispatch?.(transaction.scrollIntoView())
  return true
}

/** Shift-Tab: a level up; in code, two spaces less; in a table the cell before. */
export const shiftTab: Command = (state, dispatch) => {
  // In the first cell of a table the keyboard may leave the text.
  if (tablePlace(state) !== undefined) return previousCell(state, dispatch)
  if (!allCode(state)) return outdentLine(state, dispatch)
  const { tr: transaction } = state
  for (const { pos, node } of selectedLines(state).reverse()) {
    const spaces = clamp(leadingSpaces(node), 0, CODE_INDENT.length)
    if (spaces > 0) transaction.delete(pos + 1, pos + 1 + spaces)
  }
  if (!transaction.docChanged) return false
  dispatch?.(transaction)
  return true
}

function allCode(state: EditorState): boolean {
  const lines = selectedLines(state)
  return lines.length > 0 && lines.every(({ shape }) => shape.kind === 'code')
}

const leadingSpaces = (node: Node): number => /^ */.exec(node.firstChild?.text ?? '')?.[0].length ?? 0
