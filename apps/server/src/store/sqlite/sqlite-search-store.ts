import { sql } from 'kysely'
import type { FoundPad, Search, SearchStore } from '../../search/search-store.ts'
import { fold } from '../../search/tokens.ts'
import type { Database } from './open-database.ts'
import { hits, lacks, mayRead, passes } from './search-candidates.ts'
import { searchIndex } from './search-index.ts'
import { readPassages } from './search-passages.ts'

type Row = {
  id: number
  name: string
  title: string
  changedAt: number | null
  event: string | null
  eventTitle: string | null
  timeZone: string | null
  start: number | null
  end: number | null
  room: string | null
  people: string | null
  total: number
}

/** Searches by FTS5. The words come to it cut and folded, so that its syntax and its idea of a word do not matter. */
export function createSqliteSearchStore({ kysely, raw }: Database): SearchStore {
  raw.function('folded', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? fold(text) : null))
  const index = searchIndex(raw)
  const passagesIn = readPassages(raw)
  const wordsOfTitles = raw
    .prepare<[number, number], string>('SELECT DISTINCT word FROM search_title_word WHERE length(word) BETWEEN ? AND ?')
    .pluck()
  const titleWords = (length: number) => wordsOfTitles.all(length - 2, length + 2)
  const inOneGo = <Result>(work: () => Result): Promise<Result> =>
    kysely.connection().execute(async () => raw.transaction(work).immediate())

  /** How many there are where somebody asks for more than there are. */
  async function beyond(search: Search, connection: Database['kysely']): Promise<number> {
    if (search.offset === 0) return 0
    const { rows } = await findPads({ ...search, offset: 0, limit: 1 }, titleWords).execute(connection)
    return rows[0]?.total ?? 0
  }

  return {
    keepNotes: (pad, lines) => inOneGo(() => index.keepNotes(pad, lines)),

    async keepUp(most) {
      // Looked for without taking the right to write: mostly there is nothing.
      const any = await sql`SELECT 1 FROM search_stale LIMIT 1`.execute(kysely)
      return any.rows.length > 0 && inOneGo(() => index.keepUp(most))
    },

    find: (search) =>
      kysely.connection().execute(async (connection) => {
        const { rows } = await findPads(search, titleWords).execute(connection)
        const passages = passagesIn(
          rows.map(({ id }) => id),
          search.query.terms,
        )
        const pads = rows.map((row) => foundPad(row, passages.get(row.id)))
        return { total: rows[0]?.total ?? (await beyond(search, connection)), pads }
      }),
  }
}

function findPads(search: Search, titleWords: (length: number) => readonly string[]) {
  const { query, readable, offset, limit } = search
  const candidates =
    query.terms.length === 0 ? sql`SELECT id AS pad, 0 AS rank FROM pad` : hits(query.terms, titleWords)
  return sql<Row>`
    SELECT pad.id, pad.name, pad.title, pad.changed_at AS changedAt, session.event, event.title AS eventTitle,
      event.time_zone AS timeZone, session.starts_at AS start, session.ends_at AS "end", session.room, session.people,
      count(*) OVER () AS total
    FROM (${candidates}) hit JOIN pad ON pad.id = hit.pad
    LEFT JOIN session ON session.pad = pad.name LEFT JOIN event ON event.slug = session.event
    LEFT JOIN pad_access ON pad_access.pad = pad.name LEFT JOIN event_access ON event_access.event = session.event
    WHERE ${mayRead(readable)} AND ${passes(search)} AND ${lacks(query.without)}
    ORDER BY hit.rank, coalesce(session.starts_at, pad.changed_at) DESC, pad.id LIMIT ${limit} OFFSET ${offset}`
}

function foundPad(
  row: Row,
  found: Pick<FoundPad, 'passages' | 'moreLines'> = { passages: [], moreLines: 0 },
): FoundPad {
  const { name, title, changedAt, event, eventTitle, timeZone, start, end, room, people } = row
  const session =
    event === null || eventTitle === null || timeZone === null
      ? null
      : { event: { slug: event, title: eventTitle, timeZone }, start, end, room, people: JSON.parse(people ?? '[]') }
  return { name, title, changedAt, session, ...found }
}
