import type { FullAgenda, FullSession, KeptFeed, NotesOf } from '@forumpad/agenda'
import type { Event, Session } from '@forumpad/api'
import type { FeedStore } from './feed-store.ts'
import { codeOf } from './short-code.ts'

/** What is written in a pad, as far as lists show it. Instants are milliseconds since 1970. */
export type PadFacts = {
  words: number
  revision: number
  changedAt: number | null
  frozenAt: number | null
  present: number
}

export type ListingParts = {
  feeds: FeedStore
  sessions(event: string): Promise<readonly Session[]>
  /** Pads that it does not name are untouched. */
  padFacts(names: readonly string[]): Promise<ReadonlyMap<string, PadFacts>>
}

/** All that the feeds of an event are made of. */
export type EventListing = {
  agenda: Omit<FullAgenda, 'sessions'> & { sessions: readonly ListedPad[] }
  feed: KeptFeed | undefined
  notesOf: NotesOf
}

/** A session with its pad and every key that it was imported under. */
export type ListedPad = FullSession & { pad: string; keys: readonly string[]; facts: PadFacts }

const UNTOUCHED: PadFacts = { words: 0, revision: 0, changedAt: null, frozenAt: null, present: 0 }

export async function eventListing(parts: ListingParts, event: Event, origin: string): Promise<EventListing> {
  const { slug, title, timeZone } = event
  const [sessions, last, keys, numbers] = await Promise.all([
    parts.sessions(slug),
    parts.feeds.lastImport(slug),
    parts.feeds.keys(slug),
    parts.feeds.padNumbers(slug),
  ])
  const facts = await parts.padFacts(sessions.map(({ pad }) => pad))
  const ofSession = listsBy([...keys].map(([key, session]) => [session, key]))
  const now = currentKeys(last?.feed, keys)
  const listed = sessions.map((session): ListedPad => {
    const url = `${origin}/p/${encodeURIComponent(session.pad)}`
    const code = codeOf(numbers.get(session.pad) ?? 0)
    const all = ofSession.get(session.id) ?? []
    const its = facts.get(session.pad) ?? UNTOUCHED
    return {
      ...{ title: session.title, start: session.start, end: session.end, room: session.room, track: session.track },
      ...{ people: session.people, state: session.state, description: session.description },
      ...{ url, short: code === undefined ? url : `${origin}/s/${code}`, source: session.url },
      ...{ guid: session.id, key: now.get(session.id) ?? all.at(-1) ?? session.id, keys: all },
      ...{ pad: session.pad, facts: its, words: its.words, frozen: its.frozenAt !== null },
    }
  })
  const agenda = { slug, title, timeZone, url: `${origin}/e/${slug}`, stamp: last?.at ?? 0, sessions: listed }
  return {
    agenda,
    feed: last?.feed,
    notesOf: notesIn(last?.feed, keys, new Map(listed.map(({ guid, url }) => [guid, url])), agenda.url),
  }
}

/** What the newest feed calls each session. */
function currentKeys(feed: KeptFeed | undefined, sessionOf: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    (feed?.entries ?? []).flatMap(([, key]) => {
      const session = sessionOf.get(key)
      return session === undefined ? [] : [[session, key] as const]
    }),
  )
}

/** A series has one entry and many pads: its entry leads to where they are listed. */
function notesIn(
  feed: KeptFeed | undefined,
  sessionOf: ReadonlyMap<string, string>,
  urlOf: ReadonlyMap<string, string>,
  many: string,
): NotesOf {
  const urls = new Map<number, string>()
  for (const [entry, key] of feed?.entries ?? []) {
    const url = urlOf.get(sessionOf.get(key) ?? '')
    if (url !== undefined) urls.set(entry, urls.has(entry) ? many : url)
  }
  return (entry) => urls.get(entry)
}

function listsBy(entries: readonly (readonly [string, string])[]): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  for (const [key, value] of entries) {
    const list = lists.get(key)
    if (list) list.push(value)
    else lists.set(key, [value])
  }
  return lists
}
