import { SERVER_PERSON } from '@forumpad/api'
import type { IndexedRevision } from './revision-index.ts'

/** Somebody's first revision. */
export type Joined = { revision: number; at: number; person: string }

/** Revisions that came without a long pause between them. */
export type Writing = { revision: number; to: number; at: number; until: number; people: ReadonlySet<string> }

const PAUSE_MS = 2 * 60_000
const MOST_JOINED = 300
/** More would be no help; those between the longest pauses are told apart. */
const MOST_WRITING = 40
/** Kept while the log is read; the shortest pauses are passed over first. */
const MOST_KEPT = 400

/** Finds what is worth a look in a pad's history, from the rows of its log in order. What the server did by itself is nothing of that. */
export class Marks {
  #joined: Joined[] = []
  readonly #known = new Set<string>()
  #writing: Writing[] = []
  #upTo = 0

  /** The last revision that was taken. */
  get upTo(): number {
    return this.#upTo
  }

  get joined(): readonly Joined[] {
    return this.#joined
  }

  get writing(): readonly Writing[] {
    return betweenLongestPauses(this.#writing, MOST_WRITING)
  }

  take(rows: readonly IndexedRevision[]): void {
    for (const row of rows) {
      this.#upTo = row.revision
      if (row.person === SERVER_PERSON) continue
      if (!this.#known.has(row.person) && this.#known.size < MOST_JOINED) {
        this.#known.add(row.person)
        this.#joined.push(row)
      }
      this.#write(row)
    }
  }

  #write({ revision, at, person }: IndexedRevision): void {
    const last = this.#writing.at(-1)
    if (last && at - last.until < PAUSE_MS) {
      const people = last.people.has(person) ? last.people : new Set([...last.people, person])
      this.#writing[this.#writing.length - 1] = { ...last, to: revision, until: Math.max(at, last.until), people }
      return
    }
    this.#writing.push({ revision, to: revision, at, until: at, people: new Set([person]) })
    if (this.#writing.length > MOST_KEPT) this.#writing = betweenLongestPauses(this.#writing, MOST_KEPT / 2)
  }
}

/** Joins the stretches with the shortest pauses between them until there are few enough. */
function betweenLongestPauses(writing: readonly Writing[], most: number): Writing[] {
  if (writing.length <= most) return [...writing]
  const pauses = writing.map(({ at }, index) => ({ index, ms: at - (writing[index - 1]?.until ?? 0) })).slice(1)
  const kept = new Set(
    pauses
      .sort((a, b) => b.ms - a.ms)
      .slice(0, most - 1)
      .map(({ index }) => index),
  )
  const joined: Writing[] = []
  for (const [index, each] of writing.entries()) {
    const last = joined.at(-1)
    if (!last || kept.has(index)) joined.push(each)
    else {
      const { to, until } = each
      joined[joined.length - 1] = { ...last, to, until, people: new Set([...last.people, ...each.people]) }
    }
  }
  return joined
}
