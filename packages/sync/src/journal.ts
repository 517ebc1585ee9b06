import type { PadStatus } from '@forumpad/api'
import { LIMITS } from './limits.ts'
import { Pace } from './pace.ts'
import type { Append, Appended, Clock, PadStore, SyncEvents } from './ports.ts'

/** A pad as the journal sees it. */
export interface JournalPad {
  /** All changes that are not stored yet, or undefined if there are none. They count as under way until one of the next is called. */
  takePending(): Append | undefined
  /** The changes are stored, up to revision `head`, with the time `at` in the log. */
  stored(head: number, at: number): void
  /** Nothing was stored; the changes wait for the next try. */
  putBack(): void
  refused(because: Extract<Appended, { is: 'refused' }>['because']): void
}

/**
 * Group commit: while one transaction runs, the next batch gathers; a quiet server commits at once, a busy one lets a few
 * milliseconds gather. A store that fails is
 * tried again for ever, each pad by itself, so that one that cannot be stored holds up no other.
 */
export class Journal {
  readonly #store: PadStore
  readonly #clock: Clock
  readonly #events: Pick<SyncEvents, 'status' | 'failed'>
  readonly #waiting = new Set<JournalPad>()
  #running: Promise<void> | undefined
  readonly #pace = new Pace()
  #failures = 0
  #callOffAlarm: (() => void) | undefined
  #status: PadStatus = { is: 'saving-works' }

  /** @param events hears each change of the saving state, and each failure */
  constructor(store: PadStore, clock: Clock, events: Pick<SyncEvents, 'status' | 'failed'>) {
    this.#store = store
    this.#clock = clock
    this.#events = events
  }

  get status(): PadStatus {
    return this.#status
  }

  /** The pad has changes to store. */
  add(pad: JournalPad): void {
    this.#waiting.add(pad)
    this.#running ??= this.#run()
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #run(): Promise<void> {
    // One turn later, so that what came in the same read goes in the same transaction.
    await Promise.resolve()
    while (this.#waiting.size > 0) {
      const wait = this.#pace.waitAt(this.#clock.now())
      if (wait > 0) await this.#after(wait)
      await this.#commit(this.#nextBatch())
    }
    this.#running = undefined
  }

  #nextBatch(): JournalPad[] {
    const size = this.#failures > 0 ? 1 : LIMITS.padsPerCommit
    const batch: JournalPad[] = []
    for (const pad of this.#waiting) {
      if (batch.length === size) break
      batch.push(pad)
      this.#waiting.delete(pad)
    }
    return batch
  }

  async #commit(batch: readonly JournalPad[]): Promise<void> {
    const pads: JournalPad[] = []
    const appends: Append[] = []
    for (const pad of batch) {
      const append = pad.takePending()
      if (!append) continue
      pads.push(pad)
      appends.push(append)
    }
    if (appends.length === 0) return
    const at = this.#clock.now()
    const results = await this.#append(appends, at)
    if (results) {
      for (const [i, pad] of pads.entries()) settle(pad, results[i], at)
      return
    }
    for (const pad of pads) {
      pad.putBack()
      this.#waiting.add(pad)
    }
    await this.#pause()
  }

  /** Undefined if nothing was stored. */
  async #append(appends: readonly Append[], at: number): Promise<readonly Appended[] | undefined> {
    try {
      const results = await this.#store.append(appends, at)
      this.#pace.ended(this.#clock.now())
      this.#succeeded()
      return results
    } catch (error) {
      this.#events.failed('storing changes', error)
      return undefined
    }
  }

  #succeeded(): void {
    this.#failures = 0
    this.#callOffAlarm?.()
    this.#callOffAlarm = undefined
    if (this.#status.is === 'saving-fails') this.#tell({ is: 'saving-works' })
  }

  #pause(): Promise<void> {
    this.#failures += 1
    const since = this.#clock.now()
    this.#callOffAlarm ??= this.#clock.after(LIMITS.failingMs, () => this.#tell({ is: 'saving-fails', since }))
    const wait = Math.min(LIMITS.retryMs.first * 2 ** (this.#failures - 1), LIMITS.retryMs.longest)
    return this.#after(wait)
  }

  #after(ms: number): Promise<void> {
    return new Promise((resolve) => this.#clock.after(ms, resolve))
  }

  #tell(status: PadStatus): void {
    this.#status = status
    this.#events.status(status)
  }
}

function settle(pad: JournalPad, result: Appended | undefined, at: number): void {
  if (!result) throw new Error('The store answered for fewer pads than it was given')
  if (result.is === 'appended') pad.stored(result.head, at)
  else pad.refused(result.because)
}
