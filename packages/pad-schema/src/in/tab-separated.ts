import { cleanText } from '../clean-text.ts'
import type { PadDocument } from '../document.ts'
import { line } from '../line.ts'
import { rowsAsLines, squareTable } from '../table.ts'

/** Rows of cells divided by tabs, as spreadsheets give them, as a table; undefined for any other text. */
export function tabSeparatedToDocument(text: string): PadDocument | undefined {
  const rows = cleanText(text)
    .replace(/\n$/, '')
    .split('\n')
    .map((row) => row.split('\t'))
  const [first] = rows
  const isTable = rows.length > 1 && first !== undefined && first.length > 1
  if (!isTable || rows.some(({ length }) => length !== first.length)) return undefined
  const cells = rows.map((row) => row.map((words) => [line('text', words.trim())]))
  const table = squareTable(false, cells)
  return { blocks: table === undefined ? rowsAsLines(cells) : [table] }
}
