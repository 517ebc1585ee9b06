import type { PadDocument } from '../document.ts'
import { EM_SPACE, LIST_DIVIDER } from '../in/markdown-signs.ts'
import { type LineRun, lineRuns, type RunLine } from './line-runs.ts'
import { escapeEnds } from './markdown-escape.ts'
import { inlineMarkdown } from './markdown-inline.ts'
import { listMarkdown } from './markdown-list.ts'
import { imageMarkdown, tableMarkdown } from './markdown-table.ts'
import { plainText } from './text.ts'

/**
 * The document as Markdown (CommonMark; GitHub's tasks, strikethrough and alerts; underline as `<u>`). README.md, "What changes on
 * the way", says what Markdown cannot hold.
 */
export function documentToMarkdown(document: PadDocument): string {
  const pieces: string[] = []
  let spare = false
  let before: LineRun | undefined
  for (const run of lineRuns(document)) {
    const empty = run.is === 'single' && run.line.kind === 'text' && run.line.content.length === 0
    if (!empty) {
      if (spare && before?.is === 'list' && run.is === 'list') pieces.push(LIST_DIVIDER)
      pieces.push(runMarkdown(run))
      before = run
    }
    spare = empty
  }
  return pieces.map((piece) => `${piece}\n`).join('\n')
}

function runMarkdown(run: LineRun): string {
  switch (run.is) {
    case 'rule':
      return '---'
    case 'table':
      return tableMarkdown(run.table)
    case 'image':
      return imageMarkdown(run.image)
    case 'list':
      return listMarkdown(run.lines)
    case 'single':
      return run.line.kind === 'heading' ? headingMarkdown(run.line) : INDENT.repeat(run.line.level) + words(run.line)
    case 'box':
      return run.kind === 'code'
        ? fenceMarkdown(run.lines)
        : quoteMarkdown(run.kind === 'callout', run.level, run.lines)
  }
}

// Written as an entity, because Markdown takes white space off the ends of a line.
const INDENT = `&#${EM_SPACE.codePointAt(0)};`

const words = ({ content }: RunLine): string => escapeEnds(inlineMarkdown(content))

function headingMarkdown(line: RunLine): string {
  return `${'#'.repeat(line.level)} ${words(line).replace(/(?<!\\)#+$/, (signs) => `\\${[...signs].join('\\')}`)}`.trimEnd()
}

function fenceMarkdown(lines: readonly RunLine[]): string {
  const code = lines.map(({ content }) => plainText(content)).join('\n')
  const longest = (code.match(/`{3,}/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2)
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${code}\n${fence}`
}

function quoteMarkdown(callout: boolean, level: number, lines: readonly RunLine[]): string {
  const sign = '> '.repeat(level + 1)
  const paragraphs = lines.map((line) => `${sign}${words(line) || '&nbsp;'}`).join(`\n${sign.trimEnd()}\n`)
  return callout ? `${sign}[!NOTE]\n${paragraphs}` : paragraphs
}
