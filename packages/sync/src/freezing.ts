import type { ActToNote } from '@forumpad/api'
import type { ChangeQueue } from './change-queue.ts'
import { LIMITS } from './limits.ts'
import type { SyncParts } from './ports.ts'

/** What freezing needs of its pad. */
export type FreezingParts = Pick<SyncParts, 'store' | 'clock' | 'events'> & {
  queue: Pick<ChangeQueue, 'whenStored'>
  /** Writes the template, so that a pad which nobody has opened is not frozen empty. */
  seeded(): Promise<void>
  /** The pad was frozen or thawed. */
  changed(): void
}

/**
 * Whether a pad takes text. Freezing bites at one moment: what was taken before it is stored, and after that the freeze; what comes
 * later is not taken. Thawing is stored before anything is taken again, so after a crash a pad is never more open than anybody was told.
 */
export class Freezing {
  /** Since when the pad takes no text (milliseconds since 1970), or null if it does. */
  since: number | null
  readonly #pad: string
  readonly #parts: FreezingParts
  #underWay = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(pad: string, since: number | null, parts: FreezingParts) {
    this.#pad = pad
    this.since = since
    this.#parts = parts
  }

  /** Whether something of it is not stored yet: the pad must stay in memory. */
  get isUnderWay(): boolean {
    return this.#underWay > 0
  }

  /** Resolves, with the time of the freeze, once it is stored, and `note` with it. It bites before. */
  freeze(note?: ActToNote): Promise<number> {
    return this.#inTurn(async () => {
      if (this.since !== null) return this.since
      await this.#parts.seeded()
      const since = this.#parts.clock.now()
      this.#set(since)
      await this.#parts.queue.whenStored()
      await this.#store(since, note)
      return since
    })
  }

  /** Resolves once it is stored, and bites then. */
  thaw(note?: ActToNote): Promise<void> {
    return this.#inTurn(async () => {
      if (this.since === null) return
      await this.#store(null, note)
      this.#set(null)
    })
  }

  /** Resolves when nothing of it is under way. */
  async idle(): Promise<void> {
    while (this.isUnderWay) await this.#last
  }

  #set(since: number | null): void {
    this.since = since
    this.#parts.changed()
  }

  /** Tries until it succeeds, as the journal does. */
  async #store(since: number | null, note: ActToNote | undefined): Promise<void> {
    const { store, clock, events } = this.#parts
    for (let failures = 0; ; failures++) {
      try {
        return await store.setFrozen(this.#pad, since, note)
      } catch (error) {
        events.failed(since === null ? 'thawing a pad' : 'freezing a pad', error)
        const wait = Math.min(LIMITS.retryMs.first * 2 ** failures, LIMITS.retryMs.longest)
        await new Promise<void>((resolve) => clock.after(wait, resolve))
      }
    }
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#underWay += 1
    const result = this.#last.then(work).finally(() => {
      this.#underWay -= 1
    })
    // Whoever asked hears of a failure; whoever comes next need not.
    this.#last = result.catch(() => {})
    return result
  }
}
