import type { Agenda, AgendaSession } from '../agenda.ts'
import type { FeedFormat, Reading } from '../feed-format.ts'
import { createSessionList } from '../session-list.ts'
import { type Column, columnsOf, suffices } from './columns.ts'
import { dayOrderOf } from './dates.ts'
import { blanks, columnsWithoutHeadings, isSession } from './no-headings.ts'
import { rowTimes } from './row-times.ts'
import { delimiterOf, type Row, readQuietly, readTable } from './table.ts'
import { columnFacts, type DatesFacts, datesFacts } from './table-facts.ts'

/** A table with headings, as c3voc, Guidebook, Sched and spreadsheets write it. There is no standard: see `columns.ts`. */
export const csv: FeedFormat = {
  name: 'CSV',
  recognises: ({ text }, reading) => headed(text.slice(0, 100_000), reading) !== undefined,
  read: ({ text }, reading) => readCsv(text, reading),
}

type Cells = (column: Column) => string
type Headed = { headings: Row; columns: ReadonlyMap<Column, number>; delimiter: string }

/** The headings stand in the first row, or below some that explain the table, or nowhere: then they are empty. */
function headed(start: string, { columns: choice }: Reading): Headed | undefined {
  if (/^\s*[<[{]/.test(start)) return undefined
  const delimiter = delimiterOf(start)
  const rows = readQuietly(start, delimiter, 10)
  for (const headings of rows) {
    const columns = columnsOf(headings.cells, choice)
    if (headings.cells.length > 1 && suffices(columns) && !isSession(headings, columns))
      return { headings, columns, delimiter }
  }
  const { width, columns } = columnsWithoutHeadings(rows, choice) ?? {}
  if (width === undefined || columns === undefined || !suffices(columns)) return undefined
  const [first] = rows
  return first && isSession(first, columns)
    ? { headings: { line: 0, cells: blanks(width) }, columns, delimiter }
    : undefined
}

function readCsv(text: string, reading: Reading): Agenda {
  const { problems } = reading
  const { headings, columns, delimiter } = headed(text.slice(0, 100_000), reading) ?? {
    headings: { line: 1, cells: [] },
    columns: new Map<Column, number>(),
    delimiter: ',',
  }
  if (headings.line === 0)
    problems.whole(
      'The table has no headings: what its columns mean was told by what stands in them. Look whether that is right.',
    )
  const rows = readTable(text, delimiter, problems).filter(({ line }) => line > headings.line)
  const cellsOf = (row: Row): Cells => {
    return (column) => row.cells[columns.get(column) ?? -1] ?? ''
  }
  const dates = datesOf(rows.map(cellsOf), reading)
  const order = dates?.order ?? 'day first'
  const list = createSessionList(reading, '')
  for (const row of rows) {
    const cells = cellsOf(row)
    const times = rowTimes(cells, order, list.zone)
    list.add({
      place: row.line,
      keys: [cells('id')],
      title: cells('title'),
      texts: [cells('abstract'), cells('description')],
      ...times,
      room: cells('room'),
      // Many tables have no tracks but types, and an agenda is looked through by its tracks.
      track: columns.has('track') ? cells('track') : cells('type'),
      type: cells('type'),
      people: peopleOf(cells('people')),
      url: cells('url'),
      state: stateOf(cells('state'), headings.cells[columns.get('state') ?? -1] ?? ''),
    })
  }
  const agenda = list.agenda({ format: csv.name, title: '', timeZone: undefined })
  return { ...agenda, table: { columns: columnFacts(headings, rows, columns), dates } }
}

/** How the dates of the table are written. What the reader only guessed is said. */
function datesOf(rows: readonly Cells[], { zone, problems, dayOrder }: Reading): DatesFacts | null {
  const dates = rows.flatMap((cells) => [cells('date'), cells('start')]).filter((cell) => cell !== '')
  const isAmerican = /^America\/|^US\//.test(zone) || rows.some((cells) => /\d\s?[ap]\.?m\b/i.test(cells('start')))
  const found = dayOrderOf(dates, isAmerican)
  if (found === undefined) return null
  if (dayOrder === undefined && !found.isCertain) {
    const [, first = '', second = ''] = /(\d{1,2})\D(\d{1,2})/.exec(found.example) ?? []
    const [day, month] = found.order === 'day first' ? [first, second] : [second, first]
    const named = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2000, Number(month) - 1),
    )
    problems.whole(
      `Dates were read ${found.order}: ${found.example.trim()} is ${Number(day)} ${named}. If that is wrong, say so, or write dates as 2027-06-05.`,
    )
  }
  return datesFacts(dayOrder ?? found.order, found.example)
}

/** c3voc numbers its people: `10:Ada Example|11:Grace Example`. */
function peopleOf(cell: string): string[] {
  const parts = /[|;\n]/.test(cell) ? cell.split(/[|;\n]/) : cell.split(/,|\s&\s|\sand\s/)
  return parts.map((name) => name.replace(/^\s*\d+:/, ''))
}

function stateOf(cell: string, heading: string): AgendaSession['state'] {
  if (/^cancell?ed$/i.test(cell)) return 'cancelled'
  if (/^cancell?ed$/i.test(heading)) return /^(y|yes|true|1|x)$/i.test(cell) ? 'cancelled' : 'confirmed'
  // Sched hides what is not active.
  const isHidden = /^active$/i.test(heading) && /^(n|no|false|0)$/i.test(cell)
  return isHidden || /^(tentative|draft|proposed)$/i.test(cell) ? 'tentative' : 'confirmed'
}
