import { CreditMap, MESSAGE, type Notice, type PadStatus, type Person, readAuthorship } from '@forumpad/api'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as awarenessProtocol from 'y-protocols/awareness'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Connection, Frame, LivePads, PeerIntro, Wire } from '../index.ts'

/**
 * A person with a document of their own, who speaks the protocol of y-websocket with the library that the stock client
 * uses, over a wire that the test can stall and cut.
 */
export class TestClient {
  readonly doc = new Y.Doc()
  readonly awareness: awarenessProtocol.Awareness
  readonly person: Person
  /** Why the server closed the last wire. */
  closed: { code: number; reason: string } | undefined
  isSynced = false
  /** The newest acknowledgement: how many text messages, and as which revision. */
  saved: { count: number; revision: number } | undefined
  /** The newest revision up to which it was told that it has the text. */
  upTo = 0
  status: PadStatus | undefined
  readonly notices: Notice[] = []
  /** Who wrote what, as the server tells it. */
  credits = new CreditMap()
  readonly names = new Map<string, string>()
  /** How many messages came, by their kind. */
  readonly heard = new Map<number, number>()
  textMessagesSent = 0
  /** The number of the message that told everything it had when it connected. */
  caughtUpWith: number | undefined
  #pads: LivePads
  readonly #pad: string
  readonly #intro: Partial<PeerIntro>
  #connection: Connection | undefined
  #wire: TestWire | undefined

  constructor(pads: LivePads, pad: string, person: Person, intro: Partial<PeerIntro> = {}) {
    this.#pads = pads
    this.#pad = pad
    this.person = person
    this.#intro = intro
    this.awareness = new awarenessProtocol.Awareness(this.doc)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#sendSync((encoder) => sync.writeUpdate(encoder, update))
    })
    this.awareness.on('update', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
      this.sayAwareness([...added, ...updated, ...removed])
    })
  }

  /** @param pads those of another server, if the one before is gone */
  connect(pads = this.#pads): this {
    this.cut()
    this.#pads = pads
    this.closed = undefined
    this.saved = undefined
    const wire = new TestWire(
      (payload) => this.#hear(payload),
      (code, reason) => {
        this.closed = { code, reason }
        this.cut()
      },
    )
    this.#wire = wire
    this.#connection = this.#pads.connect(
      this.#pad,
      {
        person: this.person,
        client: this.doc.clientID,
        page: true,
        schemaVersion: 1,
        epoch: 1,
        mayWrite: true,
        ...this.#intro,
      },
      wire,
    )
    this.#sendSync((encoder) => sync.writeSyncStep1(encoder, this.doc))
    this.sayAwareness([this.doc.clientID])
    return this
  }

  /** The line is gone; nobody tells the client. */
  cut(): void {
    this.#wire?.cut()
    this.#connection?.closed()
    this.#connection = undefined
    this.#wire = undefined
    this.isSynced = false
    this.textMessagesSent = 0
    this.caughtUpWith = undefined
    // As the stock client does: whoever was there may be gone when the line is back.
    const others = [...this.awareness.getStates().keys()].filter((client) => client !== this.doc.clientID)
    awarenessProtocol.removeAwarenessStates(this.awareness, others, this)
  }

  get isConnected(): boolean {
    return this.#connection !== undefined
  }

  /** The client stops reading: what is sent to it queues. */
  stall(): void {
    this.#wire?.stall()
  }

  resume(): void {
    this.#wire?.resume()
  }

  queuedBytes(): number {
    return this.#wire?.queuedBytes() ?? 0
  }

  /** Writes at the end of the first line, or in a first one. */
  types(words: string): void {
    this.doc.transact(() => {
      const root = this.doc.getXmlFragment('default')
      const first = root.length > 0 ? root.get(0) : undefined
      const line = first instanceof Y.XmlElement ? first : new Y.XmlElement('paragraph')
      if (!first) root.insert(0, [line])
      const last = line.length > 0 ? line.get(line.length - 1) : undefined
      if (last instanceof Y.XmlText) last.insert(last.length, words)
      else line.insert(0, [new Y.XmlText(words)])
    })
  }

  /** The words of all lines. */
  get text(): string {
    return this.doc
      .getXmlFragment('default')
      .toArray()
      .map((node) => (node instanceof Y.XmlElement ? node.toArray().join('') : String(node)))
      .join('\n')
  }

  /** The names of the others, as their cursors show them. */
  get sees(): string[] {
    return [...this.awareness.getStates()]
      .filter(([client]) => client !== this.doc.clientID)
      .map(([, state]) => String(state.user?.name))
      .sort()
  }

  /** Sends bytes as they are. */
  says(bytes: Uint8Array): void {
    this.#connection?.receive(bytes)
  }

  sayAwareness(clients: number[]): void {
    const update = awarenessProtocol.encodeAwarenessUpdate(this.awareness, clients)
    this.says(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.awareness)
        encoding.writeVarUint8Array(encoder, update)
      }),
    )
  }

  leave(): void {
    this.cut()
    this.awareness.destroy()
    this.doc.destroy()
  }

  #sendSync(write: (encoder: encoding.Encoder) => void): void {
    if (!this.#connection) return
    const bytes = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.sync)
      write(encoder)
    })
    if (bytes[1] !== sync.messageYjsSyncStep1) this.textMessagesSent += 1
    this.says(bytes)
  }

  #hear(payload: Uint8Array): void {
    const decoder = decoding.createDecoder(payload)
    const kind = decoding.readVarUint(decoder)
    this.heard.set(kind, (this.heard.get(kind) ?? 0) + 1)
    if (kind === MESSAGE.sync) this.#hearSync(decoder)
    else if (kind === MESSAGE.awareness) {
      awarenessProtocol.applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this)
    } else if (kind === MESSAGE.saved) {
      this.saved = { count: decoding.readVarUint(decoder), revision: decoding.readVarUint(decoder) }
    } else if (kind === MESSAGE.status) this.status = JSON.parse(decoding.readVarString(decoder))
    else if (kind === MESSAGE.heartbeat) this.upTo = Math.max(this.upTo, decoding.readVarUint(decoder))
    else if (kind === MESSAGE.authorship) this.#hearAuthors(decoder)
    else if (kind === MESSAGE.notice) this.notices.push(JSON.parse(decoding.readVarString(decoder)))
  }

  #hearAuthors(decoder: decoding.Decoder): void {
    const { is, ranges, people } = readAuthorship(decoder)
    if (is === 'everything') this.credits = new CreditMap()
    for (const [client, list] of ranges) for (const range of list) this.credits.set(client, range)
    for (const { id, name } of people) this.names.set(id, name)
  }

  #hearSync(decoder: decoding.Decoder): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE.sync)
    const step = sync.readSyncMessage(decoder, encoder, this.doc, this)
    if (step === sync.messageYjsSyncStep2) this.isSynced = true
    if (encoding.length(encoder) > 1) {
      this.textMessagesSent += 1
      this.caughtUpWith ??= this.textMessagesSent
      this.says(encoding.toUint8Array(encoder))
    }
  }
}

