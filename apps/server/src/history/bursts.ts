import { SERVER_PERSON } from '@forumpad/api'
import type { FromRows } from './read-rows.ts'
import type { IndexedRevision } from './revision-index.ts'

/** Revisions that came soon after one another. Instants are milliseconds since 1970, people are ids in the order of their first. */
export type Burst = { revision: number; to: number; at: number; until: number; people: readonly string[] }

const PAUSE_MS = 2 * 60_000
/** In a session that is never silent, whoever follows hears from it all the same. */
const LONGEST_MS = 10 * 60_000

/**
 * The last bursts of changes in a pad. Where one begins never changes afterwards, so that it can be named by its first revision. What the server
 * did by itself is nothing of that.
 */
export class Bursts implements FromRows {
  readonly #most: number
  #bursts: Burst[] = []
  #upTo = 0

  constructor(most: number) {
    this.#most = most
  }

  get upTo(): number {
    return this.#upTo
  }

  /** The newest first. */
  get newest(): readonly Burst[] {
    return this.#bursts.toReversed()
  }

  take(rows: readonly IndexedRevision[]): void {
    for (const { revision, at, person } of rows) {
      this.#upTo = revision
      if (person === SERVER_PERSON) continue
      const last = this.#bursts.at(-1)
      if (last && at - last.until < PAUSE_MS && at - last.at < LONGEST_MS) {
        const people = last.people.includes(person) ? last.people : [...last.people, person]
        this.#bursts[this.#bursts.length - 1] = { ...last, to: revision, until: Math.max(at, last.until), people }
      } else {
        this.#bursts.push({ revision, to: revision, at, until: at, people: [person] })
        if (this.#bursts.length > this.#most) this.#bursts.shift()
      }
    }
  }
}
