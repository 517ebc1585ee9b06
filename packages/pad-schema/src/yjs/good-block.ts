import * as Y from 'yjs'
import { isLevel, isLineKind, isStart } from '../line.ts'
import { isMarkName } from '../marks.ts'
import { safeHref } from '../safe-href.ts'
import { attributesOf, itemsOf, typeIn } from './items.ts'
import { isPlain } from './text-runs.ts'

/** The attributes a line may have and what may stand in them. A missing one has its default value. */
const LINE_ATTRIBUTES: Record<string, (value: unknown) => boolean> = {
  kind: isLineKind,
  level: isLevel,
  checked: (value) => typeof value === 'boolean',
  start: isStart,
}

/** Whether an element is a block with nothing in it that the schema does not know. Its attributes are another matter. */
export function isGoodBlock(element: Y.XmlElement): boolean {
  if (element.nodeName === 'rule') return isEmpty(element)
  if (element.nodeName !== 'paragraph') return false
  for (const item of itemsOf(element)) if (!isGoodInline(typeIn(item))) return false
  return true
}

export function isGoodInline(type: unknown): boolean {
  if (type instanceof Y.XmlElement) return type.nodeName === 'hardBreak' && isEmpty(type)
  return type instanceof Y.XmlText && isPlain(type)
}

/** The attributes of a block, or of a hard break, that must not be there. */
export function wrongAttributes(element: Y.XmlElement): string[] {
  const allowed = element.nodeName === 'paragraph' ? LINE_ATTRIBUTES : {}
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

function isEmpty(element: Y.XmlElement): boolean {
  return itemsOf(element).next().done === true
}
