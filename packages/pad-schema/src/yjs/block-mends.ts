import * as Y from 'yjs'
import { type Block, type Inline, MAX_INDENT } from '../document.ts'
import { appendText } from '../marks.ts'
import { isGoodInline, wrongAttributes, wrongFormats } from './good-block.ts'
import { attributeItems, attributesOf, itemsOf, setAttribute, typeIn, type YType } from './items.ts'
import { linesFromUnknown } from './lines-from-unknown.ts'
import { runsOf } from './text-runs.ts'
import { blockToYjs, formatsOf, inlinesToYjs } from './write-document.ts'

/** One change that mends something, and the item that it deletes, if it does. */
export type Mend = { apply: (transaction: Y.Transaction) => void; deletes?: Y.Item }

/** What must be done to one child of the root; nothing if it is in order. */
export function mendsForBlock(root: Y.XmlFragment, item: Y.Item): Mend[] {
  const type = typeIn(item)
  const keeps =
    type instanceof Y.XmlElement && (type.nodeName === 'paragraph' || (type.nodeName === 'rule' && type.length === 0))
  if (!keeps) return [replaceByLines(root, item)]
  return [...attributeMends(type), ...[...itemsOf(type)].flatMap((child) => inlineMends(type, child))]
}

/** The root has lines and nothing else. What somebody keeps there under a name cannot be seen by anybody. */
export function mendsForRoot(root: Y.XmlFragment): Mend[] {
  return hiddenMends(root)
}

function hiddenMends(type: YType): Mend[] {
  return attributeItems(type).map(([, item]) => ({ apply: (transaction) => item.delete(transaction), deletes: item }))
}

function replaceByLines(root: Y.XmlFragment, item: Y.Item): Mend {
  const lines = linesFromUnknown(item)
  const apply = (transaction: Y.Transaction) => {
    root.insertAfter(item as never, lines.map(blockToYjs))
    item.delete(transaction)
  }
  return { apply, deletes: item }
}

function attributeMends(element: Y.XmlElement): Mend[] {
  const wrong = wrongAttributes(element)
  if (wrong.length === 0) return []
  const { level } = attributesOf(element)
  const tooDeep =
    element.nodeName === 'paragraph' && wrong.includes('level') && typeof level === 'number' && level > MAX_INDENT
  const apply = () => {
    for (const name of wrong) element.removeAttribute(name)
    if (tooDeep) setAttribute(element, 'level', MAX_INDENT)
  }
  return [{ apply }]
}

function inlineMends(element: Y.XmlElement, item: Y.Item): Mend[] {
  const type = typeIn(item)
  if (!isGoodInline(type)) return [replaceByWords(element, item)]
  if (type instanceof Y.XmlText) return [...formatMends(type), ...hiddenMends(type)]
  return type instanceof Y.XmlElement ? attributeMends(type) : []
}

// Inside a line there is no room for lines: those that the unknown thing would make are divided by breaks.
function replaceByWords(element: Y.XmlElement, item: Y.Item): Mend {
  const content = joinedByBreaks(linesFromUnknown(item))
  const apply = (transaction: Y.Transaction) => {
    element.insertAfter(item as never, inlinesToYjs(content))
    item.delete(transaction)
  }
  return { apply, deletes: item }
}

function joinedByBreaks(blocks: readonly Block[]): Inline[] {
  const content: Inline[] = []
  for (const block of blocks) {
    if (content.length > 0) content.push({ type: 'hardBreak' })
    if (block.type === 'rule') continue
    for (const inline of block.content) {
      if (inline.type === 'text') appendText(content, inline.text, inline.marks)
      else content.push(inline)
    }
  }
  return content
}

function formatMends(text: Y.XmlText): Mend[] {
  const wrong = wrongFormats(text)
  if (wrong.size === 0) return []
  const none = Object.fromEntries([...wrong].map((name) => [name, null]))
  const delta = runsOf(text).map(({ text: words, marks }) => ({
    retain: words.length,
    attributes: { ...none, ...formatsOf(marks) },
  }))
  return [{ apply: () => text.applyDelta(delta) }]
}
