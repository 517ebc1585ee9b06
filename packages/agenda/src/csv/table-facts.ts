import { type Column, type ColumnChoice, columnsOf } from './columns.ts'
import { type DayOrder, readDate } from './dates.ts'
import { blanks, saysWhen } from './no-headings.ts'
import { delimiterOf, type Row, readQuietly } from './table.ts'

/** How a table was read, for whoever knows better. */
export type TableFacts = {
  /** What each column was taken to mean (null: nothing), and what stands in it first. */
  columns: { heading: string; means: Column | null; examples: string[] }[]
  /** In which order its dates are written; null if none is written in numbers only. */
  dates: DatesFacts | null
}

export type DatesFacts = {
  order: DayOrder
  /** A date as it stands in the table, and which day it is in either order (`2027-06-05`); null where it is none. */
  example: string
  days: Record<DayOrder, string | null>
}

const EXAMPLES = 3
const MOST_COLUMNS = 100
const LONGEST = 200
/** As few rows of the same width as make a table of a text. */
const FEWEST_ROWS = 2

/** The columns of a table under their headings, with the first cells of each. */
export function columnFacts(
  { cells }: Row,
  rows: readonly Row[],
  columns: ReadonlyMap<Column, number>,
): TableFacts['columns'] {
  const means = new Map([...columns].map(([column, at]) => [at, column]))
  return cells.slice(0, MOST_COLUMNS).map((heading, at) => ({
    heading: heading.slice(0, LONGEST),
    means: means.get(at) ?? null,
    examples: rows.slice(0, EXAMPLES).map((row) => (row.cells[at] ?? '').slice(0, LONGEST)),
  }))
}

export function datesFacts(order: DayOrder, example: string): DatesFacts {
  return {
    order,
    example: example.trim(),
    days: { 'day first': dayIn(example, 'day first'), 'month first': dayIn(example, 'month first') },
  }
}

function dayIn(example: string, order: DayOrder): string | null {
  const found = readDate(example.trim(), order)
  if (found === undefined) return null
  const { year, month, day } = found.date
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * What a text holds that looks like a table whose headings say too little, so that somebody can say what its columns are: the widest of
 * its first rows is taken for the headings, unless it says when something is.
 */
export function unreadTable(text: string, choice: ColumnChoice): TableFacts | undefined {
  const start = text.slice(0, 100_000)
  if (/^\s*[<[{]/.test(start) || /^\s*BEGIN:/i.test(start)) return undefined
  const rows = readQuietly(start, delimiterOf(start), 10)
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const at = rows.findIndex(({ cells }) => cells.length === width)
  const headings = rows[at]
  if (headings === undefined || width < 2) return undefined
  const isHeading = !headings.cells.some(saysWhen)
  const below = rows.slice(isHeading ? at + 1 : at)
  const asWide = rows.filter(({ cells }) => cells.length === width).length
  if (asWide < FEWEST_ROWS || asWide * 2 < rows.length) return undefined
  const named = isHeading ? headings : { line: 0, cells: blanks(width) }
  return { columns: columnFacts(named, below, columnsOf(named.cells, choice)), dates: null }
}
