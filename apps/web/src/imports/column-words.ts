import type { ColumnChoice, DayOrder, TableColumn, TableFacts, TableReading } from '@forumpad/api'

/** What a column of a table can be, in the order in which it is looked for. */
export const COLUMN_WORDS: Record<TableColumn, string> = {
  title: 'title',
  date: 'date',
  start: 'start',
  end: 'end',
  endDate: 'date of the end',
  duration: 'length',
  timeZone: 'time zone',
  room: 'room',
  track: 'track',
  type: 'type of session',
  people: 'speakers',
  abstract: 'short description',
  description: 'description',
  id: 'id',
  url: 'address in the agenda',
  state: 'state',
}

const COLUMNS = Object.keys(COLUMN_WORDS) as TableColumn[]

/** The meanings of the columns once one was given another: no two of them mean the same. */
export function meant(means: readonly (TableColumn | null)[], at: number, chosen: string): (TableColumn | null)[] {
  const column = COLUMNS.find((each) => each === chosen) ?? null
  return means.map((before, other) => (other === at ? column : before === column ? null : before))
}

/** What was chosen by hand, as the server is told it: every meaning that a table can have, so that nothing is guessed any more. */
export function readingOf(
  { columns }: TableFacts,
  means: readonly (TableColumn | null)[],
  dayOrder: DayOrder | null,
): TableReading {
  const choice: ColumnChoice = {}
  for (const column of COLUMNS) {
    const at = means.indexOf(column)
    choice[column] = at < 0 ? '' : calledBy(columns, at)
  }
  return { columns: choice, ...(dayOrder && { dayOrder }) }
}

/** A column goes by its heading, which stays when another is put before it; one whose heading is no name of its own by its number. */
function calledBy(columns: TableFacts['columns'], at: number): string {
  const plain = (heading: string | undefined) => heading?.trim().toLowerCase() ?? ''
  const heading = columns[at]?.heading ?? ''
  const isOwn = columns.filter((other) => plain(other.heading) === plain(heading)).length === 1
  const isName = isOwn && plain(heading) !== '' && heading.length < 200 && !/^\d+$/.test(heading)
  return isName ? heading : String(at + 1)
}

/** `5 June 2027 (day first)`. */
export function dayWords(day: string | null, order: DayOrder): string {
  if (day === null) return `no date (${order})`
  const written = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  })
  return `${written} (${order})`
}
