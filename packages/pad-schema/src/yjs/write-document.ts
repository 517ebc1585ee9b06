import * as Y from 'yjs'
import type { Block, Cell, Inline, Marks, PadDocument } from '../document.ts'
import { shapeOf } from '../line.ts'
import { MARK_NAMES } from '../marks.ts'
import { safeHref } from '../safe-href.ts'
import { ROOT } from '../schema-version.ts'
import { setAttribute } from './items.ts'

/** Appends the document's blocks to a fragment, exactly as the editor would write them. */
export function writeDocument(fragment: Y.XmlFragment, document: PadDocument): void {
  fragment.push(document.blocks.map(blockToYjs))
}

/**
 * The update that makes an empty Yjs document hold `document`: for seeding a pad.
 * With a client id given, the same document gives the same bytes.
 */
export function documentUpdate(document: PadDocument, clientId?: number): Uint8Array {
  const doc = new Y.Doc()
  if (clientId !== undefined) doc.clientID = clientId
  doc.transact(() => writeDocument(doc.getXmlFragment(ROOT), document))
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/** A block as a Yjs element that is not in a document yet. */
export function blockToYjs(block: Block): Y.XmlElement {
  switch (block.type) {
    case 'rule':
      return new Y.XmlElement('rule')
    case 'paragraph':
      return elementOf('paragraph', shapeOf(block), textsOf(block.content))
    case 'table':
      return elementOf('table', { header: block.header }, block.rows.map(rowToYjs))
    case 'image': {
      const { type, ...attributes } = block
      return elementOf(type, attributes)
    }
  }
}

export const rowToYjs = (cells: readonly Cell[]): Y.XmlElement => elementOf('tableRow', {}, cells.map(cellToYjs))

export const cellToYjs = (lines: Cell): Y.XmlElement => elementOf('tableCell', {}, lines.map(blockToYjs))

/** Attributes that are null are left out. */
function elementOf(
  name: string,
  attributes: Record<string, string | number | boolean | null>,
  children: (Y.XmlElement | Y.XmlText)[] = [],
): Y.XmlElement {
  const element = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) if (value !== null) setAttribute(element, key, value)
  if (children.length > 0) element.insert(0, children)
  return element
}

/** A line without words has its text all the same, so that two people who begin it at once do not give it one each. */
function textsOf(content: readonly Inline[]): (Y.XmlText | Y.XmlElement)[] {
  const children = inlinesToYjs(content)
  return children.length === 0 ? [new Y.XmlText()] : children
}

/** A line's words: one XmlText per stretch between hard breaks, which are elements. */
export function inlinesToYjs(content: readonly Inline[]): (Y.XmlText | Y.XmlElement)[] {
  const children: (Y.XmlText | Y.XmlElement)[] = []
  let delta: object[] = []
  const endText = () => {
    if (delta.length === 0) return
    const text = new Y.XmlText()
    text.applyDelta(delta)
    children.push(text)
    delta = []
  }
  for (const inline of content) {
    if (inline.type === 'hardBreak') {
      endText()
      children.push(new Y.XmlElement('hardBreak'))
    } else if (inline.text !== '') delta.push({ insert: inline.text, attributes: formatsOf(inline.marks) })
  }
  endText()
  return children
}

/** Marks as the formats of a Yjs text. */
export function formatsOf(marks: Marks): Record<string, object> {
  const formats: Record<string, object> = {}
  for (const name of MARK_NAMES) {
    const href = safeHref(marks.link?.href)
    if (name !== 'link' && marks[name]) formats[name] = {}
    else if (name === 'link' && href !== undefined) formats[name] = { href }
  }
  return formats
}
