import type { AgendaSession } from '../agenda.ts'
import type { KnownSession, SessionFacts } from '../known-session.ts'
import { canonicalUrl, plainTitle, Wording, wordsOf } from './wording.ts'

/** What a session looks like, made ready for many comparisons: what costs something, when it is first looked at. */
export class Face {
  readonly #facts: SessionFacts
  #url: { is: string | undefined } | undefined
  #description: ReadonlySet<string> | undefined
  /** Every key it has or ever had. */
  readonly keys: readonly string[]
  readonly wording: Wording
  /** Milliseconds since 1970. */
  readonly start: number | undefined
  readonly room: string | undefined
  readonly people: ReadonlySet<string>

  constructor(facts: SessionFacts, keys: readonly string[]) {
    this.#facts = facts
    this.keys = keys
    this.wording = new Wording(facts.title)
    this.start = facts.start === null ? undefined : Date.parse(facts.start)
    this.room = facts.room === null ? undefined : plainTitle(facts.room)
    this.people = facts.people.length === 0 ? NONE : new Set(facts.people.map(plainTitle))
  }

  get track(): string | undefined {
    return this.#facts.track === null ? undefined : plainTitle(this.#facts.track)
  }

  get url(): string | undefined {
    this.#url ??= { is: canonicalUrl(this.#facts.url) }
    return this.#url.is
  }

  get description(): ReadonlySet<string> {
    this.#description ??= this.#facts.description === null ? NONE : wordsOf(this.#facts.description)
    return this.#description
  }
}

const NONE: ReadonlySet<string> = new Set()

export class KnownFace extends Face {
  readonly known: KnownSession

  constructor(known: KnownSession) {
    super(known.last, known.keys)
    this.known = known
  }
}

/** A session of the feed. */
export class GivenFace extends Face {
  readonly session: AgendaSession

  constructor(session: AgendaSession) {
    super(session, [session.key])
    this.session = session
  }
}

export type AnyFace = KnownFace | GivenFace
