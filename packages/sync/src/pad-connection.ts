import { CLOSE, type PadStatus } from '@forumpad/api'
import { CLOSED, TAKEN } from './inbox.ts'
import { LIMITS } from './limits.ts'
import type { LivePad } from './live-pad.ts'
import { Peer } from './peer.ts'
import type { Connection, PadRight, PeerIntro, Wire } from './ports.ts'

/** What a connection needs of the pads in memory. */
export type ConnectionParts = {
  open(): Promise<LivePad | undefined>
  status(): PadStatus
  /** The connection has ended; `pad` is the one that it was in. */
  left(pad: LivePad | undefined): void
  failed(error: unknown): void
}

type State =
  /** What the socket says is kept until the pad is there. */
  { is: 'opening'; messages: Uint8Array[]; bytes: number } | { is: 'open'; pad: LivePad; peer: Peer } | { is: 'ended' }

/** One socket's way into its pad: from the moment it opens, whatever the pad's loading takes. */
export class PadConnection implements Connection {
  readonly padName: string
  readonly #intro: PeerIntro
  readonly #wire: Wire
  readonly #parts: ConnectionParts
  #state: State = { is: 'opening', messages: [], bytes: 0 }
  #lastAsked: Promise<void> = Promise.resolve()

  constructor(padName: string, intro: PeerIntro, wire: Wire, parts: ConnectionParts) {
    this.padName = padName
    this.#intro = intro
    this.#wire = wire
    this.#parts = parts
  }

  /** The id of whoever sits at the other end. */
  get person(): string {
    return this.#intro.person.id
  }

  /** Whether it is about to enter its pad, which must stay in memory then. */
  get isOpening(): boolean {
    return this.#state.is === 'opening'
  }

  /** @param schemaVersion the server's: a page of another would delete what it does not know */
  begin(schemaVersion: number): void {
    const { page, schemaVersion: theirs } = this.#intro
    if (page && theirs !== schemaVersion)
      return this.end(CLOSE.clientTooOld, 'This page is of another version. Reload it.')
    // Who came before a right changed is asked with all others; who comes later is asked here.
    const opened = this.#intro.rightNow ? this.askRight().then(() => this.#open()) : this.#open()
    opened.then(
      (pad) => this.#enter(pad),
      (error: unknown) => {
        this.#parts.failed(error)
        this.end(CLOSE.restart, 'The pad could not be opened just now.')
      },
    )
  }

  /** Finds out what the person may do here now, and holds them to it. One question after the other: the last answer stands. */
  askRight(): Promise<void> {
    const { rightNow } = this.#intro
    if (!rightNow) return Promise.resolve()
    this.#lastAsked = this.#lastAsked
      .then(() => rightNow())
      .then(
        (right) => this.#hold(right),
        (error: unknown) => {
          this.#parts.failed(error)
          this.end(CLOSE.restart, 'What you may do here could not be found out just now.')
        },
      )
    return this.#lastAsked
  }

  receive(message: Uint8Array): void {
    const state = this.#state
    if (state.is === 'open') return state.pad.receive(state.peer, message)
    if (state.is === 'ended') return
    state.messages.push(message)
    state.bytes += message.length
    if (state.messages.length > LIMITS.waitingMessages || state.bytes > LIMITS.waitingBytes) {
      this.end(CLOSE.tooMany, 'Too much was sent before the pad was open.')
    }
  }

  closed(): void {
    const state = this.#state
    if (state.is === 'ended') return
    this.#state = { is: 'ended' }
    if (state.is === 'open') state.pad.detach(state.peer)
    this.#parts.left(state.is === 'open' ? state.pad : undefined)
  }

  /** Closes the socket. */
  end(code: number, reason: string): void {
    const state = this.#state
    if (state.is === 'ended') return
    if (state.is === 'open') state.peer.close(code, reason)
    else this.#wire.close(code, reason)
    this.closed()
  }

  async #open(): Promise<LivePad | undefined> {
    return this.#state.is === 'ended' ? undefined : this.#parts.open()
  }

  #hold(right: PadRight): void {
    const state = this.#state
    if (state.is === 'open') return state.pad.hold(state.peer, right)
    if (right === 'none') return this.end(CLOSE.notAllowed, CLOSED)
    this.#intro.mayWrite = right === 'write'
  }

  #enter(pad: LivePad | undefined): void {
    if (this.#state.is !== 'opening') return this.#parts.left(pad)
    if (!pad) return this.end(CLOSE.noSuchPad, 'There is no such pad.')
    if (pad.isOver) return this.end(CLOSE.restart, 'The pad is just being opened anew.')
    const { page, epoch, client, person } = this.#intro
    if (page && epoch !== pad.epoch) {
      return this.end(CLOSE.clientTooOld, 'This pad was begun anew meanwhile. Reload the page.')
    }
    if (client !== undefined && !pad.claims.mayClaim(client, person.id)) {
      return this.end(CLOSE.notAllowed, TAKEN)
    }
    const { messages } = this.#state
    const peer = new Peer(this.#intro, this.#wire)
    if (client !== undefined) {
      peer.client = client
      pad.claims.claim(client, person.id)
    }
    this.#state = { is: 'open', pad, peer }
    pad.attach(peer, this.#parts.status())
    for (const message of messages) pad.receive(peer, message)
  }
}
