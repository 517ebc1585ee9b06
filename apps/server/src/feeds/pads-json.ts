import type { Pieces } from '@forumpad/agenda'
import type { PadsFeedEntry } from '@forumpad/api'
import type { EventListing, ListedPad } from './event-listing.ts'

/** The pads for programs: see `PadsFeed`. */
export function* padsJson({ agenda }: EventListing): Pieces {
  const { slug, title, timeZone, url } = agenda
  yield `{"event":${JSON.stringify({ slug, title, timeZone, url })},"pads":[`
  for (const [at, pad] of agenda.sessions.entries()) yield `${at === 0 ? '' : ',\n'}${JSON.stringify(entryOf(pad))}`
  yield ']}\n'
}

function entryOf({ facts, ...pad }: ListedPad): PadsFeedEntry {
  return {
    session: pad.guid,
    keys: [...pad.keys],
    title: pad.title,
    start: pad.start,
    end: pad.end,
    room: pad.room,
    track: pad.track,
    people: [...pad.people],
    state: pad.state,
    source: pad.source,
    pad: pad.pad,
    url: pad.url,
    short: pad.short,
    words: facts.words,
    revisions: facts.revision,
    changedAt: instant(facts.changedAt),
    frozenAt: instant(facts.frozenAt),
    present: facts.present,
  }
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
