import type { PadDocument } from '../document.ts'
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
