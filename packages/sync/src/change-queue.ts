import type { ActToNote } from '@forumpad/api'
import type { Trace } from './authorship/trace.ts'
import type { Claim } from './client-claims.ts'
import type { Peer } from './peer.ts'
import type { Append, StoredPad } from './ports.ts'

/** One revision to be. Changes of a pad are numbered from 1 while it is in memory. */
export type Change = {
  number: number
  person: string
  update: Uint8Array
  /** What it wrote, to be credited when it is stored. */
  trace: Trace
  claims: readonly Claim[]
  /** Whose socket it came through, if through one. */
  from: Peer | undefined
  /** The words of a client that lost their line and are put back, as the line, if they needed one. */
  rescued?: { of: number; line: { client: number; clock: number } | undefined } | undefined
  /** It is the pad's template: void if somebody else has written first. */
  seeds: boolean
  /** The act of power that it is. */
  note?: ActToNote | undefined
}

/** The changes of a pad that are applied and not stored yet, and who waits for them. */
export class ChangeQueue {
  /** The number of the last change that is applied, and of the last that is stored. */
  applied = 0
  committed = 0
  head: number
  readonly #epoch: number
  #waiting: Change[] = []
  #underWay: Change[] = []
  #hopes: { number: number; resolve: (revision: number) => void; reject: (error: Error) => void }[] = []

  constructor({ head, epoch }: Pick<StoredPad, 'head' | 'epoch'>) {
    this.head = head
    this.#epoch = epoch
  }

  add(change: Omit<Change, 'number'>): void {
    this.applied += 1
    this.#waiting.push({ ...change, number: this.applied })
  }

  /** Takes what is added meanwhile for an act of power: it is noted with the last of it. */
  noting(note: ActToNote | undefined, add: () => unknown): void {
    const before = this.applied
    add()
    const last = this.#waiting.at(-1)
    if (last && this.applied > before) last.note = note
  }

  get isEmpty(): boolean {
    return this.applied === this.committed
  }

  /** Whether a commit is under way. */
  get isBeingStored(): boolean {
    return this.#underWay.length > 0
  }

  /** All that is not stored yet, in order. */
  pending(): Change[] {
    return [...this.#underWay, ...this.#waiting]
  }

  /** The next commit's share of this pad. */
  take(pad: string): Append | undefined {
    if (this.#waiting.length === 0) return undefined
    this.#underWay = this.#waiting
    this.#waiting = []
    return {
      pad,
      epoch: this.#epoch,
      onlyIfEmpty: this.#underWay.some(({ seeds }) => seeds),
      entries: this.#underWay.map(({ person, update, note }) => ({ person, bytes: update, ...(note && { note }) })),
      clients: this.#underWay.flatMap(({ claims }) => claims),
    }
  }

  putBack(): void {
    this.#waiting = this.pending()
    this.#underWay = []
  }

  /** What was under way is stored; gives it back. */
  stored(head: number): Change[] {
    const batch = this.#underWay
    this.#underWay = []
    this.head = head
    this.committed += batch.length
    const fulfilled = this.#hopes.filter(({ number }) => number <= this.committed)
    this.#hopes = this.#hopes.filter(({ number }) => number > this.committed)
    for (const { number, resolve } of fulfilled) resolve(this.revisionOf(number))
    return batch
  }

  /** The revision that a stored change became; exact for those of the last commit. */
  revisionOf(number: number): number {
    return this.head - (this.committed - number)
  }

  /** Resolves with the revision when everything applied so far is stored. */
  whenStored(): Promise<number> {
    if (this.isEmpty) return Promise.resolve(this.head)
    const number = this.applied
    return new Promise((resolve, reject) => this.#hopes.push({ number, resolve, reject }))
  }

  /** Nothing of this will ever be stored. */
  fail(error: Error): void {
    for (const { reject } of this.#hopes) reject(error)
    this.#hopes = []
  }
}
