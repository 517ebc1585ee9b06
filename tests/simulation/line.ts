import type { Clock, Connection, Frame, LivePads, PeerIntro, Wire } from '@forumpad/sync'

/** How a line behaves. Times in milliseconds, each way. */
export type LineState = { upMs: number; downMs: number }

/** What a client hears from its line. */
export type LineEnd = {
  opened(): void
  heard(message: Uint8Array): void
  /** The line is gone; `code` only if the server said so. */
  closed(code: number | undefined, reason: string): void
}

/**
 * One socket from a client to a server process, over a network that delays, stalls, and loses. As with TCP, messages arrive in order and
 * whole, and what is lost is lost with all that follows.
 */
export class Line implements Wire {
  state: LineState
  readonly #clock: Clock
  readonly #end: LineEnd
  #connection: Connection | undefined
  #is: 'opening' | 'open' | 'half-open' | 'leaving' | 'gone' = 'opening'
  #lastUp = 0
  #lastDown = 0
  #queued = 0
  #held: Uint8Array[] | undefined
  #drained: (() => void)[] = []
  /** The most that was queued at once, and the largest write. */
  mostQueued = 0
  largestWrite = 0

  constructor(clock: Clock, state: LineState, end: LineEnd) {
    this.#clock = clock
    this.state = state
    this.#end = end
  }

  /** Reaches a server after a while, unless there is none any more by then. */
  reach(pads: () => LivePads | undefined, pad: string, intro: PeerIntro): void {
    this.#up(() => {
      const there = pads()
      if (!there) return this.#hangUp(undefined, 'Nobody is there')
      this.#connection = there.connect(pad, intro, this)
      this.#down(() => {
        if (this.#is === 'opening') this.#is = 'open'
        this.#end.opened()
      })
    })
  }

  /** The client says something; `arrived` is called when the server has it. */
  say(message: Uint8Array, arrived?: () => void): void {
    this.#up(() => {
      if (!this.#connection) return
      this.#connection.receive(message)
      arrived?.()
    })
  }

  send(frames: readonly Frame[]): void {
    if (this.#is === 'gone') return
    let size = 0
    for (const { payload } of frames) {
      size += payload.length
      this.#queued += payload.length
      this.#down(() => this.#arrive(payload))
    }
    this.largestWrite = Math.max(this.largestWrite, size)
    this.mostQueued = Math.max(this.mostQueued, this.#queued)
  }

  queuedBytes(): number {
    return this.#queued
  }

  onceDrained(callback: () => void): void {
    this.#drained.push(callback)
  }

  close(code: number, reason: string): void {
    this.#connection = undefined
    this.#down(() => this.#hangUp(code, reason))
  }

  /** The client reads nothing more; what comes is queued. */
  stall(): void {
    this.#held ??= []
  }

  resume(): void {
    const held = this.#held ?? []
    this.#held = undefined
    for (const payload of held) if (this.#is !== 'gone') this.#deliver(payload)
  }

  /** From now on nothing arrives either way, and nobody is told. */
  halfOpen(): void {
    if (this.#is === 'open' || this.#is === 'opening') this.#is = 'half-open'
  }

  /** The client closes the socket: what it has said arrives, and then the server hears of it. */
  hangUp(): void {
    if (this.#is === 'gone' || this.#is === 'half-open') return this.cut(60_000)
    this.#is = 'leaving'
    this.#up(() => {
      this.#is = 'gone'
      this.#connection?.closed()
      this.#connection = undefined
    })
  }

  /** The line breaks: what is under way is lost. The server hears of it `afterMs` later. */
  cut(afterMs: number): void {
    if (this.#is === 'gone') return
    this.#is = 'gone'
    const connection = this.#connection
    this.#connection = undefined
    if (connection) this.#clock.after(afterMs, () => connection.closed())
  }

  /** The process at the other end is dead. */
  lose(): void {
    if (!this.#connection) return
    this.#connection = undefined
    if (this.#is === 'half-open' || this.#is === 'leaving') return
    this.#down(() => this.#hangUp(undefined, 'The server is gone'))
  }

  #up(arrives: () => void): void {
    const open = () => this.#is === 'open' || this.#is === 'opening' || this.#is === 'leaving'
    this.#lastUp = this.#when(this.#lastUp, this.state.upMs, () => open() && arrives())
  }

  #down(arrives: () => void): void {
    const open = () => this.#is === 'open' || this.#is === 'opening'
    this.#lastDown = this.#when(this.#lastDown, this.state.downMs, () => open() && arrives())
  }

  #when(last: number, ms: number, arrives: () => void): number {
    const now = this.#clock.now()
    const at = Math.max(last, now + ms)
    this.#clock.after(at - now, arrives)
    return at
  }

  #arrive(payload: Uint8Array): void {
    if (this.#held) this.#held.push(payload)
    else this.#deliver(payload)
  }

  #deliver(payload: Uint8Array): void {
    this.#queued -= payload.length
    this.#end.heard(payload)
    if (this.#queued > 0) return
    for (const callback of this.#drained.splice(0)) callback()
  }

  #hangUp(code: number | undefined, reason: string): void {
    if (this.#is === 'gone') return
    // What has arrived is read before the farewell.
    this.resume()
    this.#is = 'gone'
    this.#end.closed(code, reason)
  }
}
