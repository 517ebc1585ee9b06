import type { EventSummary, SearchHit, SearchPassage, SearchResults } from '@forumpad/api'
import { dayInZone } from './day-in-zone.ts'
import { excerpt, foundWords } from './found-words.ts'
import { notesLines } from './notes-lines.ts'
import { type ReadQuery, readQuery, type SearchFilters, type Term } from './search-query.ts'
import type { EventDay, FoundPad, Passage, Readable, SearchStore } from './search-store.ts'

export const PADS_ON_A_PAGE = 20
/** Nobody turns so many pages: a better question is quicker. */
export const MOST_PAGES = 50

export type SearchParts = {
  store: SearchStore
  events(): Promise<readonly Pick<EventSummary, 'slug' | 'timeZone'>[]>
}

/** What somebody asks for: the words as typed, filters that were chosen beside them, and which page of what is found, from 1. */
export type Question = { q: string; chosen: Partial<SearchFilters>; page: number }

export type Answer = { is: 'found'; results: SearchResults } | Extract<ReadQuery, { is: 'refused' }>

/** Looks in all pads that somebody may read. */
export async function search({ store, events }: SearchParts, question: Question, readable: Readable): Promise<Answer> {
  const { q, chosen, page } = question
  const read = readQuery(q, chosen)
  if (read.is === 'refused') return read
  const { query } = read
  const days = query.filters.day.length === 0 ? undefined : eventDays(await events(), query.filters.day)
  const offset = (page - 1) * PADS_ON_A_PAGE
  const { total, pads } = await store.find({ query, days, readable, offset, limit: PADS_ON_A_PAGE })
  const pages = Math.min(MOST_PAGES, Math.max(1, Math.ceil(total / PADS_ON_A_PAGE)))
  return { is: 'found', results: { total, page, pages, pads: pads.map((pad) => hitOf(pad, query.terms)) } }
}

/** Keeps the notes of pads so that they are found. */
export function notesFollower(store: Pick<SearchStore, 'keepNotes'>) {
  return {
    name: 'search',
    follow: ({ pad, blocks }: { pad: { name: string }; blocks: Parameters<typeof notesLines>[0] }): Promise<void> =>
      store.keepNotes(pad.name, notesLines(blocks)),
  }
}

const eventDays = (events: readonly Pick<EventSummary, 'slug' | 'timeZone'>[], days: readonly string[]): EventDay[] =>
  events.flatMap(({ slug, timeZone }) => days.map((day) => ({ event: slug, ...dayInZone(day, timeZone) })))

function hitOf({ name, title, changedAt, session, passages, moreLines }: FoundPad, terms: readonly Term[]): SearchHit {
  return {
    pad: name,
    title,
    titleFound: foundWords(title, terms, true),
    changedAt: instant(changedAt),
    session: session && {
      event: session.event,
      start: instant(session.start),
      end: instant(session.end),
      room: session.room,
      people: session.people,
    },
    passages: passages.map((passage) => passageOf(passage, terms)),
    moreLines,
  }
}

function passageOf(passage: Passage, terms: readonly Term[]): SearchPassage {
  const shown = excerpt(passage.text, foundWords(passage.text, terms))
  if (passage.in === 'notes') return { in: 'notes', line: passage.line, ...shown }
  const said = { by: passage.by, at: new Date(passage.at).toISOString(), ...shown }
  return passage.in === 'chat'
    ? { in: 'chat', message: passage.message, ...said }
    : { in: 'comment', comment: passage.comment, ...said }
}

const instant = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString())
