import type { HistoryStretch } from '@forumpad/api'
import { KnownFrames, type ShownFrame } from './known-frames.ts'
import { fittingSpeed, type Speed } from './speeds.ts'

export type TimesliderState = {
  frame: ShownFrame
  /** Where the handle stands; the frame follows as soon as it is there. */
  wanted: number
  newest: number
  playing: boolean
  speed: Speed
  /** Why what is wanted cannot be shown. */
  problem: string | null
}

/** Which frames are asked for: `frames` of them, every `by`-th from `from` on. */
export type FramesWanted = { from: number; by: number; frames: number }

export type TimesliderParts = {
  /** Asks the server. */
  ask(wanted: FramesWanted): Promise<{ is: 'done'; body: HistoryStretch } | { is: 'problem'; problem: string }>
  /** Calls back once after so many milliseconds; the returned function calls it off. */
  after(ms: number, callback: () => void): () => void
  changed(): void
}

/** Frames that are fetched ahead while it plays, and how few may be left before the next are. */
const AHEAD = { fetch: 40, least: 20 }
/** Who rests at a revision has its neighbours at once. */
const AROUND = { before: 15, frames: 31, afterMs: 250 }

/** Goes back and forth in a pad's history. What the server has sent is shown at once; while somebody drags, only the last place is asked for. */
export class Timeslider {
  readonly #parts: TimesliderParts
  readonly #known = new KnownFrames()
  #state: TimesliderState
  #asking = false
  #callOffTick = () => {}
  #callOffAround = () => {}

  constructor(first: HistoryStretch, parts: TimesliderParts) {
    this.#parts = parts
    const [frame] = this.#known.take(first)
    if (!frame) throw new Error('A stretch has at least one frame.')
    const { newest } = first
    this.#state = { frame, wanted: frame.number, newest, playing: false, speed: fittingSpeed(newest), problem: null }
  }

  get state(): TimesliderState {
    return this.#state
  }

  /** Goes to a revision. */
  go(number: number): void {
    this.#change({ wanted: number, problem: null })
    this.#showWanted()
  }

  step(by: 1 | -1): void {
    this.pause()
    this.go(Math.min(this.#state.newest, Math.max(1, this.#state.wanted + by)))
  }

  play(): void {
    if (this.#state.playing) return
    if (this.#state.wanted >= this.#state.newest) this.go(1)
    this.#change({ playing: true })
    this.#tickSoon()
  }

  pause(): void {
    this.#callOffTick()
    if (this.#state.playing) this.#change({ playing: false })
  }

  setSpeed(speed: Speed): void {
    this.#change({ speed })
  }

  stop(): void {
    this.pause()
    this.#callOffAround()
  }

  #change(change: Partial<TimesliderState>): void {
    this.#state = { ...this.#state, ...change }
    this.#parts.changed()
  }

  #tickSoon(): void {
    this.#callOffTick = this.#parts.after(this.#state.speed.everyMs, () => this.#tick())
  }

  #tick(): void {
    const { frame, wanted, newest, speed, problem } = this.#state
    if (problem !== null) return this.pause()
    // While the server is slower than the clock, the clock waits.
    if (frame.number === wanted) {
      if (wanted >= newest) return this.pause()
      this.go(Math.min(wanted + speed.by, newest))
      this.#fetchAhead()
    }
    this.#tickSoon()
  }

  #fetchAhead(): void {
    const { wanted, newest, speed } = this.#state
    for (let ahead = 1; ahead <= AHEAD.least; ahead++) {
      const number = wanted + ahead * speed.by
      if (number > newest) return
      if (!this.#known.at(number)) return void this.#ask({ from: number, by: speed.by, frames: AHEAD.fetch })
    }
  }

  #showWanted(): void {
    const { wanted, frame, playing, speed } = this.#state
    const known = this.#known.at(wanted)
    if (known && known !== frame) this.#change({ frame: known })
    if (!known) this.#ask({ from: wanted, by: speed.by, frames: playing ? AHEAD.fetch : 1 })
    else if (!playing) this.#fetchAroundSoon()
  }

  #fetchAroundSoon(): void {
    this.#callOffAround()
    this.#callOffAround = this.#parts.after(AROUND.afterMs, () => {
      const { wanted, newest, playing } = this.#state
      const isKnown = (number: number) => number < 1 || number > newest || this.#known.at(number) !== undefined
      if (playing || (isKnown(wanted - 1) && isKnown(wanted + 1))) return
      this.#ask({ from: Math.max(1, wanted - AROUND.before), by: 1, frames: AROUND.frames })
    })
  }

  /** One question at a time; what was wanted meanwhile is asked next. */
  async #ask(wanted: FramesWanted): Promise<void> {
    if (this.#asking) return
    this.#asking = true
    const answer = await this.#parts.ask(wanted)
    this.#asking = false
    if (answer.is === 'done') {
      this.#known.take(answer.body)
      this.#change({ newest: Math.max(this.#state.newest, answer.body.newest), problem: null })
      if (this.#state.frame.number !== this.#state.wanted) this.#showWanted()
    } else if (this.#state.wanted === wanted.from) {
      this.#change({ problem: answer.problem, wanted: this.#state.frame.number })
    } else if (this.#state.frame.number !== this.#state.wanted && !this.#known.at(this.#state.wanted))
      this.#showWanted()
  }
}
