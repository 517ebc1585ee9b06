import { CLOSE, HEARTBEAT_MS, type PadStatus, type Person, SERVER_PERSON } from '@forumpad/api'
import * as Y from 'yjs'
import { ChangeQueue } from './change-queue.ts'
import { Checkpoints } from './checkpoints.ts'
import { type Claim, ClientClaims } from './client-claims.ts'
import { CommittedText } from './committed-text.ts'
import { Freezing } from './freezing.ts'
import { FrozenPad } from './frozen-pad.ts'
import { gatherMs, presenceMs } from './gathering.ts'
import { Inbox } from './inbox.ts'
import type { JournalPad } from './journal.ts'
import { LIMITS } from './limits.ts'
import type { OpenPad } from './open-pad.ts'
import { Outbox } from './outbox.ts'
import { PadAuthors } from './pad-authors.ts'
import { type AppliedChange, PadDocument } from './pad-document.ts'
import { PadTimers } from './pad-timers.ts'
import type { Peer } from './peer.ts'
import type { Append, Appended, Frame, OwnChanges, PadRight, StoredPad, SyncParts } from './ports.ts'
import { Presence } from './presence.ts'
import { EMPTY_UPDATE, writeUpdate } from './protocol.ts'
import { factsOfOwn, madeOnTwin, ownClaim, type Writer, writerOf } from './server-hand.ts'
import { tailUpdates } from './stored-tail.ts'

/** What a live pad needs from the pads around it. */
export type LivePadParts = SyncParts & {
  /** The pad has changes to commit. */
  commit(pad: JournalPad): void
  /** Whether anything can be stored. */
  status(): PadStatus
  /** The pad closed itself and must be loaded anew. */
  drop(): void
}

/** One pad in memory: its document, the sockets in it, and what is not stored yet. */
export class LivePad implements OpenPad, JournalPad {
  readonly name: string
  readonly epoch: number
  readonly peers = new Set<Peer>()
  readonly presence = new Presence()
  readonly claims: ClientClaims
  readonly queue: ChangeQueue
  readonly text: CommittedText<Frame>
  /** Decoded when it is first needed, so that readers of a cold pad need not wait for it. */
  readonly document: PadDocument
  readonly authors: PadAuthors
  readonly freezing: Freezing
  /** It has left memory: nobody may enter it any more. */
  isOver = false
  readonly #parts: LivePadParts
  readonly #inbox: Inbox
  readonly #outbox: Outbox
  #seeding: Promise<void> | undefined
  #lastCommit = 0
  readonly #checkpoints: Checkpoints
  readonly #timers: PadTimers

  constructor(name: string, stored: StoredPad, parts: LivePadParts) {
    this.name = name
    this.epoch = stored.epoch
    this.#parts = parts
    this.#timers = new PadTimers(parts.clock)
    this.claims = new ClientClaims(stored.clients)
    this.queue = new ChangeQueue(stored)
    const tail = tailUpdates(stored.tail).map((update) => ({
      upTo: 0,
      update,
      frame: parts.frame(writeUpdate(update)),
    }))
    this.text = new CommittedText(stored.checkpoint?.state ?? EMPTY_UPDATE, tail)
    this.document = new PadDocument(parts.schema, () => this.#makeDoc())
    this.#outbox = new Outbox(this, parts)
    this.#inbox = new Inbox(this, this.#outbox)
    this.authors = new PadAuthors(name, stored, this.claims, parts, {
      isThere: () => this.#outbox.isAskedForAuthors(),
      tell: (frame) => this.#outbox.tellAuthors(frame),
    })
    const { queue, text, authors } = this
    const { store, events, clock } = parts
    this.freezing = new Freezing(name, stored.frozenAt, {
      store,
      clock,
      events,
      queue,
      seeded: () => this.seeded(),
      changed: () => this.#outbox.tellStatus(this.#status(parts.status())),
    })
    this.#checkpoints = new Checkpoints(
      { pad: name, epoch: stored.epoch, queue, text, authors, document: this.document, store, events },
      stored.checkpoint?.revision ?? 0,
    )
  }

