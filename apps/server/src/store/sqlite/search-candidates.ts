import { type RawBuilder, sql } from 'kysely'
import { nearWords } from '../../search/near-words.ts'
import { FILTERS, type FilterName, type Term } from '../../search/search-query.ts'
import type { Readable, Search } from '../../search/search-store.ts'
import { fold } from '../../search/tokens.ts'
import { isMark, markPhrase, phrase } from './search-words.ts'

/** Words in titles count most, then those of marked lines. */
const RANK = sql`bm25(search_text, 8.0, 1.0, 2.0)`
/** What a title that was meant is worth, beside one that says so. */
const NEAR_RANK = -0.5

/** The pads that have each of the terms, with their rank: the less the better. */
export function hits(terms: readonly Term[], titleWords: (length: number) => readonly string[]): RawBuilder<unknown> {
  const marks = terms.filter(isMark).map(markPhrase)
  const inMarked = marks.length === 0 ? undefined : `marked : (${marks.join(' AND ')})`
  const branches: RawBuilder<unknown>[] = []
  let count = 0
  if (inMarked) branches.push(matching(count++, inMarked))
  for (const term of terms) {
    if (isMark(term)) continue
    // Beside an action, words are those of its line, or of the title above it.
    const inBody = inMarked ? `marked : (${marks.join(' AND ')} AND ${phrase(term)})` : `body : (${phrase(term)})`
    branches.push(matching(count, `(${inBody}) OR (title : (${phrase(term)}))`))
    const near = forgivenWords(term, titleWords)
    if (near.length > 0)
      branches.push(sql`SELECT pad, ${count}, ${NEAR_RANK} FROM search_title_word WHERE word IN (${sql.join(near)})`)
    count += 1
  }
  const all = sql.join(branches, sql` UNION ALL `)
  // Materialised, since FTS5 gives ranks only while it reads.
  return sql`
    WITH hit (pad, term, rank) AS MATERIALIZED (${all})
    SELECT pad, sum(rank) AS rank
    FROM (SELECT pad, term, min(rank) AS rank FROM hit GROUP BY pad, term)
    GROUP BY pad HAVING count(*) = ${count}`
}

const matching = (term: number, match: string): RawBuilder<unknown> => sql`
  SELECT search_part.pad AS pad, ${term} AS term, ${RANK} AS rank
  FROM search_text JOIN search_part ON search_part.id = search_text.rowid WHERE search_text MATCH ${match}`

function forgivenWords(term: Term, titleWords: (length: number) => readonly string[]): string[] {
  const [word, ...others] = term.is === 'words' && !term.exact && !term.prefix ? term.tokens : []
  if (word === undefined || others.length > 0) return []
  const words = titleWords(word.length)
  return words.includes(word) ? [] : nearWords(word, words)
}

/** Leaves out the pads that have one of the terms. */
export function lacks(without: readonly Term[]): RawBuilder<unknown> {
  if (without.length === 0) return sql`TRUE`
  const any = without.map((term) =>
    isMark(term) ? `marked : ${markPhrase(term)}` : `{title body} : (${phrase(term)})`,
  )
  return sql`pad.id NOT IN (
    SELECT search_part.pad FROM search_text JOIN search_part ON search_part.id = search_text.rowid
    WHERE search_text MATCH ${any.map((each) => `(${each})`).join(' OR ')})`
}

/** What `roleOf` says of reading, over all pads at once. */
export function mayRead(readable: Readable): RawBuilder<unknown> {
  if (readable === 'everything') return sql`TRUE`
  const scopes = readable.map((scope) => {
    if (scope.is === 'pad') return sql`pad.name = ${scope.pad}`
    if (scope.is === 'event') return sql`session.event = ${scope.event}`
    return sql`session.event = ${scope.event} AND session.track = ${scope.track}`
  })
  const open = sql`coalesce(pad_access.access, event_access.access, 'open') <> 'closed'`
  return sql`(${sql.join([open, ...scopes], sql` OR `)})`
}

/** Whether a pad passes all filters. */
export function passes({ query: { filters }, days }: Pick<Search, 'query' | 'days'>): RawBuilder<unknown> {
  const all = FILTERS.flatMap((name) => {
    if (filters[name].length === 0) return []
    if (name === 'day')
      return [
        anyOf(
          (days ?? []).map(
            ({ event, from, to }) =>
              sql`session.event = ${event} AND session.starts_at >= ${from} AND session.starts_at < ${to}`,
          ),
        ),
      ]
    return [anyOf(filters[name].map((value) => isOf(name, value)))]
  })
  return all.length === 0 ? sql`TRUE` : sql.join(all, sql` AND `)
}

function isOf(name: Exclude<FilterName, 'day'>, value: string): RawBuilder<unknown> {
  const folded = fold(value)
  switch (name) {
    case 'event':
      return sql`session.event = ${value.toLowerCase()}`
    case 'track':
      return sql`instr(folded(session.track), ${folded}) > 0`
    case 'room':
      return sql`instr(folded(session.room), ${folded}) > 0`
    case 'person':
      return sql`(instr(folded(session.people), ${folded}) > 0 OR EXISTS (
        SELECT 1 FROM pad_client JOIN person ON person.id = pad_client.person
        WHERE pad_client.pad = pad.id AND pad_client.verified = 1 AND instr(folded(person.name), ${folded}) > 0))`
  }
}

const anyOf = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`FALSE` : sql`(${sql.join(conditions, sql` OR `)})`
