import type { Node as DocumentNode } from '@tiptap/pm/model'

/** A place in a pad's text that means the same in the server's HTML and in the editor. */
export type TextPlace = {
  /** Which line, counted from 0. */
  line: number
  /** The line's words, to find it again when lines came before it meanwhile. */
  words: string
  /** Characters into the line; a break counts as one. */
  offset: number
}

/** The place of a DOM position inside an element whose children are the lines, or null if it is outside. */
export function placeInHtml(text: Element, node: Node, offset: number): TextPlace | null {
  const lines = [...text.children]
  const line = lines.findIndex((element) => element.contains(node))
  const element = lines[line]
  if (element === undefined) return null
  const words = element.querySelector('[data-text]') ?? element
  const range = document.createRange()
  range.selectNodeContents(words)
  if (range.comparePoint(node, offset) < 0) return { line, words: words.textContent ?? '', offset: 0 }
  range.setEnd(node, offset)
  return { line, words: words.textContent ?? '', offset: lengthOf(range.cloneContents()) }
}

/** The editor's position of a place; where the line is gone, the end of the nearest one. */
export function positionInDocument(doc: DocumentNode, place: TextPlace): number {
  const line = nearestLine(doc, place)
  let position = 0
  for (let index = 0; index < line; index++) position += doc.child(index).nodeSize
  const node = doc.maybeChild(line)
  // In a table, or beside an image: its end will do.
  if (node === null || !node.isTextblock) return position + (node?.isLeaf === false ? node.nodeSize - 1 : 0)
  return position + 1 + Math.min(place.offset, node.content.size)
}

function nearestLine(doc: DocumentNode, { line, words }: TextPlace): number {
  const isIt = (index: number) => (index < 0 ? undefined : doc.maybeChild(index))?.textContent === words
  for (let distance = 0; distance < doc.childCount; distance++) {
    if (isIt(line - distance)) return line - distance
    if (isIt(line + distance)) return line + distance
  }
  return Math.min(line, doc.childCount - 1)
}

function lengthOf(fragment: DocumentFragment): number {
  const breaks = fragment.querySelectorAll('br:not(.ProseMirror-trailingBreak)').length
  return (fragment.textContent ?? '').length + breaks
}
