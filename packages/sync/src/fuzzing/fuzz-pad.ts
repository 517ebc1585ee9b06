import * as Y from 'yjs'
import type { SchemaCheck } from '../ports.ts'
import type { TestClient } from '../testing/test-client.ts'
import { settled } from '../testing/test-clock.ts'
import { TestServer } from '../testing/test-server.ts'
import type { MessageFor } from './any-message.ts'
import { mustBe } from './must-be.ts'
import { whatIsIn } from './what-is-in.ts'
import { worldOf } from './world.ts'

/** A whole pad on a real core, with two people in it who notice nothing, and one who says whatever is made up. */
export class FuzzedPad {
  readonly server: TestServer
  readonly ada: TestClient
  readonly grace: TestClient
  readonly #schema: SchemaCheck
  #mallory: TestClient | undefined
  /** Everything that Mallory said, to be kept in the corpus if it breaks something. */
  readonly said: Uint8Array[] = []
  /** The longest that one message took, in milliseconds, and which it was. */
  slowest: { ms: number; bytes: Uint8Array } = { ms: 0, bytes: new Uint8Array() }

  private constructor(server: TestServer, schema: SchemaCheck, ada: TestClient, grace: TestClient) {
    this.server = server
    this.#schema = schema
    this.ada = ada
    this.grace = grace
  }

  static async open(schema: SchemaCheck, seed: Uint8Array): Promise<FuzzedPad> {
    const server = new TestServer({ schema, seed })
    const join = (name: string) => server.joins(name, { schemaVersion: schema.version })
    return new FuzzedPad(server, schema, await join('Ada'), await join('Grace'))
  }

  /** Mallory says it. Gives the code with which the server closed the socket, if it did; Mallory comes back the next time. */
  async hears(makeMessage: MessageFor): Promise<number | undefined> {
    // A busy server lets a few milliseconds gather before it stores: what was said before is to be in the log by now.
    await this.server.clock.pass(5)
    if (this.#mallory?.closed) this.#mallory = undefined
    const version = this.#schema.version
    this.#mallory ??= await this.server.joins('Mallory', { schemaVersion: version })
    const mallory = this.#mallory
    const bytes = makeMessage(worldOf(this.ada.doc, mallory.doc.clientID))
    const head = this.#log.length
    this.said.push(bytes)
    const start = performance.now()
    mallory.says(bytes)
    const ms = performance.now() - start
    if (ms > this.slowest.ms) this.slowest = { ms, bytes }
    await settled()
    if (!mallory.closed) return undefined
    mustBe(this.#log.length, head, 'What is refused must not be in the log')
    mallory.leave()
    this.#mallory = undefined
    return mallory.closed.code
  }

  /** Looks whether everybody else can go on, and whether the pad opens as it is in a server that starts now. */
  async check(): Promise<void> {
    const { ada, grace, server } = this
    const head = this.#log.length
    ada.types('ok')
    await server.clock.pass(100)
    mustBe([ada.closed, grace.closed], [null, null], 'The others must stay')
    mustBe(this.#log.length > head, true, 'What the others write must be stored')
    const seen = whatIsIn(ada.doc)
    mustBe(whatIsIn(grace.doc), seen, 'The others must see the same')
    mustBe(whatIsIn(this.#fromLog()), seen, 'All must be in the log')
    const again = new TestServer({ schema: this.#schema, store: server.store })
    const fresh = await again.joins('Fresh', { schemaVersion: this.#schema.version })
    mustBe(whatIsIn(fresh.doc), seen, 'The pad must open as it was')
    mustBe(again.failures, [], 'Opening must not fail')
    const odd = server.failures.filter((doing) => doing !== 'applying an update')
    mustBe(odd, [], 'Nothing but a refused update may fail')
    again.end()
  }

  end(): void {
    this.server.end()
  }

  get #log() {
    return this.server.store.inner.log('notes')
  }

  #fromLog(): Y.Doc {
    const doc = new Y.Doc()
    for (const { bytes } of this.#log) {
      Y.applyUpdate(doc, bytes)
      mustBe(doc.store.pendingStructs ?? doc.store.pendingDs, null, 'Nothing in the log may wait')
    }
    return doc
  }
}
