import { csvCell } from './escape.ts'
import type { SessionListing } from './listed-session.ts'
import { listedWords } from './listed-words.ts'
import type { Pieces } from './pieces.ts'

const HEADINGS = [
  'Date',
  'Time',
  'Start',
  'End',
  'Room',
  'Track',
  'Title',
  'People',
  'State',
  'Words',
  'Notes',
  'Short',
]

/** The pads as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. */
export function* padsCsv({ sessions, timeZone }: SessionListing): Pieces {
  yield `\uFEFF${row(HEADINGS)}`
  for (const session of sessions) {
    const { day, time } = listedWords(session, timeZone)
    const { start, end, room, track, title, people, state, words, url, short } = session
    yield row([
      day,
      time,
      start ?? '',
      end ?? '',
      room ?? '',
      track ?? '',
      title,
      people.join(', '),
      state,
      String(words),
      url,
      short,
    ])
  }
}

function row(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
