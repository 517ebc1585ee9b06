import { leaveFormats, type PadStatus, type Person } from '@forumpad/api'
import * as Y from 'yjs'
import { createLivePads, type LivePads, type PadStore, type PeerIntro, type SchemaCheck } from '../index.ts'
import { createMemoryPadStore, type MemoryPadStore } from './memory-pad-store.ts'
import { TestClient } from './test-client.ts'
import { settled, TestClock } from './test-clock.ts'

/** A store whose commits the test can hold up and make fail. */
export class TestStore implements PadStore {
  readonly inner: MemoryPadStore
  /** How many transactions were made. */
  commits = 0
  loads = 0
  #gate: Promise<void> | undefined
  #open: (() => void) | undefined
  #isFailing = false
  #isDead = false

  constructor(inner: MemoryPadStore = createMemoryPadStore(['notes'])) {
    this.inner = inner
  }

  /** From now on commits wait. */
  holdUp(): void {
    this.#gate ??= new Promise((resolve) => {
      this.#open = resolve
    })
  }

  letGo(): void {
    this.#open?.()
    this.#gate = undefined
  }

  fail(isFailing: boolean): void {
    this.#isFailing = isFailing
  }

  /** The process is gone: nothing that it still asks for happens, and it never gets an answer. */
  die(): void {
    this.#isDead = true
  }

  async load(pad: string) {
    this.loads += 1
    await this.#unlessDead()
    return this.inner.load(pad)
  }

  async append(...args: Parameters<PadStore['append']>) {
    await this.#gate
    await this.#unlessDead()
    if (this.#isFailing) throw new Error('The disk is full')
    this.commits += 1
    const appended = await this.inner.append(...args)
    // A process may die after the disk has it and before it knows.
    await this.#unlessDead()
    return appended
  }

  async readLog(...args: Parameters<PadStore['readLog']>) {
    await this.#unlessDead()
    return this.inner.readLog(...args)
  }

  async saveCheckpoint(...args: Parameters<PadStore['saveCheckpoint']>) {
    await this.#unlessDead()
    return this.inner.saveCheckpoint(...args)
  }

  async setFrozen(...args: Parameters<PadStore['setFrozen']>) {
    await this.#gate
    await this.#unlessDead()
    if (this.#isFailing) throw new Error('The disk is full')
    return this.inner.setFrozen(...args)
  }

  #unlessDead(): Promise<void> {
    return this.#isDead ? new Promise(() => {}) : Promise.resolve()
  }
}

/** A schema check that knows nothing but the name of the root, and puts lost words back at the end. */
export const ANY_SHAPE: SchemaCheck = {
  version: 1,
  root: 'default',
  mend: () => {},
  rescue(doc, words) {
    const line = new Y.XmlElement('paragraph')
    const text = new Y.XmlText(words)
    line.insert(0, [text])
    doc.getXmlFragment('default').push([line])
    if (!text._start || !line._item) throw new Error('A line was not put in')
    return { first: text._start.id, line: line._item.id }
  },
}

/** A real core over a store in memory, with a clock that stands still. */
export class TestServer {
  readonly store: TestStore
  readonly clock = new TestClock()
  readonly pads: LivePads
  readonly statuses: PadStatus[] = []
  readonly failures: string[] = []
  readonly #clients: TestClient[] = []

  constructor({
    store = new TestStore(),
    schema = ANY_SHAPE,
    template,
    seed = template === undefined ? undefined : templateUpdate(template),
  }: { store?: TestStore; schema?: SchemaCheck; template?: string; seed?: Uint8Array | undefined } = {}) {
    this.store = store
    this.pads = createLivePads({
      store,
      schema,
      clock: this.clock,
      frame: (payload) => ({ payload }),
      events: {
        committed: () => {},
        closed: () => {},
        status: (status) => this.statuses.push(status),
        failed: (doing) => this.failures.push(doing),
      },
      persons: async (ids) => ids.map((id) => ({ ...person(id), name: `Person ${id}` })),
      seed: async () => seed,
    })
  }

  /** Somebody opens the pad in our page. */
  async joins(name: string, intro: Partial<PeerIntro> = {}, pad = 'notes'): Promise<TestClient> {
    const client = new TestClient(this.pads, pad, person(name), intro).connect()
    this.#clients.push(client)
    await settled()
    return client
  }

  /** The same with an unchanged y-websocket client, which announces nothing about itself. */
  joinsAsStock(name: string): Promise<TestClient> {
    return this.joins(name, { page: false, client: undefined, schemaVersion: undefined, epoch: undefined })
  }

  /** The words that a server started now would find. */
  async stored(pad = 'notes'): Promise<string> {
    const doc = leaveFormats(new Y.Doc())
    for (const { bytes } of this.store.inner.log(pad)) Y.applyUpdate(doc, bytes)
    const lines = doc.getXmlFragment('default').toArray()
    return lines.map((line) => (line instanceof Y.XmlElement ? line.toArray().join('') : String(line))).join('\n')
  }

  /** Who wrote each revision. */
  authors(pad = 'notes'): string[] {
    return this.store.inner.log(pad).map((revision) => revision.person)
  }

  end(): void {
    for (const client of this.#clients) client.leave()
  }
}

export function person(name: string): Person {
  return { id: name.toLowerCase(), name, hue: name.length % 16 }
}

function templateUpdate(words: string): Uint8Array {
  const doc = new Y.Doc()
  const line = new Y.XmlElement('paragraph')
  line.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment('default').insert(0, [line])
  return Y.encodeStateAsUpdate(doc)
}
