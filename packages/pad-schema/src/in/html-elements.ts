import { clamp, isLineKind } from '../line.ts'
import type { Frame } from './line-writer.ts'

export type Attributes = Readonly<Record<string, string>>

/** No style that means something to us is longer; the patterns below need not be quick on what is. */
const LONGEST_STYLE = 2000

export const styleOf = ({ style = '' }: Attributes): string => style.slice(0, LONGEST_STYLE)

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])

export const isVoid = (name: string): boolean => VOID.has(name)

/** Elements whose text is not for readers. */
const SILENT = new Set([
  ...['script', 'style', 'head', 'title', 'template', 'noscript', 'iframe', 'object', 'svg', 'math'],
  ...['select', 'textarea', 'button', 'audio', 'video', 'canvas'],
])

export function isSilent(name: string, attributes: Attributes): boolean {
  const style = styleOf(attributes)
  return (
    SILENT.has(name) ||
    /display:\s*none/i.test(style) ||
    wordMarker(attributes) ||
    /markdown-alert-title/.test(attributes.class ?? '')
  )
}

/** Whether an element holds the bullet or number that Word writes before the words of an entry. */
export const wordMarker = (attributes: Attributes): boolean => /mso-list:\s*ignore/i.test(styleOf(attributes))

/** Whether white space shows inside of an element: in our own lines it always does. */
export function keepsSpaces(name: string, attributes: Attributes): boolean {
  return /white-space:\s*(?:pre|break-spaces)/i.test(styleOf(attributes)) || isOurs(name, attributes)
}

const isOurs = (name: string, attributes: Attributes): boolean => name === 'p' && isLineKind(attributes['data-kind'])

const BLOCKS = new Set([
  ...[
    'address',
    'article',
    'body',
    'caption',
    'center',
    'dd',
    'details',
    'div',
    'dl',
    'dt',
    'fieldset',
    'figcaption',
    'figure',
  ],
  ...['footer', 'form', 'header', 'html', 'legend', 'main', 'nav', 'section', 'summary', 'tbody', 'tfoot', 'thead'],
])

/** What an element is to lines; nothing for those that stand among words. */
export function frameOf(name: string, attributes: Attributes): Frame | undefined {
  switch (name) {
    case 'p':
      return paragraph(attributes)
    case 'ul':
    case 'menu':
    case 'dir':
      return { is: 'list', kind: isTaskList(attributes) ? 'task' : 'bullet' }
    case 'ol':
      return { is: 'list', kind: 'number', start: Number(attributes.start ?? 1) }
    case 'li':
      return { is: 'item', ...taskState(attributes) }
    case 'blockquote':
      return { is: 'quote' }
    case 'aside':
      return { is: 'callout' }
    case 'pre':
      return { is: 'code' }
    case 'table':
      return { is: 'table', header: attributes['data-header'] === 'true' }
    case 'tr':
      return { is: 'row' }
    case 'td':
    case 'th':
      return { is: 'cell', header: name === 'th' || attributes.role === 'columnheader' }
    case 'div':
      return /\bmarkdown-alert\b|\bcallout\b/.test(attributes.class ?? '') ? { is: 'callout' } : { is: 'block' }
    default:
      if (/^h[1-6]$/.test(name)) return { is: 'heading', level: clamp(Number(name[1]), 1, 3) }
      return BLOCKS.has(name) ? { is: 'block' } : undefined
  }
}

function paragraph(attributes: Attributes): Frame {
  const { 'data-kind': kind, 'data-level': level, 'data-checked': checked, 'data-start': start } = attributes
  if (isLineKind(kind)) {
    return {
      is: 'line',
      attributes: { kind, level: numberIn(level), checked: checked === 'true', start: numberIn(start) },
    }
  }
  const [, wordLevel] = /mso-list:[^;]*\blevel(\d+)/i.exec(styleOf(attributes)) ?? []
  if (wordLevel === undefined)
    return { is: 'block', keep: true, ...(level === undefined ? {} : { level: Number(level) || 0 }) }
  return { is: 'line', attributes: { kind: 'bullet', level: clamp(Number(wordLevel) - 1, 0, 15) } }
}

const numberIn = (value: string | undefined): number | undefined => (value === undefined ? undefined : Number(value))

const isTaskList = (attributes: Attributes): boolean =>
  attributes['data-type'] === 'taskList' || /\bcontains-task-list\b/.test(attributes.class ?? '')

/** TipTap, Google Docs and others say on the entry itself that it is a task; GitHub has a checkbox inside. */
function taskState(attributes: Attributes): { checked?: boolean } {
  const state = attributes['data-checked'] ?? (attributes.role === 'checkbox' ? attributes['aria-checked'] : undefined)
  return state === undefined ? {} : { checked: state === 'true' }
}
