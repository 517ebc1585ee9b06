import type { Credit } from '@forumpad/api'
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { carried } from './carried.ts'
import { type AuthoredLine, sizeOf } from './line-reader.ts'
import { between, type Passage } from './passages.ts'
import { sameEnds } from './same-ends.ts'

/** Whose the lines are after a change that was made here, before the document has heard of it. */
export function guessLines(before: readonly AuthoredLine[], transaction: Transaction, mine: Credit): AuthoredLine[] {
  const [was, is] = [transaction.before.children, transaction.doc.children]
  const same = sameEnds(was, is)
  const changed = is.slice(same.first, is.length - same.last)
  let passages = inDocument(before, was, same.first, was.length - same.last)
  for (const step of transaction.mapping.maps) passages = carried(passages, step, mine)

  const untouched = linesByNode(before, was, same)
  let pos = startOf(is, same.first)
  const lines = changed.map((node) => {
    const start = pos + (node.isLeaf ? 0 : 1)
    pos += node.nodeSize
    return untouched.get(node)?.shift() ?? between(passages, start, start + sizeOf(node))
  })
  return [...before.slice(0, same.first), ...lines, ...before.slice(was.length - same.last)]
}

/** The passages of some lines, counted from the start of the document. */
function inDocument(lines: readonly AuthoredLine[], nodes: readonly Node[], first: number, end: number): Passage[] {
  const passages: Passage[] = []
  let pos = startOf(nodes, first)
  for (let place = first; place < end; place++) {
    const node = nodes[place]
    const start = pos + (node?.isLeaf ? 0 : 1)
    for (const { from, to, credit } of lines[place] ?? []) passages.push({ from: start + from, to: start + to, credit })
    pos += node?.nodeSize ?? 0
  }
  return passages
}

/** A line that was put elsewhere as it is keeps its authors. */
function linesByNode(
  lines: readonly AuthoredLine[],
  nodes: readonly Node[],
  { first, last }: { first: number; last: number },
): Map<Node, AuthoredLine[]> {
  const byNode = new Map<Node, AuthoredLine[]>()
  for (let place = first; place < nodes.length - last; place++) {
    const [node, line] = [nodes[place], lines[place]]
    if (node && line) byNode.set(node, [...(byNode.get(node) ?? []), line])
  }
  return byNode
}

function startOf(nodes: readonly Node[], place: number): number {
  let pos = 0
  for (let before = 0; before < place; before++) pos += nodes[before]?.nodeSize ?? 0
  return pos
}
