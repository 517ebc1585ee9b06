import { wikiAddress, wikiWords } from './escape.ts'
import type { SessionListing } from './listed-session.ts'
import { COLUMNS, listedWords } from './listed-words.ts'
import type { Pieces } from './pieces.ts'

/** The pads as a sortable table of MediaWiki, between two comments, so that the next one can be pasted over it. */
export function* padsWiki({ sessions, timeZone }: SessionListing): Pieces {
  yield `<!-- notes: begin -->\n{| class="wikitable sortable"\n! ${COLUMNS.join(' !! ')}\n`
  for (const session of sessions) {
    const { day, time, room, state } = listedWords(session, timeZone)
    const notes = `[${wikiAddress(session.url)} notes]`
    yield `|-\n| ${[day, time, wikiWords(room), wikiWords(session.title), notes, wikiWords(state)].join(' || ')}\n`
  }
  yield '|}\n<!-- notes: end -->\n'
}
