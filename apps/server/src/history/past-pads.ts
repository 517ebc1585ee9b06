import type { Clock } from '@forumpad/sync'
import type { PastPad } from './past-pad.ts'

const MOST = 6
const IDLE_MS = 60_000

type Kept = { pad: string; epoch: number; past: PastPad; callOff(): void }

/** The last few pads that were looked at in the past, where they were left: whoever scrubs on needs not begin at a keyframe again. */
export class PastPads {
  readonly #clock: Clock
  /** In the order of their last use. */
  #kept: Kept[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Takes out the nearest one at or before a revision; whoever takes it puts it back or closes it. */
  take(pad: string, epoch: number, revision: number, after: number): PastPad | undefined {
    let best: Kept | undefined
    for (const kept of this.#kept) {
      const isNearer = kept.past.revision > (best?.past.revision ?? after) && kept.past.revision <= revision
      if (kept.pad === pad && kept.epoch === epoch && isNearer) best = kept
    }
    if (best) this.#remove(best)
    return best?.past
  }

  put(pad: string, epoch: number, past: PastPad): void {
    const kept: Kept = { pad, epoch, past, callOff: this.#clock.after(IDLE_MS, () => this.#drop(kept)) }
    this.#kept.push(kept)
    const [oldest] = this.#kept
    if (oldest && this.#kept.length > MOST) this.#drop(oldest)
  }

  /** Lets go of all of one pad, or of everything. */
  clear(pad?: string): void {
    for (const kept of this.#kept) if (pad === undefined || kept.pad === pad) this.#drop(kept)
  }

  #drop(kept: Kept): void {
    this.#remove(kept)
    kept.past.close()
  }

  #remove(kept: Kept): void {
    kept.callOff()
    this.#kept = this.#kept.filter((each) => each !== kept)
  }
}
