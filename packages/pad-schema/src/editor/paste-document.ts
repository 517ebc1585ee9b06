import { Fragment, Node, type Schema } from '@tiptap/pm/model'
import { Selection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Block, Line, PadDocument } from '../document.ts'
import { type LineShape, shapeOf } from '../line.ts'
import { blockToJson, inlineToJson } from '../prosemirror-json.ts'
import { linesOnly } from '../table.ts'
import { caretLine, reshape } from './selected-lines.ts'
import { placeOf } from './table-place.ts'

/**
 * Puts a document where the selection is. One text line is words within the line; else an empty line takes the kind of the first
 * line, and text lines at the ends flow together with what is there. No line that was there loses its element.
 */
export function pasteDocument(view: EditorView, document: PadDocument): boolean {
  const transaction = view.state.tr.deleteSelection()
  const isInCell = placeOf(transaction.selection.$from) !== undefined
  const blocks = isInCell ? linesOnly(document.blocks) : document.blocks
  if (blocks.length === 0) return false
  const rest = pasteFirst(transaction, blocks)
  if (rest.length > 0) pasteRest(transaction, rest)
  view.dispatch(transaction.setMeta('paste', true).scrollIntoView())
  return true
}

/** Lets the first line flow into the line of the caret, if it may; gives what is left. */
function pasteFirst(transaction: Transaction, blocks: readonly Block[]): readonly Block[] {
  const [first, ...others] = blocks
  const line = caretLine(transaction)
  if (first?.type !== 'paragraph' || line === undefined) return blocks
  const isEmpty = line.node.content.size === 0
  const flows = mayFlow(first, line.shape)
  if (!isEmpty && !flows) return blocks
  if (isEmpty && (!flows || others.length > 0)) reshape(transaction, line, shapeOf(first))
  pasteWords(transaction, transaction.selection.from, first)
  return others
}

function pasteRest(transaction: Transaction, rest: readonly Block[]): void {
  const { schema } = transaction.doc.type
  const around = shapeOf(transaction.selection.$from.parent.attrs)
  const { where, tail } = openGap(transaction)
  const last = rest.at(-1)
  const flows = tail && last?.type === 'paragraph' && mayFlow(last, around)
  const nodes = (flows ? rest.slice(0, -1) : rest).map((block) => Node.fromJSON(schema, blockToJson(block)))
  transaction.insert(where, nodes)
  const end = where + nodes.reduce((size, { nodeSize }) => size + nodeSize, 0)
  if (flows) pasteWords(transaction, end + 1, last)
  else transaction.setSelection(Selection.near(transaction.doc.resolve(end), -1))
}

/** Whether a line's words may become words of another line: code only in code. */
const mayFlow = ({ kind }: Line, into: LineShape): boolean =>
  kind === 'text' || (kind === 'code' && into.kind === 'code')

/** A place for blocks at the caret, and whether words of its line follow there. */
function openGap(transaction: Transaction): { where: number; tail: boolean } {
  const { $from } = transaction.selection
  if ($from.depth === 0) return { where: $from.pos, tail: false }
  if ($from.parentOffset === $from.parent.content.size) return { where: $from.after(), tail: false }
  if ($from.parentOffset === 0) return { where: $from.before(), tail: true }
  transaction.split($from.pos)
  return { where: $from.pos + 1, tail: true }
}

function pasteWords(transaction: Transaction, at: number, line: Line): void {
  const words = wordsOf(transaction.doc.type.schema, line)
  transaction.insert(at, words)
  transaction.setSelection(Selection.near(transaction.doc.resolve(at + words.size), -1))
}

const wordsOf = (schema: Schema, { content }: Line): Fragment =>
  Fragment.from(content.map((inline) => Node.fromJSON(schema, inlineToJson(inline))))
