import type { ColumnChoice, DayOrder, TableColumn, TableFacts, TableReading } from '@forumpad/api'
import { sentence } from '../languages/sentence.ts'
import type { Words } from '../languages/words.ts'
import { dateRange } from '../ui/event-times.ts'

/** What a column of a table can be, in the order in which it is looked for. */
export const COLUMN_WORDS: Record<TableColumn, string> = {
  title: sentence('title'),
  date: sentence('date'),
  start: sentence('start'),
  end: sentence('end'),
  endDate: sentence('date of the end'),
  duration: sentence('length'),
  timeZone: sentence('time zone'),
  room: sentence('room'),
  track: sentence('track'),
  type: sentence('type of session'),
  people: sentence('speakers'),
  abstract: sentence('short description'),
  description: sentence('description'),
  id: sentence('id'),
  url: sentence('address in the agenda'),
  state: sentence('state'),
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

/** `5 Jun 2027 (day first)`. */
export function dayWords(day: string | null, order: DayOrder, words: Words): string {
  const { say } = words
  if (day === null) return order === 'day first' ? say('no date (day first)') : say('no date (month first)')
  const date = dateRange(day, day, words)
  return order === 'day first' ? say('{date} (day first)', { date }) : say('{date} (month first)', { date })
}
