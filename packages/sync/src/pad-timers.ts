import type { Clock } from './ports.ts'

type Kind = 'commit' | 'presence' | 'heartbeat'

/** What a pad will do later, each kind at most once. Ended by `stopAll`. */
export class PadTimers {
  readonly #clock: Clock
  readonly #running = new Map<Kind, () => void>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  has(what: Kind): boolean {
    return this.#running.has(what)
  }

  /** In place of one of the same kind that runs. */
  start(what: Kind, ms: number, then: () => void): void {
    this.stop(what)
    const callOff = this.#clock.after(ms, () => {
      this.#running.delete(what)
      then()
    })
    this.#running.set(what, callOff)
  }

  stop(what: Kind): void {
    this.#running.get(what)?.()
    this.#running.delete(what)
  }

  stopAll(): void {
    for (const callOff of this.#running.values()) callOff()
    this.#running.clear()
  }
}
