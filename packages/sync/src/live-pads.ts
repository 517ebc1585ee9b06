import { type ActToNote, CLOSE, type PadStatus, type Person } from '@forumpad/api'
import type * as Y from 'yjs'
import { CommittedText } from './committed-text.ts'
import { Journal } from './journal.ts'
import { LIMITS } from './limits.ts'
import { LivePad } from './live-pad.ts'
import { PadConnection } from './pad-connection.ts'
import type { Connection, OwnChanges, PeerIntro, SyncParts, Wire } from './ports.ts'
import { EMPTY_UPDATE } from './protocol.ts'

/** All pads that are open in this server's memory. */
export interface LivePads {
  /**
   * Takes a socket that was just opened. Synchronous: nothing that the socket says is missed, however long the pad takes to
   * load. An unknown pad closes the wire with 4404.
   */
  connect(pad: string, intro: PeerIntro, wire: Wire): Connection
  /** The committed document, merged, or undefined if there is no such pad. Does not make the pad live, and never seeds it. */
  read(pad: string): Promise<{ revision: number; state: Uint8Array } | undefined>
  /**
   * A change that the server makes for a person, as one revision. Resolves with its number once it is committed.
   * Rejects if there is no such pad, with `FrozenPad` if it is frozen, and with what `change` throws: then nothing is changed.
   */
  edit(pad: string, person: string, change: (doc: Y.Doc) => void): Promise<number>
  /**
   * Changes that the server worked out for a person on a copy of the committed document. They are merged with what was written since, as those
   * of a client of its own. Resolves with the last revision once it is committed. Rejects if there is no such pad, or if it is frozen.
   */
  merge(pad: string, person: string, changes: OwnChanges): Promise<number>
  /**
   * Takes no more text in a pad: at once, and stored when the promise resolves with the time since when (milliseconds since 1970). What was
   * taken before stays. `note` is stored with it, unless the pad is frozen already: then it stays frozen since its first freeze. Undefined if there is no such pad.
   */
  freeze(pad: string, note?: ActToNote): Promise<number | undefined>
  /** Takes text again, once that is stored, and `note` with it if the pad was frozen. False if there is no such pad. */
  thaw(pad: string, note?: ActToNote): Promise<boolean>
  /**
   * Lets nobody into a pad while something is done to what is stored of it, and loads it afresh then: for work that raises its epoch. What was
   * taken before is stored first. Whoever is in the pad is closed with 4410, so that pages keep their unsent words and load afresh. Gives what
   * the work gives, and rejects with what it throws.
   */
  renew<Result>(pad: string, work: () => Promise<Result>): Promise<Result>
  /** Resolves once nothing of that kind is being done to a pad. Never rejects. */
  renewed(pad: string): Promise<void>
  /** Who is in the pad now; each person once, however many windows they have open. */
  present(pad: string): Person[]
  /** A person took another name or colour: every pad they are in shows it. */
  personChanged(person: Person): void
  /**
   * Rights have changed: everybody whom this concerns in a pad that they are in, or about to enter, is held to what they may do there now.
   * Resolves when they are.
   */
  rightsChanged(concerns: (pad: string, person: string) => boolean): Promise<void>
  status(): PadStatus
  /** Closes every socket with 1012 and resolves when all that was received is stored. */
  stop(): Promise<void>
}

/** Opens pads when somebody comes, and lets go of those where nobody is. */
export function createLivePads(parts: SyncParts): LivePads {
  return new PadsInMemory(parts)
}

class PadsInMemory implements LivePads {
  readonly #parts: SyncParts
  readonly #journal: Journal
  /** Promises, set before any await: however many ask at once, a pad is loaded once. */
  readonly #pads = new Map<string, Promise<LivePad | undefined>>()
  /** Those that are loaded. */
  readonly #live = new Map<string, LivePad>()
  /** Those that are being done something to. */
  readonly #renewing = new Map<string, Promise<LivePad | undefined>>()
  readonly #connections = new Set<PadConnection>()
  #isStopping = false

