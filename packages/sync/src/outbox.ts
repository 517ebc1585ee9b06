import { CLOSE, MESSAGE, type PadStatus } from '@forumpad/api'
import type { Change } from './change-queue.ts'
import type { StoredFrame } from './committed-text.ts'
import { Differences } from './differences.ts'
import { LIMITS } from './limits.ts'
import type { OpenPad } from './open-pad.ts'
import type { Peer } from './peer.ts'
import type { Frame, SyncParts } from './ports.ts'
import {
  EMPTY_UPDATE,
  writeCatchUp,
  writeHeartbeat,
  writeJson,
  writeSaved,
  writeStateVector,
  writeUpdate,
} from './protocol.ts'

const RESCUED = 'Words typed into a line that was deleted meanwhile are kept as a line of their own.'

const NO_FRAMES: readonly Frame[] = []

/** Less than any change: everything is lacking. */
const NOTHING = -1

/** How many heartbeat rounds pass between two full lists of who is here, for stock clients, which forget in 30 s. */
const STOCK_ROUNDS = 3

/**
 * What a pad says to its sockets. Only what is stored goes out; each message is framed once for all of them; who does not
 * read is left alone until it does, and then brought up to date.
 */
export class Outbox {
  readonly #pad: OpenPad
  readonly #parts: SyncParts
  #rounds = 0
  #everything: { state: Uint8Array; alone: Frame; first: Frame } | undefined
  readonly #emptyCatchUp: Frame
  #question: { applied: number; frame: Frame } | undefined
  readonly #differences: Differences

  constructor(pad: OpenPad, parts: SyncParts) {
    this.#pad = pad
    this.#parts = parts
    this.#differences = new Differences(pad.document, pad.queue)
    this.#emptyCatchUp = parts.frame(writeCatchUp(EMPTY_UPDATE))
  }

  welcome(peer: Peer, status: PadStatus): void {
    if (peer.statusOf(status).is !== 'saving-works') this.tellHow(peer, status)
  }

