import type { AuthoredRange, AuthorshipMessage, Person } from '@forumpad/api'
import { SERVER_PERSON } from '@forumpad/api'
import type { Authorship } from './authorship/authorship.ts'
import { authorshipOf, rebuildAuthorship } from './authorship/load-authorship.ts'
import type { Change } from './change-queue.ts'
import type { ClientClaims } from './client-claims.ts'
import type { Frame, StoredPad, SyncParts } from './ports.ts'
import { writeAuthors } from './protocol.ts'

type State =
  /** As it lies on disk: nobody has asked yet. */
  | { is: 'stored'; stored: StoredPad }
  | { is: 'loading'; done: Promise<void> }
  | { is: 'known'; authorship: Authorship }
  /** Crediting failed, which must not hold up the text. What is derived can be made anew from the log at the next opening. */
  | { is: 'failed' }

type StoredBatch = { changes: readonly Change[]; at: number }

/** Somebody who wants the authors as of a change, by its number. */
type Wish = { upTo: number; grant: (bytes: Uint8Array | undefined) => void }

/** The pages that know who wrote what so far. */
export type Audience = { isThere(): boolean; tell(frame: Frame): void }

/**
 * Who wrote what in a live pad. Changes are credited when they are stored, because only then their time is known; so the result
 * is always that of the log. Loaded when it is first needed.
 */
export class PadAuthors {
  readonly #pad: string
  readonly #parts: Pick<SyncParts, 'store' | 'frame' | 'persons' | 'events'>
  readonly #claims: ClientClaims
  #state: State
  /** The number of the last change that is credited. */
  #credited = 0
  #waiting: StoredBatch[] = []
  #wishes: Wish[] = []
  readonly #people = new Map<string, Person>([[SERVER_PERSON, { id: SERVER_PERSON, name: 'Forumpad', hue: 0 }]])
  /** Whose names have gone out. */
  readonly #told = new Set<string>()
  #everything: { credited: number; frame: Frame } | undefined
  readonly #audience: Audience
  /** Whether it was made from the whole log and is not kept yet. */
  isMade = false

  constructor(
    pad: string,
    stored: StoredPad,
    claims: ClientClaims,
    parts: Pick<SyncParts, 'store' | 'frame' | 'persons' | 'events'>,
    audience: Audience,
  ) {
    this.#pad = pad
    this.#state = { is: 'stored', stored }
    this.#claims = claims
    this.#parts = parts
    this.#audience = audience
  }

