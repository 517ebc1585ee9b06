import { markupWords } from './escape.ts'
import type { SessionListing } from './listed-session.ts'
import { COLUMNS, listedWords } from './listed-words.ts'
import type { Pieces } from './pieces.ts'

/** The pads as a table of HTML, to stand in any page: no styles, no script, nothing that is loaded. */
export function* padsHtml({ sessions, timeZone, title }: SessionListing): Pieces {
  yield `<table>\n<caption>${markupWords(title)}</caption>\n<thead><tr>${COLUMNS.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>\n<tbody>\n`
  for (const session of sessions) {
    const { day, time, room, state } = listedWords(session, timeZone)
    const link = `<a href="${markupWords(session.url)}">notes</a>`
    const cells = [day, time, markupWords(room), markupWords(session.title), link, markupWords(state)]
    yield `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`
  }
  yield '</tbody>\n</table>\n'
}
