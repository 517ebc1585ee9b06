import {
  conventionAttributes,
  conventionText,
  type Inline,
  type InsideLines,
  lineDecorations,
  recogniseConventions,
  shapeOf,
} from '@forumpad/pad-schema'
import type { Node } from '@tiptap/pm/model'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

// A line that did not change is the same node, also when somebody else's change replaced the document around it.
const drawn = new WeakMap<Node, DecorationSet>()

/** Marks the conventions in a pad, or in the lines of a block. Only lines that changed are read. */
export function conventionDecorations(parent: Node): DecorationSet {
  const inside: InsideLines = []
  let pos = 0
  for (const node of parent.children) {
    const end = pos + node.nodeSize
    const set = decorationsIn(node)
    if (set !== DecorationSet.empty) inside.push(pos, end, set)
    pos = end
  }
  return inside.length === 0 ? DecorationSet.empty : lineDecorations([], inside)
}

function decorationsIn(node: Node): DecorationSet {
  if (node.isLeaf) return DecorationSet.empty
  const known = drawn.get(node)
  if (known) return known
  const set = node.isTextblock ? inLine(node) : conventionDecorations(node)
  drawn.set(node, set)
  return set
}

function inLine(line: Node): DecorationSet {
  const found = recogniseConventions(conventionText(line.children.map(inline)), shapeOf(line.attrs).kind)
  if (found.length === 0) return DecorationSet.empty
  return lineDecorations(found.map((each) => Decoration.inline(each.from, each.to, conventionAttributes(each))))
}

const inline = ({ text, marks }: Node): Inline =>
  text === undefined
    ? { type: 'hardBreak' }
    : { type: 'text', text, marks: marks.some(({ type }) => type.name === 'code') ? { code: true } : {} }
