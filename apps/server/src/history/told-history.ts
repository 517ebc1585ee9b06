import {
  type HistoryMark,
  type HistoryMarks,
  type HistoryStretch,
  type Person,
  type Redaction,
  type RevisionList,
  type SavedRevision,
  SERVER_PERSON,
  STRETCH_LIMITS,
} from '@forumpad/api'
import { ProblemError } from '../http/problem-error.ts'
import type { History } from './history.ts'
import { Marks } from './marks.ts'
import { createRowReader } from './read-rows.ts'
import type { RevisionIndex, Saved } from './revision-index.ts'
import { htmlIn, stretchOf, withHtml } from './stretch.ts'

/** Which revisions are wanted: `frames` of them, every `by`-th from `from` on, and the newest instead of any beyond it. */
export type WantedFrames = { from: number; by: number; frames: number }

/** The past of pads as pages and programs are told of it. Pads are those that there are. */
export interface ToldHistory {
  revisions(pad: KnownPad, after: number, limit: number): Promise<RevisionList>
  marks(pad: KnownPad): Promise<HistoryMarks>
  saved(pad: KnownPad): Promise<SavedRevision[]>
  /** Each of these people once. */
  people(ids: Iterable<string>): Promise<Person[]>
  /** Throws a `ProblemError` where there is no such revision or too much is wanted. */
  stretch(pad: KnownPad, wanted: WantedFrames): Promise<HistoryStretch>
}

/** A pad and its newest revision. */
export type KnownPad = { name: string; revision: number }

export type ToldHistoryParts = {
  history: Pick<History, 'readFrames'>
  index: RevisionIndex
  findPerson(id: string): Promise<Person>
  /** What was taken out of a pad. */
  redactionsOf(pad: string): Promise<readonly Redaction[]>
  /** What makes the HTML of a pad's text such as everybody may have it: each of these pieces. */
  shownHtml(pad: string, pieces: readonly string[]): Promise<(html: string) => string>
}

export function createToldHistory({
  history,
  index,
  findPerson,
  redactionsOf,
  shownHtml,
}: ToldHistoryParts): ToldHistory {
  const findMarks = createRowReader(index, () => new Marks())

  async function named(ids: Iterable<string>): Promise<(id: string) => Person> {
    const people = await Promise.all([...new Set(ids)].map(async (id) => [id, await personOf(id)] as const))
    const known = new Map(people)
    return (id) => known.get(id) ?? SERVER
  }
  const personOf = (id: string) => (id === SERVER_PERSON ? SERVER : findPerson(id))

  const savedBy = ({ revision, label, at, person }: Saved, by: (id: string) => Person): SavedRevision => ({
    revision,
    label,
    at: new Date(at).toISOString(),
    person: by(person),
  })

  return {
    async revisions({ name, revision: newest }, after, limit) {
      const [rows, saved] = await Promise.all([index.list(name, after, limit), index.saved(name)])
      const by = await named(rows.map(({ person }) => person))
      const labels = new Map(saved.map(({ revision, label }) => [revision, label]))
      const revisions = rows.map(({ revision, at, person }) => ({
        number: revision,
        at: new Date(at).toISOString(),
        person: by(person),
        label: labels.get(revision) ?? null,
      }))
      const last = rows.at(-1)?.revision ?? newest
      return { newest: Math.max(newest, last), revisions, next: last < newest ? last : null }
    },

    async marks({ name, revision }) {
      const [{ joined, writing, upTo }, saved, redactions] = await Promise.all([
        findMarks(name),
        index.saved(name),
        redactionsOf(name),
      ])
      const by = await named([...joined, ...saved].map(({ person }) => person))
      const marks: HistoryMark[] = [
        ...writing.map(({ people, at, until, ...each }) => ({
          is: 'writing' as const,
          ...each,
          at: new Date(at).toISOString(),
          until: new Date(until).toISOString(),
          people: people.size,
        })),
        ...joined.map(({ revision, at, person }) => ({
          is: 'joined' as const,
          revision,
          at: new Date(at).toISOString(),
          person: by(person),
        })),
        ...saved.map((each) => ({ is: 'saved' as const, ...savedBy(each, by) })),
        ...redactions.toReversed().map((each) => ({ is: 'redacted' as const, ...each })),
      ]
      return { newest: Math.max(revision, upTo), marks: marks.sort((a, b) => a.revision - b.revision) }
    },

    async saved({ name }) {
      const saved = await index.saved(name)
      const by = await named(saved.map(({ person }) => person))
      return saved.map((each) => savedBy(each, by))
    },

    people: (ids) => Promise.all([...new Set(ids)].filter((id) => id !== '').map(personOf)),

    async stretch({ name, revision: newest }, wanted) {
      const met = new Map<string, Person>()
      const meet = async (ids: Iterable<string>) => {
        for (const id of new Set(ids)) if (!met.has(id)) met.set(id, await personOf(id))
        return (id: string) => met.get(id) ?? SERVER
      }
      const stretch = await stretchOf(history.readFrames(name, numbersOf(wanted, newest)), meet)
      if (!stretch) throw new Error('A stretch has at least one frame.')
      return { newest, ...withHtml(stretch, await shownHtml(name, htmlIn(stretch))) }
    },
  }
}

/** The template, and what was mended. */
const SERVER: Person = { id: SERVER_PERSON, name: 'Forumpad', hue: 0 }

function numbersOf({ from, by, frames }: WantedFrames, newest: number): number[] {
  if (!(by >= 1 && frames >= 1 && frames <= STRETCH_LIMITS.frames && by * (frames - 1) <= STRETCH_LIMITS.revisions)) {
    throw new ProblemError(
      400,
      'too-many-revisions',
      `Ask for 1 to ${STRETCH_LIMITS.frames} frames, at least 1 revision apart, that span at most ${STRETCH_LIMITS.revisions} revisions.`,
    )
  }
  const numbers = [from]
  for (let next = from + by; numbers.length < frames && next - by < newest; next += by)
    numbers.push(Math.min(next, newest))
  return numbers
}
