import type { PadStatus } from '@forumpad/api'
import { LIMITS } from './limits.ts'
import type { Frame, PeerIntro, Wire } from './ports.ts'

/** How far a peer has come. Changes of the pad are counted; see `CommittedText`. */
export type PeerState =
  /** It has not yet said what it has. */
  | { is: 'new' }
  /** It gets what it lacks when changes up to `upTo` are stored. */
  | { is: 'waiting'; for: { is: 'everything' } | { is: 'difference'; update: Uint8Array; upTo: number } }
  /** It gets what is stored, as it is stored. */
  | { is: 'live' }
  /** It does not read: nothing more is sent until it does. It has changes up to `upTo`. */
  | { is: 'behind'; since: number; upTo: number }
  /** It may not read any more: it is told what of its own is stored, and nothing else, until its socket is closed. */
  | { is: 'shut-out' }
  | { is: 'gone' }

/** One socket in a live pad: what it has been sent, and what it is owed. */
export class Peer {
  state: PeerState = { is: 'new' }
  /** The Yjs client id that it speaks for. */
  client: number | undefined
  /** Whether it has told everything that it had when it connected. */
  hasCaughtUp = false
  /** Whether the server has asked for what it lacks. */
  hasBeenAsked = false
  /** Whether it was told who wrote what, so that news are enough from now on. */
  knowsAuthors = false
  /** The last change that is on its way to it. */
  sentUpTo = 0
  /** How many client ids that nobody knew it has brought words of. */
  strangers = 0
  /** Words of it were not taken: nothing more that it says is heard, until its socket is closed. */
  isRefused = false
  /** The last heartbeat round in which it was sent anything. */
  isQuiet = true
  /** The revision up to which its page knows that it has the text. */
  toldRevision = 0
  readonly intro: PeerIntro
  readonly #wire: Wire
  #received = 0
  #owed: { number: number; upTo: number }[] = []

  constructor(intro: PeerIntro, wire: Wire) {
    this.intro = intro
    this.#wire = wire
  }

  /** How the pad is, for this peer: whoever may only read need not know how saving goes. */
  statusOf(pad: PadStatus): PadStatus {
    return pad.is === 'frozen' || this.intro.mayWrite ? pad : { is: 'reading' }
  }

  /** A text message came: its number on this connection, from 1. */
  countText(): number {
    this.#received += 1
    return this.#received
  }

  /** Text message `number` is stored when changes up to `upTo` are. */
  owe(number: number, upTo: number): void {
    this.#owed.push({ number, upTo })
  }

  /** Whether its page waits to hear that what it said is stored. */
  get isOwed(): boolean {
    return this.intro.page && this.#owed.length > 0
  }

  /** How many text messages are stored now, if that is news. */
  takeAcknowledgement(committed: number): number | undefined {
    let news: number | undefined
    while (this.#owed[0] && this.#owed[0].upTo <= committed) news = this.#owed.shift()?.number
    return news
  }

  /** Whether so much is queued that nothing more should be. */
  isChoked(): boolean {
    return this.#wire.queuedBytes() > LIMITS.outboxBytes
  }

  onceDrained(callback: () => void): void {
    this.#wire.onceDrained(callback)
  }

  send(frames: readonly Frame[]): void {
    if (frames.length === 0 || this.state.is === 'gone') return
    this.isQuiet = false
    this.#wire.send(frames)
  }

  close(code: number, reason: string): void {
    if (this.state.is === 'gone') return
    this.state = { is: 'gone' }
    this.#wire.close(code, reason)
  }
}