  /** Changes were stored at `at`. Gives what the pages do not know yet; while it loads they are told later. */
  stored(changes: readonly Change[], at: number): Frame | undefined {
    if (this.#state.is === 'known') return this.#credit(this.#state.authorship, { changes, at })
    this.#waiting.push({ changes, at })
    this.#load().catch(this.#failed)
  }

  /** The authors of all changes up to this one and none after it, encoded, as soon as it is stored; undefined if they cannot be had. */
  encodedAt(upTo: number): Promise<Uint8Array | undefined> {
    return new Promise((grant) => {
      this.#wishes.push({ upTo, grant })
      this.#load()
        .catch(this.#failed)
        .then(() => this.#fulfil())
    })
  }

  /** Calls back with everything that is known, in one frame, as soon as it is; what changes afterwards is told as news. */
  whole(then: (frame: Frame) => void): void {
    this.#load()
      .then(() => this.#askForNames())
      .then(() => then(this.#wholeFrame()))
      .catch(this.#failed)
  }

  /** Somebody is here under this name. */
  meet(person: Person): void {
    const known = this.#people.get(person.id)
    if (known?.name === person.name && known.hue === person.hue) return
    this.#people.set(person.id, person)
    if (this.#told.has(person.id)) this.#tellOf([person])
  }

  #load(): Promise<void> {
    switch (this.#state.is) {
      case 'known':
      case 'failed':
        return Promise.resolve()
      case 'loading':
        return this.#state.done
      case 'stored': {
        const { stored } = this.#state
        const done = this.#loadFrom(stored)
        if (this.#state.is === 'stored') this.#state = { is: 'loading', done }
        // Tried again when it is needed again.
        done.catch(() => {
          this.#state = { is: 'stored', stored }
        })
        return done
      }
    }
  }

  async #loadFrom(stored: StoredPad): Promise<void> {
    const kept = authorshipOf(stored)
    const authorship = kept ?? (await rebuildAuthorship(this.#parts.store, this.#pad, stored)).authorship
    this.isMade = !kept
    this.#state = { is: 'known', authorship }
    this.#fulfil()
    for (const batch of this.#waiting.splice(0)) {
      const news = this.#credit(authorship, batch)
      if (news) this.#audience.tell(news)
    }
  }

  #credit(authorship: Authorship, { changes, at }: StoredBatch): Frame | undefined {
    const touched = new Map<number, { from: number; to: number }>()
    try {
      for (const { number, trace, person } of changes) {
        for (const { client, clock, length } of trace.added) {
          const range = touched.get(client) ?? { from: clock, to: clock }
          touched.set(client, { from: Math.min(range.from, clock), to: Math.max(range.to, clock + length) })
        }
        authorship.record(trace, { person, at }, (client) => this.#claims.owner(client))
        this.#credited = number
        this.#fulfil()
      }
    } catch (error) {
      this.#state = { is: 'failed' }
      this.#fulfil()
      return this.#failed(error)
    }
    if (touched.size === 0 || !this.#audience.isThere()) return
    const news = [...touched].map(
      ([client, { from, to }]) => [client, authorship.credits.slice(client, from, to)] as const,
    )
    return this.#news(new Map(news))
  }

  /** Grants the wishes whose time has come; those that come too late get nothing. */
  #fulfil(): void {
    if (this.#wishes.length === 0) return
    const authorship = this.#state.is === 'known' ? this.#state.authorship : undefined
    const due = authorship ? this.#wishes.filter(({ upTo }) => upTo <= this.#credited) : this.#wishes
    this.#wishes = this.#wishes.filter((wish) => !due.includes(wish))
    for (const { upTo, grant } of due) {
      const isExact = upTo === this.#credited
      grant(isExact ? authorship?.encode() : undefined)
      if (isExact) this.isMade = false
    }
  }

  #failed = (error: unknown): undefined => {
    this.#parts.events.failed('finding out who wrote a pad', error)
  }

  #news(ranges: AuthorshipMessage['ranges']): Frame {
    const fresh = [...idsIn(ranges.values())].filter((id) => !this.#told.has(id))
    for (const id of fresh) this.#told.add(id)
    const people = this.#known(fresh)
    if (people.length < fresh.length) {
      const unnamed = fresh.filter((id) => !this.#people.has(id))
      this.#askForNames().then(() => this.#tellOf(this.#known(unnamed)))
    }
    return this.#parts.frame(writeAuthors({ is: 'news', ranges, people }))
  }

  #tellOf(people: readonly Person[]): void {
    this.#everything = undefined
    if (people.length === 0 || !this.#audience.isThere()) return
    this.#audience.tell(this.#parts.frame(writeAuthors({ is: 'news', ranges: new Map(), people })))
  }

  #known(ids: readonly string[]): Person[] {
    return ids.flatMap((id) => this.#people.get(id) ?? [])
  }

  #wholeFrame(): Frame {
    if (this.#everything?.credited === this.#credited) return this.#everything.frame
    const ranges = this.#state.is === 'known' ? this.#state.authorship.ranges() : new Map()
    for (const id of idsIn(ranges.values())) this.#told.add(id)
    const people = this.#known([...this.#told])
    const frame = this.#parts.frame(writeAuthors({ is: 'everything', ranges, people }))
    this.#everything = { credited: this.#credited, frame }
    return frame
  }

  /** A name that cannot be had now is asked for when the next page comes. */
  async #askForNames(): Promise<void> {
    // A thousand who come at once are answered with one and the same frame.
    if (this.#state.is !== 'known' || this.#everything?.credited === this.#credited) return
    const unknown = [...idsIn(this.#state.authorship.ranges().values())].filter((id) => !this.#people.has(id))
    if (unknown.length === 0) return
    try {
      for (const person of await this.#parts.persons(unknown)) {
        if (!this.#people.has(person.id)) this.#people.set(person.id, person)
      }
      this.#everything = undefined
    } catch (error) {
      this.#parts.events.failed('finding the names of authors', error)
    }
  }
}

function idsIn(ranges: Iterable<readonly AuthoredRange[]>): Set<string> {
  const ids = new Set<string>()
  for (const list of ranges) {
    for (const { author, movedBy } of list) {
      ids.add(author)
      if (movedBy !== undefined) ids.add(movedBy)
    }
  }
  return ids
}
