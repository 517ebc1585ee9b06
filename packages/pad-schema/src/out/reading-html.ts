import { sizeAttributes } from '../block-dom.ts'
import type { Cell, Image, PadDocument, Table } from '../document.ts'
import { conventionHtml } from './convention-html.ts'
import { openTag } from './escape-html.ts'
import { type ListLook, listHtml } from './html-list.ts'
import { lineContentHtml } from './html-words.ts'
import { type LineRun, lineRuns, type RunLine } from './line-runs.ts'

/** What a page for reading adds to the lines of a document. Both are given the place of a block among the blocks. */
export type ReadingLook = {
  /** Attributes of the element that holds the block: an id, for example. */
  attributes(index: number): Record<string, string>
  /** HTML before the words of the block, inside its element. */
  before(index: number): string
  /** HTML after them: inside the element of a line of text, behind that of all else. */
  after?(index: number): string
}

const NOTHING: ReadingLook = { attributes: () => ({}), before: () => '' }

/** The title of the page is its h1, the text one of its sections. */
const HEADINGS_BELOW = 2

/**
 * The document as a page for reading shows it: real nested lists, quotations and code, the words of note takers marked. No style attributes,
 * which pages do not allow: lists and entries without a mark say `data-unmarked`, deeper text says its `data-level`; white space that counts is
 * left to the style sheet (`white-space: break-spaces` in lines). Everything is escaped.
 */
export function documentToReadingHtml(document: PadDocument, look: ReadingLook = NOTHING): string {
  const runs = lineRuns(document)
  const depths = depthsOfHeadings(runs)
  return runs.map((run) => `${runHtml(run, look, depths)}\n`).join('')
}

/** How deep each heading stands below those before it: a text that begins with a heading of level 2 skips no level. */
function depthsOfHeadings(runs: readonly LineRun[]): Map<LineRun, number> {
  const depths = new Map<LineRun, number>()
  let above: number[] = []
  for (const run of runs) {
    if (run.is !== 'single' || run.line.kind !== 'heading') continue
    const { level } = run.line
    above = [...above.filter((each) => each < level), level]
    depths.set(run, above.length)
  }
  return depths
}

function runHtml(run: LineRun, look: ReadingLook, depths: ReadonlyMap<LineRun, number>): string {
  switch (run.is) {
    case 'rule':
      return '<hr>'
    case 'table':
      return tableHtml(run.table, look.attributes(run.index)) + after(look, run.index)
    case 'image':
      return imageHtml(run.image, look.attributes(run.index)) + after(look, run.index)
    case 'list':
      return listHtml(run.lines, listLook(look))
    case 'single':
      return singleHtml(run.line, look, depths.get(run))
    case 'box':
      return run.kind === 'code' ? codeHtml(run.lines, look) : boxHtml(run.kind === 'callout', run.lines, look)
  }
}

function singleHtml(line: RunLine, look: ReadingLook, depth: number | undefined): string {
  if (depth !== undefined) return element(`h${depth + HEADINGS_BELOW}`, line, look)
  return element('p', line, look, line.level === 0 ? {} : { 'data-level': String(line.level) })
}

function element(name: string, line: RunLine, look: ReadingLook, attributes: Record<string, string> = {}): string {
  const open = openTag(name, { ...look.attributes(line.index), dir: 'auto', ...attributes })
  return `${open}${look.before(line.index)}${wordsHtml(line)}${after(look, line.index)}</${name}>`
}

const after = (look: ReadingLook, index: number): string => look.after?.(index) ?? ''

// An empty line keeps its height.
function wordsHtml(line: RunLine): string {
  return line.content.length === 0 ? '<br>' : conventionHtml({ type: 'paragraph', ...line })
}

const listLook = (look: ReadingLook): ListLook => ({
  unmarked: { 'data-unmarked': '' },
  entry(line) {
    const box = line.kind === 'task' ? `${checkbox(line)} ` : ''
    const done: Record<string, string> = line.checked ? { 'data-done': '' } : {}
    const open = openTag('li', { ...look.attributes(line.index), dir: 'auto', ...done })
    return `${open}${look.before(line.index)}${box}<span data-words>${wordsHtml(line)}</span>${after(look, line.index)}`
  },
})

const checkbox = ({ checked }: RunLine): string =>
  openTag('input', {
    type: 'checkbox',
    disabled: '',
    'aria-label': checked ? 'Done' : 'To do',
    ...(checked ? { checked: '' } : {}),
  })

// Long lines scroll, by the keyboard too.
function codeHtml(lines: readonly RunLine[], look: ReadingLook): string {
  const index = lines[0]?.index ?? 0
  const words = lines.map((line) => lineContentHtml(line, '\n')).join('\n')
  return `${openTag('pre', { ...look.attributes(index), dir: 'ltr', tabindex: '0' })}${look.before(index)}<code>${words}</code></pre>${lines.map((line) => after(look, line.index)).join('')}`
}

function boxHtml(isCallout: boolean, lines: readonly RunLine[], look: ReadingLook): string {
  const level = lines[0]?.level ?? 0
  const inside = lines.map((line) => element('p', line, look)).join('')
  const indent: Record<string, string> = level === 0 ? {} : { 'data-level': String(level) }
  return isCallout
    ? `${openTag('div', { role: 'note', ...indent })}${inside}</div>`
    : `${openTag('blockquote', indent)}${inside}</blockquote>`
}

function tableHtml({ header, rows }: Table, attributes: Record<string, string>): string {
  const [head, ...others] = rows.map((row, index) => {
    const name = header && index === 0 ? 'th' : 'td'
    const open = openTag(name, name === 'th' ? { scope: 'col' } : {})
    return `<tr>${row.map((cell) => `${open}${cellHtml(cell)}</${name}>`).join('')}</tr>`
  })
  const body = header ? others : [head, ...others]
  const begin = header ? `<thead>${head}</thead>` : ''
  const table = `<table>${begin}${body.length > 0 ? `<tbody>${body.join('')}</tbody>` : ''}</table>`
  return `${openTag('div', { ...attributes, 'data-scroll': '', tabindex: '0', role: 'region', 'aria-label': 'Table' })}${table}</div>`
}

const cellHtml = (cell: Cell): string => documentToReadingHtml({ blocks: cell }).trimEnd()

const imageHtml = ({ src, alt, width, height }: Image, attributes: Record<string, string>): string =>
  `${openTag('figure', attributes)}${openTag('img', { src, alt, ...sizeAttributes(width, height), loading: 'lazy' })}</figure>`
