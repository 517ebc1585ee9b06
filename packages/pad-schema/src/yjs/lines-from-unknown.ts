import * as Y from 'yjs'
import { cleanText } from '../clean-text.ts'
import type { Block } from '../document.ts'
import { imageOf } from '../image.ts'
import { type Frame, LineWriter } from '../in/line-writer.ts'
import { clamp } from '../line.ts'
import { safeHref } from '../safe-href.ts'
import { attributesOf, itemsOf, typeIn, type YType } from './items.ts'
import { runsOf } from './text-runs.ts'

type Step = Y.Item | 'close'

/** Whatever an item of a fragment holds, as blocks with the same words; what has a counterpart among the kinds becomes that. */
export function linesFromUnknown(item: Y.Item): Block[] {
  const writer = new LineWriter()
  // A stack of our own: what comes from outside may be nested as deeply as it likes.
  const steps: Step[] = [item]
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step === 'close') writer.close()
    else pushAll(steps, write(writer, step))
  }
  return writer.finish().blocks
}

function write(writer: LineWriter, item: Y.Item): Step[] {
  const type = typeIn(item)
  if (type instanceof Y.XmlElement) return writeElement(writer, type)
  if (type instanceof Y.Text) return writeText(writer, type)
  if (type === undefined) {
    const values = item.content instanceof Y.ContentString ? [item.content.str] : item.content.getContent()
    for (const value of values) if (typeof value === 'string') writer.text(cleanText(value))
    return []
  }
  return [...itemsOf(type), ...mapItems(type)]
}

function writeElement(writer: LineWriter, element: Y.XmlElement): Step[] {
  const attributes = attributesOf(element)
  if (element.nodeName === 'hardBreak') writer.hardBreak()
  if (element.nodeName === 'rule' || element.nodeName === 'horizontalRule') writer.rule()
  if (element.nodeName === 'image') writeImage(writer, attributes)
  const frame = writer.inLine && INLINE.has(element.nodeName) ? undefined : frameOf(element.nodeName, attributes)
  if (frame === undefined) return [...itemsOf(element)]
  writer.open(frame)
  return [...itemsOf(element), 'close']
}

/** Elements that never begin a line of their own. */
const INLINE = new Set(['hardBreak', 'rule', 'horizontalRule', 'image', 'mention', 'emoji'])

function frameOf(name: string, attributes: Record<string, unknown>): Frame | undefined {
  switch (name) {
    case 'paragraph':
      return 'kind' in attributes || 'level' in attributes ? { is: 'line', attributes } : { is: 'block', keep: true }
    case 'heading':
      return { is: 'heading', level: clamp(Number(attributes.level) || 1, 1, 3) }
    case 'bulletList':
      return { is: 'list', kind: 'bullet' }
    case 'orderedList':
      return {
        is: 'list',
        kind: 'number',
        ...(typeof attributes.start === 'number' ? { start: attributes.start } : {}),
      }
    case 'taskList':
      return { is: 'list', kind: 'task' }
    case 'listItem':
      return { is: 'item' }
    case 'taskItem':
      return { is: 'item', checked: attributes.checked === true }
    case 'blockquote':
      return { is: 'quote' }
    case 'codeBlock':
      return { is: 'code' }
    case 'table':
      return { is: 'table', header: attributes.header === true }
    case 'tableRow':
      return { is: 'row' }
    case 'tableCell':
    case 'tableHeader':
      return { is: 'cell', header: name === 'tableHeader' }
    default:
      return INLINE.has(name) ? undefined : { is: 'block' }
  }
}

function writeText(writer: LineWriter, text: Y.Text): Step[] {
  const others = [...itemsOf(text)].filter((item) => !(item.content instanceof Y.ContentString))
  for (const run of runsOf(text)) {
    writer.marks = run.marks
    writer.text(cleanText(run.text))
  }
  writer.marks = {}
  return others
}

function writeImage(writer: LineWriter, attributes: Record<string, unknown>): void {
  const image = imageOf(attributes)
  if (image !== undefined) return writer.image(image)
  const { src, alt } = attributes
  const href = safeHref(src)
  const words = typeof alt === 'string' && alt !== '' ? cleanText(alt) : (href ?? '')
  writer.marks = href === undefined ? {} : { link: { href } }
  writer.text(words)
  writer.marks = {}
}

function mapItems(type: YType): Y.Item[] {
  return type instanceof Y.Map ? [...type._map.values()].filter((item) => !item.deleted) : []
}

function pushAll(steps: Step[], more: readonly Step[]): void {
  for (let index = more.length - 1; index >= 0; index--) {
    const step = more[index]
    if (step !== undefined) steps.push(step)
  }
}
