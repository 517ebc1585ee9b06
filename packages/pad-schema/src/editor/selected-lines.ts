import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { type LineShape, shapeOf } from '../line.ts'

/** A line in the editor: where it begins, and what it is. */
export type SelectedLine = { pos: number; node: Node; shape: LineShape }

/** The lines that the selection touches, those in cells too. */
export function selectedLines({ doc, selection }: EditorState): SelectedLine[] {
  const lines: SelectedLine[] = []
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    if (node.type.name === 'paragraph') lines.push({ pos, node, shape: shapeOf(node.attrs) })
    return !node.isTextblock
  })
  return lines
}

/** Blocks by their place in the pad, both ends included. */
export type BlockRange = { first: number; last: number }

/** The blocks that the selection touches, lines or not. */
export function selectedBlocks({ doc, selection: { $from, $to } }: EditorState): BlockRange {
  const end = doc.childCount - 1
  const first = Math.min($from.index(0), end)
  // A selected rule ends between two blocks.
  const last = $to.depth === 0 ? Math.max(first, $to.index(0) - 1) : $to.index(0)
  return { first, last: Math.min(last, end) }
}

/** Where the block at this place begins; for the number of blocks, where the last one ends. */
export function startOfBlock(doc: Node, index: number): number {
  let pos = 0
  for (let before = 0; before < index; before++) pos += doc.child(before).nodeSize
  return pos
}

/** The line that holds the caret, if nothing is selected. */
export function caretLine({
  selection,
}: Pick<EditorState, 'selection'>): (SelectedLine & { offset: number }) | undefined {
  const { $from, empty } = selection
  if (!empty || $from.parent.type.name !== 'paragraph') return undefined
  return { pos: $from.before(), node: $from.parent, shape: shapeOf($from.parent.attrs), offset: $from.parentOffset }
}

/** Makes a line what `shape` says, attribute by attribute, so that its Yjs element stays and others' changes to other attributes too. */
export function reshape(transaction: Transaction, { pos, node }: SelectedLine, shape: Partial<LineShape>): void {
  for (const [name, value] of Object.entries(shape))
    if (node.attrs[name] !== value) transaction.setNodeAttribute(pos, name, value)
}

/** What a line must have to be of another kind. */
export function shapeAs(kind: LineShape['kind'], level: number, before: LineShape): LineShape {
  return {
    kind,
    level,
    checked: kind === 'task' ? (before.checked ?? false) : null,
    start: kind === before.kind ? before.start : null,
  }
}