  /** Says why, before the socket is closed. */
  explain(peer: Peer, text: string): void {
    if (peer.intro.page) peer.send([this.#json(MESSAGE.notice, { code: 'closed', text })])
  }

  /** The peer says what it has: it gets the rest as soon as that is stored. */
  bringUpToDate(peer: Peer, stateVector: Uint8Array): void {
    // Who asks again and again and does not read the answers gets everything once it does.
    if (peer.state.is !== 'behind') this.#isChoked(peer)
    if (peer.state.is === 'behind') {
      peer.state = { ...peer.state, upTo: NOTHING }
      return
    }
    if (isEmptyStateVector(stateVector)) {
      this.#renewIfStale()
      peer.state = { is: 'waiting', for: { is: 'everything' } }
    } else {
      const update = this.#differences.from(stateVector)
      if (!update) return this.#pad.expel(peer, CLOSE.malformed, 'This state vector cannot be read.')
      peer.state = { is: 'waiting', for: { is: 'difference', update, upTo: this.#pad.queue.applied } }
    }
    this.#answer(peer)
  }

  /** Sends each peer what was just stored, and the writers that it is. */
  tellStored(stored: StoredFrame<Frame>, onlyWriter: Peer | undefined, authors: Frame | undefined): void {
    const { news, alone } = this.#news()
    // The very same list goes to all who hear the same, so that a wire need not join its frames anew for each.
    const toReaders = [stored.frame, ...news]
    const toPages = authors ? [stored.frame, authors, ...news] : toReaders
    for (const peer of this.#pad.peers) {
      if (peer.state.is === 'waiting') {
        this.#answer(peer)
        continue
      }
      if (peer.state.is === 'shut-out') peer.send(this.#acknowledgement(peer))
      if (peer.state.is !== 'live') continue
      if (this.#isChoked(peer)) continue
      peer.sentUpTo = stored.upTo
      const frames = peer.knowsAuthors ? toPages : toReaders
      const acknowledgement = this.#acknowledgement(peer)
      if (peer === onlyWriter) {
        const others =
          alone !== undefined && peer.client === alone ? frames.slice(1, frames.length - news.length) : frames.slice(1)
        peer.send([...others, ...acknowledgement])
      } else peer.send(acknowledgement.length > 0 ? [...frames, ...acknowledgement] : frames)
    }
  }

  acknowledge(peer: Peer): void {
    if (peer.state.is === 'live' || peer.state.is === 'new') peer.send(this.#acknowledgement(peer))
  }

  tellPresence(): void {
    const { news, alone } = this.#news()
    if (news.length === 0) return
    for (const peer of this.#pad.peers) {
      if (peer.state.is !== 'live' || (alone !== undefined && peer.client === alone)) continue
      if (!this.#isChoked(peer)) peer.send(news)
    }
  }

  tellEverybody(peer: Peer): void {
    if (peer.state.is === 'live' && !this.#isChoked(peer)) peer.send([this.#everybody()])
  }

  tellStatus(status: PadStatus): void {
    for (const peer of this.#pad.peers) this.tellHow(peer, status)
  }

  tellHow(peer: Peer, status: PadStatus): void {
    if (peer.intro.page) peer.send([this.#json(MESSAGE.status, peer.statusOf(status))])
  }

  /** Whether any page follows who writes what. */
  isAskedForAuthors(): boolean {
    for (const { knowsAuthors } of this.#pad.peers) if (knowsAuthors) return true
    return false
  }

  /** Tells every page that knows the rest. */
  tellAuthors(frame: Frame): void {
    for (const peer of this.#pad.peers) if (peer.state.is === 'live' && peer.knowsAuthors) peer.send([frame])
  }

  /** Tells those whose words were put back in a line of their own, and nobody else. */
  tellRescued(changes: readonly Change[]): void {
    for (const { rescued } of changes) {
      if (!rescued?.line) continue
      const line = `${rescued.line.client}:${rescued.line.clock}`
      const notice = this.#json(MESSAGE.notice, { code: 'rescued', text: RESCUED, line })
      for (const peer of this.#pad.peers) if (peer.intro.page && peer.client === rescued.of) peer.send([notice])
    }
  }

  /** A sign of life for everybody who has heard nothing since the last round, and to pages how far the text has come. */
  beat(): void {
    this.#rounds += 1
    const everybody = this.#rounds % STOCK_ROUNDS === 0 ? this.#everybody() : undefined
    const now = this.#parts.clock.now()
    const { head } = this.#pad.queue
    const [alive, upToDate] = [this.#parts.frame(writeHeartbeat(0)), this.#parts.frame(writeHeartbeat(head))]
    for (const peer of [...this.#pad.peers]) {
      if (peer.state.is === 'behind') {
        if (now - peer.state.since > LIMITS.behindMs)
          this.#pad.expel(peer, CLOSE.tooSlow, 'This connection does not keep up.')
      } else if (!peer.intro.page) {
        if (everybody) peer.send([everybody])
      } else if (peer.state.is === 'live' && (peer.isQuiet || peer.toldRevision !== head)) {
        peer.toldRevision = head
        peer.send([upToDate])
      } else if (peer.isQuiet) peer.send([alive])
      peer.isQuiet = true
    }
  }

  /** Answers a waiting peer if what it waits for is stored. */
  #answer(peer: Peer): void {
    const text = this.#textFor(peer)
    if (!text) return
    const ask = this.#questionFor(peer)
    const hasWords = peer.state.is === 'waiting' && peer.state.for.is === 'difference'
    peer.state = { is: 'live' }
    peer.sentUpTo = this.#pad.queue.committed
    // Whoever has words of their own is asked for them before they hear what was deleted: Yjs would forget those under it at once.
    const first = hasWords ? ask() : []
    const isCold = !this.#pad.document.isDecoded
    peer.send([...first, ...text, this.#introduction(peer), ...this.#acknowledgement(peer)])
    const goOn = () => {
      this.#tellAllAuthors(peer)
      if (!hasWords) peer.send(ask())
    }
    // A cold pad is decoded for these, which would hold up the text if that is still on its way out.
    if (isCold) peer.onceDrained(goOn)
    else goOn()
  }

  /** Makes, once for each peer, the question what it has. */
  #questionFor(peer: Peer): () => Frame[] {
    const isDue = !peer.hasBeenAsked
    peer.hasBeenAsked = true
    return () => (isDue ? [this.#stateVector()] : [])
  }

  /** After the text, which must not wait for it. */
  #tellAllAuthors(peer: Peer): void {
    if (!peer.intro.page) return
    peer.knowsAuthors = false
    const tell = (everything: Frame) => {
      if (peer.state.is !== 'live' || peer.knowsAuthors) return
      peer.knowsAuthors = true
      peer.send([everything])
    }
    this.#pad.authors.whole(tell)
  }

  #textFor({ state }: Peer): Frame[] | undefined {
    const { committed } = this.#pad.queue
    if (state.is !== 'waiting') return undefined
    if (state.for.is === 'difference') {
      if (state.for.upTo > committed) return undefined
      const since = this.#pad.text.since(state.for.upTo)
      if (since) return [...since.map(({ frame }) => frame), this.#parts.frame(writeCatchUp(state.for.update))]
    }
    const whole = this.#pad.text.whole()
    if (whole.upTo > committed) return undefined
    const { alone, first } = this.#framesOf(whole.state)
    return whole.tail.length === 0 ? [alone] : [first, ...whole.tail.map(({ frame }) => frame), this.#emptyCatchUp]
  }

  #framesOf(state: Uint8Array): { alone: Frame; first: Frame } {
    if (this.#everything?.state !== state) {
      const { frame } = this.#parts
      this.#everything = { state, alone: frame(writeCatchUp(state)), first: frame(writeUpdate(state)) }
    }
    return this.#everything
  }

  /** Whether the peer does not read. It is left alone then, until its queue has emptied. */
  #isChoked(peer: Peer): boolean {
    if (!peer.isChoked()) return false
    peer.state = { is: 'behind', since: this.#parts.clock.now(), upTo: peer.sentUpTo }
    peer.onceDrained(() => this.#resume(peer))
    return true
  }

  #resume(peer: Peer): void {
    if (peer.state.is !== 'behind') return
    const since = this.#pad.text.since(peer.state.upTo)
    if (!since) {
      this.#renewIfStale()
      peer.state = { is: 'waiting', for: { is: 'everything' } }
      return this.#answer(peer)
    }
    peer.state = { is: 'live' }
    peer.sentUpTo = this.#pad.queue.committed
    peer.send([...since.map(({ frame }) => frame), this.#everybody(), ...this.#acknowledgement(peer)])
    this.#tellAllAuthors(peer)
  }

  #renewIfStale(): void {
    const { text, document, queue } = this.#pad
    if (text.isStale()) text.renew(document.encode(), queue.applied)
  }

  #stateVector(): Frame {
    const { applied } = this.#pad.queue
    if (this.#question?.applied !== applied) {
      this.#question = { applied, frame: this.#parts.frame(writeStateVector(this.#pad.document.encodeStateVector())) }
    }
    return this.#question.frame
  }

  /** What is new of the cursors, and whose own cursor it is if that is all: a write that tells nothing costs as much as any other. */
  #news(): { news: Frame[]; alone: number | undefined } {
    const news = this.#pad.presence.takeNews(this.#pad.queue.committed)
    return { news: news ? [this.#parts.frame(news.message)] : [], alone: news?.alone }
  }

  /** Who is here, to somebody who comes. Our own page forgets the clocks with the people. */
  #introduction({ intro }: Peer): Frame {
    if (intro.page) return this.#everybody()
    return this.#parts.frame(this.#pad.presence.everybodyAnew(this.#pad.queue.committed))
  }

  #everybody(): Frame {
    return this.#parts.frame(this.#pad.presence.everybody(this.#pad.queue.committed))
  }

  #acknowledgement(peer: Peer): readonly Frame[] {
    const { committed, head } = this.#pad.queue
    const count = peer.takeAcknowledgement(committed)
    return count !== undefined && peer.intro.page ? [this.#parts.frame(writeSaved(count, head))] : NO_FRAMES
  }

  #json(kind: typeof MESSAGE.status | typeof MESSAGE.notice, value: unknown): Frame {
    return this.#parts.frame(writeJson(kind, value))
  }
}

/** A state vector of no clients is the one byte 0. */
function isEmptyStateVector(stateVector: Uint8Array): boolean {
  return stateVector.length <= 1
}
