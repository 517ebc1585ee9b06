import { sizeAttributes } from '../block-dom.ts'
import type { Cell, Image, PadDocument, Table } from '../document.ts'
import { openTag } from './escape-html.ts'
import { listHtml } from './html-list.ts'
import { lineContentHtml, spacesStyle } from './html-words.ts'
import { type LineRun, lineRuns, type RunLine } from './line-runs.ts'

/** The document as HTML for readers and for other programs: real nested lists, headings, quotations, code. No classes, no scripts, all escaped. */
export function documentToHtml(document: PadDocument): string {
  return lineRuns(document)
    .map((run) => `${runHtml(run)}\n`)
    .join('')
}

function runHtml(run: LineRun): string {
  switch (run.is) {
    case 'rule':
      return '<hr>'
    case 'table':
      return tableHtml(run.table)
    case 'image':
      return imageHtml(run.image)
    case 'list':
      return listHtml(run.lines)
    case 'single':
      return run.line.kind === 'heading'
        ? element(`h${run.line.level}`, run.line)
        : element('p', run.line, indentOf(run.line.level))
    case 'box':
      return run.kind === 'code' ? codeHtml(run.lines) : boxHtml(run.kind === 'callout', run.level, run.lines)
  }
}

function tableHtml({ header, rows }: Table): string {
  const [head, ...others] = rows.map((row, index) => {
    const name = header && index === 0 ? 'th' : 'td'
    const open = openTag(name, name === 'th' ? { scope: 'col' } : {})
    return `<tr>${row.map((cell) => `${open}${cellHtml(cell)}</${name}>`).join('')}</tr>`
  })
  const body = header ? others : [head, ...others]
  const begin = header ? `<thead>${head}</thead>` : ''
  return `<table>${begin}${body.length > 0 ? `<tbody>${body.join('')}</tbody>` : ''}</table>`
}

// A cell of one plain line is its words; with more in it, each line is what it is.
function cellHtml(cell: Cell): string {
  const document = { blocks: cell }
  const [only, ...others] = lineRuns(document)
  const isPlain = others.length === 0 && only?.is === 'single' && only.line.kind === 'text' && only.line.level === 0
  if (!isPlain || 'style' in spacesStyle(only.line)) return documentToHtml(document).trimEnd()
  return only.line.content.length === 0 ? '' : lineContentHtml(only.line)
}

const imageHtml = ({ src, alt, width, height }: Image): string =>
  openTag('img', { src, alt, ...sizeAttributes(width, height) })

function element(name: string, line: RunLine, attributes: Record<string, string> = {}): string {
  return `${openTag(name, spacesStyle(line, attributes))}${lineContentHtml(line)}</${name}>`
}

function indentOf(level: number): Record<string, string> {
  return level === 0 ? {} : { 'data-level': String(level), style: `margin-inline-start:${2 * level}em` }
}

// The first line end after <pre> and the last before its end do not count.
function codeHtml(lines: readonly RunLine[]): string {
  return `<pre><code>\n${lines.map((line) => `${lineContentHtml(line, '\n')}\n`).join('')}</code></pre>`
}

function boxHtml(callout: boolean, level: number, lines: readonly RunLine[]): string {
  const inside = lines.map((line) => element('p', line)).join('')
  const own = callout ? `<aside role="note">${inside}</aside>` : `<blockquote>${inside}</blockquote>`
  return '<blockquote>'.repeat(level) + own + '</blockquote>'.repeat(level)
}
