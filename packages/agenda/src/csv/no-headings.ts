import { readClock, readMoment } from '../session-times.ts'
import { type Column, type ColumnChoice, columnsOf } from './columns.ts'
import { readDate } from './dates.ts'
import type { Row } from './table.ts'

/** As few rows of the same width as make a table of a text. */
const FEWEST_ROWS = 2

/** Whether a cell says when something is: no heading does. */
export function saysWhen(cell: string): boolean {
  return whenIn(cell) !== null
}

/** Whether a row that was taken for the headings is one of the sessions: where the others say when they are, it does too. */
export function isSession({ cells }: Row, columns: ReadonlyMap<Column, number>): boolean {
  return (['start', 'date'] as const).some((column) => saysWhen(cells[columns.get(column) ?? -1] ?? ''))
}

/**
 * What the columns of a table without headings are: as chosen by hand (by number), else by what stands in the first rows.
 *
 * @returns undefined where the rows are not all of sessions
 */
export function columnsWithoutHeadings(
  rows: readonly Row[],
  choice: ColumnChoice,
): { width: number; columns: ReadonlyMap<Column, number> } | undefined {
  const width = rows[0]?.cells.length ?? 0
  if (width < 2 || rows.length < FEWEST_ROWS || rows.some(({ cells }) => cells.length !== width)) return undefined
  const chosen = columnsOf(blanks(width), choice)
  const columns = new Map(chosen)
  const taken = new Set(chosen.values())
  for (const [column, at] of guessed(rows, width))
    if (choice[column] === undefined && !taken.has(at)) {
      columns.set(column, at)
      taken.add(at)
    }
  return { width, columns }
}

/** The headings of a table that has none. */
export const blanks = (width: number): string[] => Array.from({ length: width }, () => '')

type When = 'date' | 'clock' | 'both'

function whenIn(cell: string): When | null {
  if (readMoment(cell, 'UTC').is === 'known') return /\d:\d/.test(cell) ? 'both' : 'date'
  const found = readDate(cell, 'day first') ?? readDate(cell, 'month first')
  if (found !== undefined) return found.rest === '' ? 'date' : 'both'
  const [clock = ''] = /^\d{1,2}[:.]\d{2}[^\d–—-]*/.exec(cell) ?? []
  return clock !== '' && readClock(clock.trim()) !== undefined ? 'clock' : null
}

function guessed(rows: readonly Row[], width: number): Map<Column, number> {
  const columns = new Map<Column, number>()
  const places = Array.from({ length: width }, (_, at) => at)
  const kinds = places.map((at) => kindOf(rows.map(({ cells }) => cells[at] ?? '')))
  const of = (kind: When) => places.filter((at) => kinds[at] === kind)
  const [both, until] = of('both')
  const [date] = of('date')
  const [from, to] = of('clock')
  const put = (column: Column, at: number | undefined) => at !== undefined && columns.set(column, at)
  put('date', both === undefined ? date : undefined)
  put('start', both ?? from)
  put('end', both === undefined ? to : (until ?? from))
  put('title', places.filter((at) => kinds[at] === null).sort((a, b) => titleLike(rows, b) - titleLike(rows, a))[0])
  return columns
}

/** What all cells of a column say; null if one says no time. */
function kindOf(cells: readonly string[]): When | null {
  const kinds = new Set(cells.map(whenIn))
  const [kind = null] = kinds
  return kinds.size === 1 ? kind : null
}

/** Titles are different, and of some length; numbers and addresses are none. */
function titleLike(rows: readonly Row[], at: number): number {
  const cells = rows.map(({ cells }) => cells[at] ?? '')
  const words = cells.filter((cell) => /\p{L}{2}/u.test(cell) && !/^\S+(?:@|:\/\/)\S+$/.test(cell))
  const letters = words.reduce((sum, { length }) => sum + Math.min(length, 80), 0)
  return new Set(words).size * 1000 + letters / rows.length
}