  get frozenAt(): number | null {
    return this.freezing.since
  }

  /** Writes the template, unless something is written already. However many ask, it happens once. */
  seeded(): Promise<void> {
    if (this.queue.head > 0 || !this.queue.isEmpty) return Promise.resolve()
    // A seeding that fails is tried again by the next who comes.
    this.#seeding ??= this.#seed().finally(() => {
      this.#seeding = undefined
    })
    return this.#seeding
  }

  attach(peer: Peer, status: PadStatus): void {
    this.peers.add(peer)
    this.authors.meet(peer.intro.person)
    this.#outbox.welcome(peer, this.#status(status))
    if (!this.#timers.has('heartbeat')) this.#beat()
  }

  receive(peer: Peer, bytes: Uint8Array): void {
    this.#inbox.receive(peer, bytes)
  }

  detach(peer: Peer): void {
    peer.state = { is: 'gone' }
    if (!this.peers.delete(peer)) return
    if (peer.client !== undefined) {
      this.claims.release(peer.client)
      this.presence.leave(peer.client)
      this.presenceChanged()
    }
    if (this.peers.size === 0) this.#timers.stop('heartbeat')
    this.#restIfQuiet()
  }

  expel(peer: Peer, code: number, reason: string, error?: unknown): void {
    if (peer.state.is === 'gone') return
    if (error !== undefined) this.#parts.events.failed('applying an update', error)
    this.#outbox.explain(peer, reason)
    peer.close(code, reason)
    this.#parts.events.closed(this.name, peer.intro.person.id, code, reason)
    this.detach(peer)
  }

  /** Changes were applied and must be stored. */
  changed(): void {
    // While a commit runs the next one gathers; it is asked for when this one is done.
    if (this.#timers.has('commit') || this.queue.isBeingStored) return
    const wait = this.#lastCommit + gatherMs(this.peers.size) - this.#parts.clock.now()
    if (wait <= 0) this.#parts.commit(this)
    else this.#timers.start('commit', wait, () => this.#parts.commit(this))
  }

  presenceChanged(): void {
    if (this.#timers.has('presence') || !this.presence.hasNews() || !this.queue.isEmpty) return
    this.#timers.start('presence', presenceMs(this.peers.size), () => {
      this.#outbox.tellPresence()
    })
  }

  /** Holds somebody to what they may do from now on. */
  hold(peer: Peer, right: PadRight): void {
    this.#inbox.hold(peer, right, this.#status(this.#parts.status()))
  }

  renamed(person: Person): void {
    for (const peer of this.peers) if (peer.intro.person.id === person.id) peer.intro.person = person
    this.authors.meet(person)
    this.presence.rename(person)
    this.presenceChanged()
  }

  tellStatus(status: PadStatus): void {
    if (this.frozenAt === null) this.#outbox.tellStatus(status)
  }

  #status(ofStore: PadStatus): PadStatus {
    return this.frozenAt === null ? ofStore : { is: 'frozen', since: this.frozenAt }
  }

  /** As `merge`, on the document as it is now. */
  edit(person: string, change: (doc: Y.Doc) => void): Promise<number> {
    return this.merge(person, madeOnTwin(this.document.encode(), person, change))
  }

  /** Takes changes of the server's own. Resolves with the last revision once it is stored. Throws `FrozenPad` if the pad is frozen. */
  merge(person: string, { updates, claims, note }: OwnChanges): Promise<number> {
    if (this.frozenAt !== null) throw new FrozenPad(this.name)
    // All or nothing: none is taken before each is known to be bearable.
    for (const update of updates) factsOfOwn(this.document, update)
    this.queue.noting(note, () => updates.map((update) => this.#applyOwn(person, claims, update)))
    return this.queue.whenStored()
  }

  /** The document as it is now, once it is stored. */
  settled(): Promise<{ revision: number; state: Uint8Array }> {
    return this.#checkpoints.settled()
  }

  takePending(): Append | undefined {
    return this.queue.take(this.name)
  }

  putBack(): void {
    this.queue.putBack()
  }

  stored(head: number, at: number): void {
    const batch = this.queue.stored(head)
    const authors = this.authors.stored(batch, at)
    this.#lastCommit = this.#parts.clock.now()
    const updates = batch.map(({ update }) => update)
    const update = updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates(updates)
    const stored = { upTo: this.queue.committed, update, frame: this.#parts.frame(writeUpdate(update)) }
    this.text.add(stored)
    if (this.text.isFull()) this.text.renew(this.document.encode(), this.queue.applied)
    const writers = new Set(batch.map(({ from }) => from))
    const [only] = writers
    // The news go along with the text.
    this.#timers.stop('presence')
    this.#outbox.tellStored(stored, writers.size === 1 ? only : undefined, authors)
    this.#outbox.tellRescued(batch)
    const people = new Set(batch.map(({ person }) => person).filter((person) => person !== SERVER_PERSON))
    this.#parts.events.committed(this.name, people)
    this.#checkpoints.keepIfDue()
    if (!this.queue.isEmpty) this.changed()
    else this.presenceChanged()
  }

  refused(because: Extract<Appended, { is: 'refused' }>['because']): void {
    const code = { 'no such pad': CLOSE.noSuchPad, 'other epoch': CLOSE.clientTooOld, 'not empty': CLOSE.restart }[
      because
    ]
    this.close(code, `Nothing could be added to this pad: ${because}.`)
    this.queue.fail(new Error(`Nothing could be added to the pad "${this.name}": ${because}.`))
    this.#parts.drop()
  }

  /** Closes every socket. */
  close(code: number, reason: string): void {
    for (const peer of [...this.peers]) {
      peer.close(code, reason)
      this.detach(peer)
    }
  }

  /** Keeps a checkpoint of everything, for a pad that is about to leave memory. */
  rest(): Promise<void> {
    return this.#checkpoints.keepAll()
  }

  destroy(): void {
    this.isOver = true
    this.#timers.stopAll()
    this.document.letGo()
  }

  async #seed(): Promise<void> {
    const update = await this.#parts.seed(this.name)
    if (!update || this.queue.head > 0 || !this.queue.isEmpty) return
    const [client] = Y.parseUpdateMeta(update).to.keys()
    if (client !== undefined) this.#applyOwn(SERVER_PERSON, [ownClaim(client, SERVER_PERSON)], update, true)
  }

  #applyOwn(person: string, claims: readonly Claim[], update: Uint8Array, seeds = false): void {
    const applied = this.document.apply(update, factsOfOwn(this.document, update))
    if (applied.is !== 'applied') throw new Error(`The server's own change does not fit the pad "${this.name}"`)
    const fresh = claims.filter(({ client }) => !this.claims.isKnown(client))
    this.take(applied.changes, { person, claims: fresh, from: undefined, seeds })
  }

  take(changes: readonly AppliedChange[], writer: Writer): void {
    for (const change of changes) {
      const { update, trace, rescued } = change
      const by = writerOf(change, writer, this.document.ownClient, this.claims)
      this.queue.add({ ...by, update, trace, rescued })
      this.claims.note(by.claims)
    }
    if (changes.length > 0) this.changed()
  }

  /** A small document where nobody writes is kept as bytes alone. */
  #restIfQuiet(): void {
    if (!this.document.isDecoded || !this.queue.isEmpty || this.text.bytes > LIMITS.quicklyDecodedBytes) return
    const isQuiet = this.#parts.clock.now() - this.#lastCommit > LIMITS.quietMs
    if (!isQuiet && [...this.peers].some(({ client }) => client !== undefined)) return
    this.text.renew(this.document.encode(), this.queue.applied)
    this.document.letGo()
  }

  #makeDoc(): Y.Doc {
    const doc = this.text.toDoc()
    for (const { update } of this.queue.pending()) Y.applyUpdate(doc, update)
    return doc
  }

  #beat(): void {
    this.#timers.start('heartbeat', HEARTBEAT_MS, () => {
      this.#outbox.beat()
      this.#restIfQuiet()
      if (this.peers.size > 0) this.#beat()
    })
  }
}
