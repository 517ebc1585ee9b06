import { parse } from 'csv-parse/sync'
import type { ProblemList } from '../problem-list.ts'

/** A row of a table; `line` is where it begins in the text, counted from 1. */
export type Row = { line: number; cells: readonly string[] }

/** More rows (the library takes some 30 µs for each, even an empty one), and longer ones (in characters), are not read. */
const MOST_ROWS = 120_000
const LONGEST_ROW = 500_000
/** For a row that is not as wide as the first, the library makes an error and drops it, which is slow: so many may be. */
const MOST_ODD_ROWS = 20_000
/** How often reading begins anew behind a row that cannot be read. */
const MOST_RESTARTS = 20

/** Reads a text as a table. A row that breaks the table, such as by a quote that is never closed, costs itself alone. */
export function readTable(text: string, delimiter: string, problems: ProblemList, most = MOST_ROWS): Row[] {
  const rows: Row[] = []
  let left = most
  let rest = text
  let linesBefore = 0
  for (let restart = 0; restart <= MOST_RESTARTS; restart += 1) {
    const { count, broken } = readPart(rest, delimiter, left, linesBefore, rows)
    left -= count
    if (left <= 0)
      problems.whole(
        'The table has too many rows, or too many of them are not as wide as the first: the later ones were left out.',
      )
    if (broken === undefined || left <= 0) return rows
    problems.at(
      broken,
      null,
      'this row cannot be read: a quote in it is never closed, or it has no end. It was left out.',
    )
    rest = behindLine(rest, broken - linesBefore)
    linesBefore = broken
  }
  problems.whole('Too many rows of the table are broken; the rest was left out.')
  return rows
}

/** The first rows of a text, and not a word about what is wrong with them. */
export function readQuietly(text: string, delimiter: string, most: number): Row[] {
  return readTable(text, delimiter, { at: () => {}, whole: () => {}, sentences: () => [] }, most)
}

/** The character between the cells: whichever gives the first rows the most of them. */
export function delimiterOf(text: string): string {
  const start = text.slice(0, 20_000)
  const counts = [',', ';', '\t', '|'].map((delimiter) => {
    const widths = readQuietly(start, delimiter, 10).map(({ cells }) => cells.length)
    return { delimiter, width: widths.sort((a, b) => b - a)[Math.floor(widths.length / 3)] ?? 0 }
  })
  return counts.sort((a, b) => b.width - a.width)[0]?.delimiter ?? ','
}

class TooOdd extends Error {}

/** @returns how many rows there were, and the line of the one that could not be read, if there is one */
function readPart(
  text: string,
  delimiter: string,
  most: number,
  linesBefore: number,
  rows: Row[],
): { count: number; broken: number | undefined } {
  let count = 0
  let width: number | undefined
  let odd = 0
  let line = linesBefore + 1
  try {
    parse(text, {
      delimiter,
      // Left to itself, the library takes the first line end that it meets for the only one.
      record_delimiter: ['\r\n', '\n', '\r'],
      to: most,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      on_record: (record, { lines }) => {
        if (record.some((cell) => cell.trim() !== '')) rows.push({ line, cells: record.map((cell) => cell.trim()) })
        line = linesBefore + lines + 1
        count += 1
        width ??= record.length
        if (record.length !== width) odd += 1
        if (odd > MOST_ODD_ROWS) throw new TooOdd()
        return null
      },
    })
    return { count, broken: undefined }
  } catch (error) {
    return error instanceof TooOdd ? { count: most, broken: undefined } : { count, broken: line }
  }
}

function behindLine(text: string, line: number): string {
  let at = 0
  for (let passed = 0; passed < line; passed += 1) {
    const end = text.indexOf('\n', at)
    if (end < 0) return ''
    at = end + 1
  }
  return text.slice(at)
}
