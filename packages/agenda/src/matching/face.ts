import type { AgendaSession } from '../agenda.ts'
import type { KnownSession, SessionFacts } from '../known-session.ts'
import { canonicalUrl, plainTitle, type Wording, wordingOf, wordsOf } from './wording.ts'

/** What a session looks like, made ready once for many comparisons. */
export type Face = {
  /** Every key it has or ever had. */
  keys: readonly string[]
  wording: Wording
  /** Milliseconds since 1970. */
  start: number | undefined
  room: string | undefined
  track: string | undefined
  url: string | undefined
  people: ReadonlySet<string>
  description: ReadonlySet<string>
}

/** A session that is known, or one that came in, with its face. */
export type KnownFace = Face & { known: KnownSession }
export type GivenFace = Face & { session: AgendaSession }

export type AnyFace = KnownFace | GivenFace

export function faceOf(
  { title, start, room, track, url, people, description }: SessionFacts,
  keys: readonly string[],
): Face {
  return {
    keys,
    wording: wordingOf(title),
    start: start === null ? undefined : Date.parse(start),
    room: room === null ? undefined : plainTitle(room),
    track: track === null ? undefined : plainTitle(track),
    url: canonicalUrl(url),
    people: new Set(people.map(plainTitle)),
    description: description === null ? NO_WORDS : wordsOf(description),
  }
}

const NO_WORDS: ReadonlySet<string> = new Set()

export function faces(
  known: readonly KnownSession[],
  sessions: readonly AgendaSession[],
): { known: KnownFace[]; given: GivenFace[] } {
  return {
    known: known.map((each) => ({ known: each, ...faceOf(each.last, each.keys) })),
    given: sessions.map((session) => ({ session, ...faceOf(session, [session.key]) })),
  }
}
