import { markdownAddress, markdownWords } from './escape.ts'
import type { SessionListing } from './listed-session.ts'
import { COLUMNS, listedWords } from './listed-words.ts'
import type { Pieces } from './pieces.ts'

/** The pads as a table of GitHub's Markdown. */
export function* padsMarkdown({ sessions, timeZone }: SessionListing): Pieces {
  yield row(COLUMNS)
  yield row(COLUMNS.map(() => '---'))
  for (const session of sessions) {
    const { day, time, room, state } = listedWords(session, timeZone)
    const notes = `[notes](${markdownAddress(session.url)})`
    yield row([day, time, markdownWords(room), markdownWords(session.title), notes, markdownWords(state)])
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`
}