/** A wire that delivers at once, or queues while it is stalled. */
class TestWire implements Wire {
  readonly #deliver: (payload: Uint8Array) => void
  readonly #hangUp: (code: number, reason: string) => void
  #queue: Uint8Array[] | undefined
  #drained: (() => void)[] = []
  #isCut = false

  constructor(deliver: (payload: Uint8Array) => void, hangUp: (code: number, reason: string) => void) {
    this.#deliver = deliver
    this.#hangUp = hangUp
  }

  send(frames: readonly Frame[]): void {
    for (const { payload } of frames) {
      if (this.#isCut) return
      if (this.#queue) this.#queue.push(payload)
      // As a network does: later, in order.
      else queueMicrotask(() => this.#isCut || this.#deliver(payload))
    }
  }

  queuedBytes(): number {
    return this.#queue?.reduce((sum, { length }) => sum + length, 0) ?? 0
  }

  onceDrained(callback: () => void): void {
    if (this.#queue) this.#drained.push(callback)
    else queueMicrotask(callback)
  }

  close(code: number, reason: string): void {
    queueMicrotask(() => this.#isCut || this.#hangUp(code, reason))
  }

  stall(): void {
    this.#queue ??= []
  }

  resume(): void {
    const queue = this.#queue ?? []
    this.#queue = undefined
    for (const payload of queue) this.#deliver(payload)
    for (const callback of this.#drained.splice(0)) callback()
  }

  cut(): void {
    this.#isCut = true
  }
}
