import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'

/**
 * Puts a block that is no line below the line of the caret, or in the place of an empty one, which goes on below; out of a table it
 * goes below the table. There is always a line after it. The caret goes to the line below, or, with `into`, into the block.
 */
export function insertBlock(transaction: Transaction, block: Node, into = false): boolean {
  const { selection, doc } = transaction
  const { $to } = selection
  const isLine = $to.depth === 1
  if ($to.depth === 0 && !(selection instanceof NodeSelection)) return false
  const above = isLine && $to.parent.isTextblock && $to.parent.content.size === 0
  const at = $to.depth === 0 ? $to.pos : above ? $to.before(1) : $to.after(1)
  const isLast = at === doc.content.size
  transaction.insert(at, block)
  const end = at + block.nodeSize
  if (isLast) transaction.insert(end, block.type.schema.node('paragraph'))
  const caret = into
    ? Selection.near(transaction.doc.resolve(at + 1))
    : TextSelection.near(transaction.doc.resolve(end + 1))
  transaction.setSelection(caret)
  return true
}