  constructor(parts: SyncParts) {
    this.#parts = parts
    this.#journal = new Journal(parts.store, parts.clock, {
      failed: (doing, error) => parts.events.failed(doing, error),
      status: (status) => {
        for (const pad of this.#live.values()) pad.tellStatus(status)
        parts.events.status(status)
      },
    })
  }

  connect(name: string, intro: PeerIntro, wire: Wire): Connection {
    const connection = new PadConnection(name, intro, wire, {
      open: () => this.#openFor(name, intro),
      status: () => this.#journal.status,
      left: (pad) => {
        this.#connections.delete(connection)
        if (pad) this.#restWhenIdle(pad)
      },
      failed: (error) => this.#parts.events.failed('opening a pad', error),
    })
    if (this.#isStopping) connection.end(CLOSE.restart, RESTARTING)
    else {
      this.#connections.add(connection)
      connection.begin(this.#parts.schema.version)
    }
    return connection
  }

  async read(name: string): Promise<{ revision: number; state: Uint8Array } | undefined> {
    const live = this.#live.get(name)
    // While nothing can be stored, what was stored before is what there is to read.
    if (live && (live.queue.isEmpty || this.#journal.status.is === 'saving-works')) return live.settled()
    const stored = await this.#parts.store.load(name)
    if (!stored) return undefined
    const text = new CommittedText(
      stored.checkpoint?.state ?? EMPTY_UPDATE,
      stored.tail.map(({ bytes }) => ({ upTo: 0, update: bytes, frame: undefined })),
    )
    return { revision: stored.head, state: text.merged() }
  }

  async edit(name: string, person: string, change: (doc: Y.Doc) => void): Promise<number> {
    const pad = await this.#inMemory(name)
    if (!pad) throw new Error(`There is no pad "${name}"`)
    return this.#resting(pad, () => pad.edit(person, change))
  }

  async merge(name: string, person: string, changes: OwnChanges): Promise<number> {
    const pad = await this.#inMemory(name)
    if (!pad) throw new Error(`There is no pad "${name}"`)
    return this.#resting(pad, () => pad.merge(person, changes))
  }

  async freeze(name: string, note?: ActToNote): Promise<number | undefined> {
    const pad = await this.#inMemory(name)
    return pad && this.#resting(pad, () => pad.freezing.freeze(note))
  }

  async thaw(name: string, note?: ActToNote): Promise<boolean> {
    const pad = await this.#inMemory(name)
    if (pad) await this.#resting(pad, () => pad.freezing.thaw(note))
    return pad !== undefined
  }

  async renew<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#open(name).catch(() => undefined)
    const done = before.then(async (pad) => {
      if (pad) await this.#empty(pad)
      return work()
    })
    const load = () => this.#load(name)
    const opening = done.then(load, load)
    // Set before any await: whoever comes from now on waits for the pad as it will be.
    this.#keep(name, opening)
    this.#renewing.set(name, opening)
    try {
      return await done
    } finally {
      const pad = await opening.catch(() => undefined)
      if (this.#renewing.get(name) === opening) this.#renewing.delete(name)
      if (pad) this.#restWhenIdle(pad)
    }
  }

  async renewed(name: string): Promise<void> {
    await this.#renewing.get(name)?.catch(() => {})
  }

  present(name: string): Person[] {
    const people = new Map<string, Person>()
    for (const { intro } of this.#live.get(name)?.peers ?? []) people.set(intro.person.id, intro.person)
    return [...people.values()]
  }

  personChanged(person: Person): void {
    for (const pad of this.#live.values()) pad.renamed(person)
  }

  async rightsChanged(concerns: (pad: string, person: string) => boolean): Promise<void> {
    const concerned = [...this.#connections].filter(({ padName, person }) => concerns(padName, person))
    await Promise.all(concerned.map((connection) => connection.askRight()))
  }

  status(): PadStatus {
    return this.#journal.status
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    await Promise.all(this.#pads.values())
    await this.#journal.idle()
    for (const pad of this.#live.values()) await pad.freezing.idle()
    for (const connection of [...this.#connections]) connection.end(CLOSE.restart, RESTARTING)
    for (const pad of this.#live.values()) await pad.rest()
    for (const pad of this.#live.values()) pad.destroy()
    this.#live.clear()
    this.#pads.clear()
  }

  /** The pad, for somebody who may be the first to write in it. */
  async #openFor(name: string, intro: PeerIntro): Promise<LivePad | undefined> {
    const pad = await this.#inMemory(name)
    if (pad && intro.mayWrite && pad.frozenAt === null) await pad.seeded()
    return pad
  }

  /** Takes everybody out of a pad, and the pad out of memory once all that was taken is stored. */
  async #empty(pad: LivePad): Promise<void> {
    // So that next to nobody is closed with words that were taken and not called saved yet.
    await pad.queue.whenStored().catch(() => {})
    do {
      pad.close(CLOSE.clientTooOld, RENEWED)
      await pad.freezing.idle()
      await pad.queue.whenStored().catch(() => {})
    } while (this.#live.get(pad.name) === pad && (!pad.queue.isEmpty || pad.freezing.isUnderWay))
    pad.close(CLOSE.clientTooOld, RENEWED)
    if (this.#live.get(pad.name) === pad) this.#live.delete(pad.name)
    pad.destroy()
  }

  /** The pad as it is in memory when the promise resolves, for whoever goes on with it at once. */
  async #inMemory(name: string): Promise<LivePad | undefined> {
    let pad = await this.#open(name)
    // It may have left memory while this waited for its turn.
    while (pad && this.#live.get(name) !== pad) pad = await this.#open(name)
    return pad
  }

  async #resting<Result>(pad: LivePad, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work()
    } finally {
      this.#restWhenIdle(pad)
    }
  }

  #open(name: string): Promise<LivePad | undefined> {
    const known = this.#pads.get(name)
    if (known) return known
    return this.#keep(name, this.#load(name))
  }

  #keep(name: string, opening: Promise<LivePad | undefined>): Promise<LivePad | undefined> {
    this.#pads.set(name, opening)
    // A pad that is not there, or a load that fails, is asked for anew the next time.
    const forget = () => {
      if (this.#pads.get(name) === opening) this.#pads.delete(name)
    }
    opening.then((pad) => pad ?? forget(), forget)
    return opening
  }

  async #load(name: string): Promise<LivePad | undefined> {
    const stored = await this.#parts.store.load(name)
    if (!stored) return undefined
    const pad = new LivePad(name, stored, {
      ...this.#parts,
      commit: (changed) => this.#journal.add(changed),
      status: () => this.#journal.status,
      drop: () => this.#forget(pad),
    })
    this.#live.set(name, pad)
    return pad
  }

  /** A pad that nobody is in leaves memory after a while, once everything is stored and a checkpoint kept. */
  #restWhenIdle(pad: LivePad): void {
    if (pad.peers.size > 0) return
    this.#parts.clock.after(LIMITS.idleMs, async () => {
      if (!this.#isIdle(pad)) return
      try {
        await pad.rest()
      } catch (error) {
        this.#parts.events.failed('keeping a checkpoint', error)
        return this.#restWhenIdle(pad)
      }
      // Somebody may have come meanwhile.
      if (this.#isIdle(pad)) this.#forget(pad)
    })
  }

  #isIdle(pad: LivePad): boolean {
    const isQuiet = pad.peers.size === 0 && pad.queue.isEmpty && !pad.freezing.isUnderWay
    return isQuiet && this.#live.get(pad.name) === pad && !this.#isAwaited(pad)
  }

  #isAwaited(pad: LivePad): boolean {
    for (const { isOpening, padName } of this.#connections) if (isOpening && padName === pad.name) return true
    return false
  }

  #forget(pad: LivePad): void {
    if (this.#live.get(pad.name) !== pad) return
    this.#live.delete(pad.name)
    if (!this.#renewing.has(pad.name)) this.#pads.delete(pad.name)
    pad.destroy()
  }
}

const RESTARTING = 'The server restarts.'
const RENEWED = 'This pad was begun anew. Reload the page.'
