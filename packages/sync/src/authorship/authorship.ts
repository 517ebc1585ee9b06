import {
  AUTHORED_AT_MS,
  type AuthoredRange,
  type Credit,
  CreditMap,
  readAuthoredRanges,
  SERVER_PERSON,
  writeAuthoredRanges,
} from '@forumpad/api'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { ClientOwner } from '../ports.ts'
import { type Carried, carryOver } from './carry-over.ts'
import { DeletedRuns } from './deleted-runs.ts'
import type { Run, Span, Trace } from './trace.ts'

/** A row of the log, without its bytes. */
export type Row = { person: string; at: number }

/** Who a Yjs client id belongs to. */
export type OwnerOf = (client: number) => ClientOwner | undefined

/** How the bytes are laid out; others are made anew from the log. */
const FORMAT = 2

/**
 * Who wrote which item of a pad, derived from its log, row by row, and from nothing else: the same log gives the same authors.
 * Nobody can forge or wipe it from outside: the person of a row is the one whom the server saw, and nothing of this is in the document.
 */
export class Authorship {
  #credits = new CreditMap()
  #deleted = new DeletedRuns()
  /** What came back in the update that deleted it. Two who move the same words at once both bring them, and only the first deletes them. */
  #moved = new DeletedRuns()
  /** What the last update of a person deleted: the server mends and rescues right after it, as if in the same update. */
  #justDeleted: Run[] = []

  /** Of words that were redacted the log no longer tells whose they were: what it told before stands. */
  readonly #kept: Pick<CreditMap, 'slice'>

  constructor(kept: Pick<CreditMap, 'slice'> = new CreditMap()) {
    this.#kept = kept
  }

  get credits(): Pick<CreditMap, 'at' | 'slice' | 'of' | 'clients' | 'size'> {
    return this.#credits
  }

  /** Takes the next row of the log. Gives which of its characters are old ones that came back. */
  record(trace: Trace, row: Row, ownerOf: OwnerOf): readonly Carried[] {
    const at = Math.floor(row.at / AUTHORED_AT_MS) * AUTHORED_AT_MS
    for (const { client, clock, length } of trace.added) {
      this.#credits.set(client, { ...creditOf(row, ownerOf(client)), at, from: clock, to: clock + length })
    }
    const isSequel = row.person === SERVER_PERSON
    // A row that only tidies formats comes between an update and what the server does about it.
    if (!isSequel && (trace.added.length > 0 || trace.deleted.length > 0)) this.#justDeleted = []
    const whole = isSequel ? { ...trace, deleted: [...this.#justDeleted, ...trace.deleted] } : trace
    const memory = () => ({ deleted: this.#deleted.for(row.person), moved: this.#moved.for(row.person) })
    const { carried, gone, moved } = carryOver(whole, row.person, memory)
    for (const each of carried) {
      if (ownerOf(each.to.client)?.hand) this.#carryTime(each)
      else this.#carry(each, row.person)
    }
    for (const span of trace.added) this.credit(span, this.#kept)
    for (const run of gone) if (!this.#justDeleted.includes(run)) this.#deleted.add(run, row.person)
    for (const run of moved) if (!this.#justDeleted.includes(run)) this.#moved.add(run, row.person)
    this.#justDeleted = [...this.#justDeleted, ...trace.deleted]
    return carried
  }

  /** Credits items as is said elsewhere, as far as anything is said of them there. */
  credit({ client, clock, length }: Span, said: Pick<CreditMap, 'slice'>): void {
    for (const range of said.slice(client, clock, clock + length)) this.#credits.set(client, range)
  }

  /** All ranges of all clients. */
  ranges(): Map<number, readonly AuthoredRange[]> {
    return new Map(this.#credits.clients.map((client) => [client, this.#credits.of(client)]))
  }

  encode(): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, FORMAT)
      writeAuthoredRanges(encoder, this.ranges())
      this.#deleted.encode(encoder)
      this.#moved.encode(encoder)
    })
  }

  /** Undefined if the bytes are of another format, or damaged: then the log tells. `kept` is for the rows that come after it. */
  static decode(bytes: Uint8Array, kept?: Pick<CreditMap, 'slice'>): Authorship | undefined {
    try {
      const decoder = decoding.createDecoder(bytes)
      if (decoding.readVarUint(decoder) !== FORMAT) return undefined
      const authorship = new Authorship(kept)
      for (const [client, ranges] of readAuthoredRanges(decoder)) {
        for (const range of ranges) authorship.#credits.set(client, range)
      }
      authorship.#deleted = DeletedRuns.decode(decoder)
      authorship.#moved = DeletedRuns.decode(decoder)
      return authorship
    } catch {
      return undefined
    }
  }

  equals(other: Authorship): boolean {
    const [mine, theirs] = [this.encode(), other.encode()]
    return mine.length === theirs.length && mine.every((byte, i) => byte === theirs[i])
  }

  /** What comes back under a hand is known to be its owner's; of the same words of theirs the time is taken too. */
  #carryTime({ from, to }: Carried): void {
    for (const range of this.#credits.slice(from.client, from.clock, from.clock + from.length)) {
      const start = to.clock + range.from - from.clock
      for (const now of this.#credits.slice(to.client, start, start + range.to - range.from)) {
        const isTheirs = now.author === range.author && now.verified === range.verified
        if (isTheirs) this.#credits.set(to.client, { ...now, at: range.at })
      }
    }
  }

  #carry({ from, to }: Carried, mover: string): void {
    for (const range of this.#credits.slice(from.client, from.clock, from.clock + from.length)) {
      const start = to.clock + range.from - from.clock
      const credit = { ...moved(range, mover), from: start, to: start + range.to - range.from }
      this.#credits.set(to.client, credit)
    }
  }
}

/**
 * What the server writes under a hand of somebody is theirs. What somebody writes under their own id is theirs. What they bring along under an id that is known is its owner's, on their word alone
 * (`verified: false`); under one that is not, it is taken for theirs, also unverified. The server's word is good.
 */
function creditOf({ person }: Row, owner: ClientOwner | undefined): Omit<Credit, 'at'> {
  if (owner?.hand) return { author: owner.person, verified: owner.verified }
  if (!owner?.verified)
    return { author: person === SERVER_PERSON ? (owner?.person ?? person) : person, verified: false }
  return { author: owner.person, verified: owner.person === person || person === SERVER_PERSON }
}

/** The server puts things in order; that is no moving. */
function moved(credit: Credit, mover: string): Credit {
  if (mover === credit.author || mover === SERVER_PERSON) return credit
  return { ...credit, movedBy: mover }
}
