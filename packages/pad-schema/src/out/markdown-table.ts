import type { Cell, Image, Table } from '../document.ts'
import { inOneLine } from '../table.ts'
import { escapeEnds, escapeMarkdown } from './markdown-escape.ts'
import { inlineMarkdown } from './markdown-inline.ts'
import { signedLines } from './text.ts'

/** A table with bars, as GitHub writes it. One that has no head gets an empty one, since Markdown knows no other. */
export function tableMarkdown({ header, rows }: Table): string {
  const columns = rows[0]?.length ?? 0
  const written = rows.map((row) => rowMarkdown(row.map(cellMarkdown)))
  const head = header ? written.splice(0, 1) : [rowMarkdown(Array.from({ length: columns }, () => ''))]
  return [...head, rowMarkdown(Array.from({ length: columns }, () => '---')), ...written].join('\n')
}

const rowMarkdown = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

// A bar is escaped last of all: a table is divided before anything else in it is read.
const cellMarkdown = (cell: Cell): string =>
  escapeEnds(inlineMarkdown(inOneLine(signedLines(cell)))).replaceAll('|', '\\|')

/** An image; its size stands in the title. */
export function imageMarkdown({ src, alt, width, height }: Image): string {
  return `![${escapeMarkdown(alt)}](${src} "${width}x${height}")`
}
