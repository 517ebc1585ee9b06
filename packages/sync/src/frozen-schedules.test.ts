import { CLOSE } from '@forumpad/api'
import { expect, test } from 'vitest'
import { Random } from './testing/random.ts'
import type { TestClient } from './testing/test-client.ts'
import { settled } from './testing/test-clock.ts'
import { TestServer, TestStore } from './testing/test-server.ts'

const RUNS = 60
const STEPS = 40

/** A word that was typed once and never again, the connection of its writer that carries it first, and the message, if it has one of its own. */
type Word = { text: string; connection: number; message: number }

/** Somebody in a schedule, who remembers what they typed. */
class Writer {
  readonly client: TestClient
  readonly words: Word[] = []
  #connection = 1
  /** The message of the last connection that told all it had; the client forgets it when it is closed. */
  #caughtUpWith: number | undefined

  constructor(client: TestClient) {
    this.client = client
  }

  types(text: string): void {
    const { client } = this
    // Until the text is there, a page has no editor.
    if (client.isConnected && !client.isSynced) return
    this.#caughtUpWith ??= client.caughtUpWith
    client.types(text)
    this.words.push(
      client.isConnected
        ? { text, connection: this.#connection, message: client.textMessagesSent }
        : { text, connection: this.#connection + 1, message: 0 },
    )
  }

  connects(server: TestServer): void {
    this.#connection += 1
    this.#caughtUpWith = undefined
    this.client.connect(server.pads)
  }

  /** Whether the server has called it saved on the last connection. */
  isSaved({ connection, message }: Word): boolean {
    const { saved } = this.client
    const caughtUpWith = this.client.caughtUpWith ?? this.#caughtUpWith
    if (caughtUpWith === undefined || !saved || connection > this.#connection) return false
    return saved.count >= (connection === this.#connection ? Math.max(message, caughtUpWith) : caughtUpWith)
  }

  /** What went over no connection but the last, and was not called saved there. */
  notTaken(): Word[] {
    return this.words.filter((word) => word.connection === this.#connection && !this.isSaved(word))
  }
}

/** One random schedule of writing, freezing, thawing, bad lines, a failing store and crashes. */
async function schedule(seed: number): Promise<void> {
  const random = new Random(seed)
  let server = new TestServer()
  let typed = 0
  // What is known once the last order was carried out.
  let orders = 0
  let frozenLength: number | undefined
  const refused: Word[] = []
  const newcomer = async () => new Writer(await server.joins(random.pick(['Ada', 'Ben', 'Cleo'])))
  let writers = [await newcomer(), await newcomer(), await newcomer()]

  for (let step = 0; step < STEPS; step++) {
    const writer = random.pick(writers)
    const chance = random.below(100)
    if (chance < 50) writer.types(`w${typed++} `)
    else if (chance < 58) writer.client.cut()
    else if (chance < 70) {
      if (!writer.client.isConnected) writer.connects(server)
    } else if (chance < 76) server.store.holdUp()
    else if (chance < 84) server.store.letGo()
    else if (chance < 88) server.store.fail(random.below(2) === 0)
    else if (chance < 92) {
      const order = ++orders
      void server.pads.freeze('notes').then(() => {
        if (order === orders) frozenLength = server.authors().length
      })
    } else if (chance < 96) {
      orders += 1
      frozenLength = undefined
      void server.pads.thaw('notes')
    } else if (chance < 98) {
      orders += 1
      server.store.die()
      server = new TestServer({ store: new TestStore(server.store.inner) })
      if (frozenLength !== undefined)
        expect((await server.store.inner.load('notes'))?.frozenAt, 'after a crash').not.toBeNull()
      for (const each of writers) each.connects(server)
    } else await server.clock.pass(3_000)
    if (random.below(3) > 0) await settled()

    const stored = await server.stored()
    for (const each of writers) {
      for (const word of each.words) if (each.isSaved(word)) expect(stored, 'called saved').toContain(word.text)
    }
    if (frozenLength !== undefined) expect(server.authors(), 'while frozen').toHaveLength(frozenLength)
    for (const each of writers.filter(({ client }) => client.closed?.code === CLOSE.notAllowed)) {
      refused.push(...each.notTaken())
      each.client.leave()
      writers = [...writers.filter((other) => other !== each), await newcomer()]
    }
  }

  server.store.letGo()
  server.store.fail(false)
  await server.clock.pass(10_000)
  await server.pads.thaw('notes')
  const last = await server.joins('Last')
  const stored = await server.stored()
  expect(last.text).toBe(stored)
  for (const { text } of refused) expect(stored, 'refused').not.toContain(text)
  server.end()
}

test(`A frozen pad takes nothing, loses nothing and gives nothing back by itself, in ${RUNS} random schedules`, async () => {
  for (let seed = 1; seed <= RUNS; seed++) {
    await schedule(seed).catch((error: Error) => {
      throw new Error(`Seed ${seed}: ${error.message}`, { cause: error })
    })
  }
}, 60_000)
