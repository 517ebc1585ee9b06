import * as Y from 'yjs'
import { MAX_INDENT } from '../document.ts'
import { inOneLine, linesOnly } from '../table.ts'
import { isGoodInline, wrongAttributes, wrongFormats } from './good-block.ts'
import { attributeItems, attributesOf, itemsOf, setAttribute, typeIn, type YType } from './items.ts'
import { linesFromUnknown } from './lines-from-unknown.ts'
import { runsOf } from './text-runs.ts'
import { formatsOf, inlinesToYjs } from './write-document.ts'

/** One change that mends something, and the item that it deletes, if it does. */
export type Mend = { apply: (transaction: Y.Transaction) => void; deletes?: Y.Item }

/** What must be done to a line, wherever it stands. */
export function mendsForLine(line: Y.XmlElement): Mend[] {
  return [...attributeMends(line), ...[...itemsOf(line)].flatMap((child) => inlineMends(line, child))]
}

/** What is kept in a type under names, where nobody sees it. */
export function hiddenMends(type: YType): Mend[] {
  return attributeItems(type).map(([, item]) => ({ apply: (transaction) => item.delete(transaction), deletes: item }))
}

/** Puts elements where an item of a parent stands. */
export function replaceBy(parent: Y.XmlFragment, item: Y.Item, elements: (Y.XmlElement | Y.XmlText)[]): Mend {
  const apply = (transaction: Y.Transaction) => {
    if (elements.length > 0) parent.insertAfter(item as never, elements)
    item.delete(transaction)
  }
  return { apply, deletes: item }
}

export function attributeMends(element: Y.XmlElement): Mend[] {
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
  return replaceBy(element, item, inlinesToYjs(inOneLine(linesOnly(linesFromUnknown(item)))))
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
