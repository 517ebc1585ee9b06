import type { Node } from '@tiptap/pm/model'
import type { ProsemirrorBinding } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { lineUp } from './line-up.ts'
import { writeLine } from './write-line.ts'

/**
 * Writes those of the changed lines that have two texts side by side, as two people give a line who go on behind the same break at once, or
 * begin one that has no text yet. y-tiptap (3.0.9) would join the two, and where another editor does so too, the words are there twice. All else is
 * left to it: a line that is written is known to it as what it shows.
 */
export function keepTextsApart(parent: Y.XmlFragment, node: Node, mapping: ProsemirrorMapping): void {
  const before = parent.toArray()
  const changed = changedChildren(before, node.children, mapping)
  const { first, nodes } = changed
  // Where lines come, go or move, y-tiptap writes those as well that stay as they are: it must find each in its place.
  const linesUp = isInPlace(changed, mapping) || !before.some(hasTwoTexts)
  if (!linesUp) lineUp(parent, first, changed.elements, nodes, (element) => nodeOf(element, nodes, mapping))
  const elements = linesUp ? changed.elements : parent.toArray().slice(first, first + nodes.length)
  if (elements.length !== nodes.length) return
  for (const [index, element] of elements.entries()) {
    const partner = nodes[index]
    if (!(element instanceof Y.XmlElement) || partner?.type.name !== element.nodeName) continue
    if (mapping.get(element) === partner) continue
    if (element.nodeName !== 'paragraph') keepTextsApart(element, partner, mapping)
    else if (hasTwoTexts(element)) {
      writeLine(element, partner)
      mapping.set(element, partner)
    }
  }
}

type ProsemirrorMapping = ProsemirrorBinding['mapping']

type Children = ReturnType<Y.XmlFragment['toArray']>

type Changed = { first: number; elements: Children; nodes: readonly Node[] }

/** Those between the first and the last that are not shown as they were. */
function changedChildren(elements: Children, nodes: readonly Node[], mapping: ProsemirrorMapping): Changed {
  const isKept = (element: Children[number] | undefined, node: Node | undefined) =>
    element !== undefined && node !== undefined && mapping.get(element) === node
  const shorter = Math.min(elements.length, nodes.length)
  let first = 0
  while (first < shorter && isKept(elements[first], nodes[first])) first += 1
  let last = 0
  while (last < shorter - first && isKept(elements.at(-1 - last), nodes.at(-1 - last))) last += 1
  return {
    first,
    elements: elements.slice(first, elements.length - last),
    nodes: nodes.slice(first, nodes.length - last),
  }
}

/** Whether none has come or gone, and each that is shown as it was is where it was. */
function isInPlace({ elements, nodes }: Changed, mapping: ProsemirrorMapping): boolean {
  if (elements.length !== nodes.length) return false
  const places = new Map(nodes.map((node, place) => [node, place]))
  return elements.every((element, place) => {
    const before = mapping.get(element)
    return before === undefined || Array.isArray(before) || (places.get(before) ?? place) === place
  })
}

/** The node that an element goes on as: the one that it was, or of the halves of a line that was split, the one that begins alike. */
function nodeOf(element: Children[number], nodes: readonly Node[], mapping: ProsemirrorMapping): number {
  const before = mapping.get(element)
  if (before === undefined || Array.isArray(before)) return -1
  const same = nodes.indexOf(before)
  return same >= 0 || !hasTwoTexts(element) ? same : nodes.findIndex((node) => beginAlike(before, node))
}

function hasTwoTexts(line: Children[number]): boolean {
  if (!(line instanceof Y.XmlElement) || line.length < 2) return false
  const children = line.toArray()
  return children.some((child, index) => child instanceof Y.XmlText && children[index + 1] instanceof Y.XmlText)
}

function beginAlike(before: Node, after: Node): boolean {
  const first = before.textContent.charAt(0)
  return first !== '' && after.isTextblock && after.textContent.charAt(0) === first
}
