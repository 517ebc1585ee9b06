import * as Y from 'yjs'
import { isAlt, isImageAddress, isSide } from '../image.ts'
import { isLevel, isLineKind, isStart } from '../line.ts'
import { isMarkName } from '../marks.ts'
import { safeHref } from '../safe-href.ts'
import { isTableSize } from '../table.ts'
import { attributesOf, itemsOf, typeIn } from './items.ts'
import { isPlain } from './text-runs.ts'

type Allowed = Record<string, (value: unknown) => boolean>

const isBoolean = (value: unknown): boolean => typeof value === 'boolean'

/** The attributes that elements may have and what may stand in them. A missing one has its default value. */
const ATTRIBUTES: Record<string, Allowed> = {
  paragraph: { kind: isLineKind, level: isLevel, checked: isBoolean, start: isStart },
  table: { header: isBoolean },
  image: { src: isImageAddress, alt: isAlt, width: isSide, height: isSide },
}

/** Whether an element is a block with nothing in it that the schema does not know. Its attributes are another matter. */
export function isGoodBlock(element: Y.XmlElement): boolean {
  switch (element.nodeName) {
    case 'rule':
      return isEmpty(element)
    case 'image':
      return isEmpty(element) && isImageAddress(attributesOf(element).src)
    case 'paragraph':
      return everyChild(element, isGoodInline)
    case 'table':
      return isGoodTable(element)
    default:
      return false
  }
}

/** Rows of cells of lines, all rows of one length. */
function isGoodTable(table: Y.XmlElement): boolean {
  const rows = [...itemsOf(table)].map(typeIn)
  const lengths = new Set(rows.map((row) => (row === undefined ? 0 : [...itemsOf(row)].length)))
  const [columns = 0] = lengths
  if (lengths.size !== 1 || columns === 0 || !isTableSize(rows.length, columns)) return false
  return rows.every((row) => isElement(row, 'tableRow') && everyChild(row, isGoodCell))
}

const isGoodCell = (type: unknown): boolean =>
  isElement(type, 'tableCell') &&
  !isEmpty(type) &&
  everyChild(type, (line) => isElement(line, 'paragraph') && isGoodBlock(line))

export const isElement = (type: unknown, name: string): type is Y.XmlElement =>
  type instanceof Y.XmlElement && type.nodeName === name

function everyChild(element: Y.XmlElement, isGood: (type: unknown) => boolean): boolean {
  for (const item of itemsOf(element)) if (!isGood(typeIn(item))) return false
  return true
}

export function isGoodInline(type: unknown): boolean {
  if (type instanceof Y.XmlElement) return type.nodeName === 'hardBreak' && isEmpty(type)
  return type instanceof Y.XmlText && isPlain(type)
}

/** The attributes of an element that must not be there. */
export function wrongAttributes(element: Y.XmlElement): string[] {
  const allowed = Object.hasOwn(ATTRIBUTES, element.nodeName) ? (ATTRIBUTES[element.nodeName] ?? {}) : {}
  return Object.entries(attributesOf(element)).flatMap(([name, value]) =>
    Object.hasOwn(allowed, name) && allowed[name]?.(value) ? [] : [name],
  )
}

/** The formats of a text, as far as they are not exactly what the editor would have written. */
export function wrongFormats(text: Y.Text): Set<string> {
  const wrong = new Set<string>()
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentFormat)) continue
    const { key, value } = item.content as { key: string; value: unknown }
    if (value !== null && !isGoodFormat(key, value)) wrong.add(key)
  }
  return wrong
}

function isGoodFormat(name: string, value: unknown): boolean {
  if (!isMarkName(name) || typeof value !== 'object' || value === null) return false
  const keys = Object.keys(value)
  if (name !== 'link') return keys.length === 0
  return keys.length === 1 && 'href' in value && safeHref(value.href) === value.href
}

export function isEmpty(element: Y.XmlElement): boolean {
  return itemsOf(element).next().done === true
}
