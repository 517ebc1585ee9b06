import * as Y from 'yjs'
import { createMemoryPadStore } from './memory-pad-store.ts'
import { Random } from './random.ts'
import type { TestClient } from './test-client.ts'
import { settled } from './test-clock.ts'
import { TestServer, TestStore } from './test-server.ts'

/** Something typed: a word that occurs nowhere else, and when it may be called saved. */
type Typed = { word: string; by: TestClient; message: number | undefined; isSaved: boolean; isDeleted: boolean }

type Step = { weight: number; take(world: World): void }

/** What may happen at any moment. */
const STEPS: readonly Step[] = [
  { weight: 40, take: (world) => world.type() },
  { weight: 8, take: (world) => world.erase() },
  { weight: 6, take: (world) => world.person().cut() },
  { weight: 10, take: (world) => world.comeBack() },
  { weight: 3, take: (world) => world.crash() },
  { weight: 5, take: (world) => world.store.holdUp() },
  { weight: 8, take: (world) => world.store.letGo() },
  { weight: 2, take: (world) => world.store.fail(true) },
  { weight: 6, take: (world) => world.store.fail(false) },
  { weight: 3, take: (world) => world.person().stall() },
  { weight: 5, take: (world) => world.person().resume() },
]

/**
 * Lets a few people write, lose their lines, and a server crash, in an order that the seed decides; checks after each step
 * that whatever somebody else has seen, or was called saved, is stored, and at the end that everybody has the same words, each once.
 *
 * @returns a sentence about what went wrong, or undefined
 */
export async function simulate(seed: number, steps = 60): Promise<string | undefined> {
  const world = new World(seed)
  await world.begin()
  for (let i = 0; i < steps; i++) {
    world.step()
    if (world.random.next() < 0.6) await settled()
    if (world.random.next() < 0.3) await world.server.clock.pass(world.random.below(5_000))
    const fault = world.brokenPromise()
    if (fault) return `step ${i}: ${fault}`
  }
  const fault = await world.heal()
  world.server.end()
  return fault
}

class World {
  readonly random: Random
  server: TestServer
  #people: TestClient[] = []
  #typed: Typed[] = []
  readonly #disk = createMemoryPadStore(['notes'])
  readonly #replayed = { revision: 0, doc: new Y.Doc({ gc: false }), words: new Set<string>() }

  constructor(seed: number) {
    this.random = new Random(seed)
    this.server = this.#boot()
  }

  get store(): TestStore {
    return this.server.store
  }

  async begin(): Promise<void> {
    for (const name of ['Ada', 'Grace', 'Edsger']) this.#people.push(await this.server.joins(name))
  }

  step(): void {
    let at = this.random.below(STEPS.reduce((sum, { weight }) => sum + weight, 0))
    for (const { weight, take } of STEPS) {
      at -= weight
      if (at < 0) return take(this)
    }
  }

  person(): TestClient {
    return this.random.pick(this.#people)
  }

  type(): void {
    const by = this.person()
    const word = `<${by.person.name}${this.#typed.length}>`
    const text = firstText(by.doc)
    if (text) {
      const ends = [text.length, ...[...text.toString().matchAll(/>/g)].map(({ index }) => index + 1)]
      text.insert(this.random.pick(ends), word)
    } else by.types(word)
    const message = by.isConnected ? by.textMessagesSent : undefined
    this.#typed.push({ word, by, message, isSaved: false, isDeleted: false })
  }

  erase(): void {
    const by = this.person()
    const text = firstText(by.doc)
    const words = [...(text?.toString() ?? '').matchAll(/<\w+>/g)]
    if (!text || words.length === 0) return
    const word = this.random.pick(words)
    text.delete(word.index, word[0].length)
    for (const typed of this.#typed) if (typed.word === word[0]) typed.isDeleted = true
  }

  comeBack(): void {
    const person = this.person()
    if (person.isConnected) return
    this.#connect(person)
  }

  /** The process dies at once; another starts on the same disk. */
  crash(): void {
    this.store.die()
    this.store.letGo()
    for (const person of this.#people) person.cut()
    for (const typed of this.#typed) typed.message = undefined
    this.server = this.#boot()
    for (const person of this.#people) if (this.random.next() < 0.7) this.#connect(person)
  }

  brokenPromise(): string | undefined {
    const stored = this.#storedWords()
    for (const typed of this.#typed) {
      if (this.#isCalledSaved(typed)) typed.isSaved = true
      if (stored.has(typed.word) || typed.isDeleted) continue
      if (typed.isSaved) return `${typed.word} was called saved and is not stored`
      const witness = this.#people.find((person) => person !== typed.by && person.text.includes(typed.word))
      if (witness) return `${witness.person.name} sees ${typed.word}, which is not stored`
    }
  }

  async heal(): Promise<string | undefined> {
    this.store.fail(false)
    this.store.letGo()
    for (const person of this.#people) person.resume()
    await this.server.clock.pass(10_000)
    for (const person of this.#people) if (!person.isConnected) this.#connect(person)
    await settled()
    await this.server.clock.pass(10_000)
    const [first, ...others] = this.#people.map(({ text }) => text)
    if (first === undefined || others.some((text) => text !== first))
      return `people see different words: ${[first, ...others].join(' | ')}`
    if ((await this.server.stored()) !== first) return 'what is stored differs from what people see'
    for (const { word, isDeleted } of this.#typed) {
      const times = first.split(word).length - 1
      if (times !== (isDeleted ? 0 : 1)) return `${word} is there ${times} times`
    }
  }

  #boot(): TestServer {
    return new TestServer({ store: new TestStore(this.#disk), template: 'Notes: ' })
  }

  #connect(person: TestClient): void {
    for (const typed of this.#typed) if (typed.by === person) typed.message = undefined
    person.connect(this.server.pads)
  }

  /** The rule of the badge: a word is saved when its message is, or the one that told everything, in which it was. */
  #isCalledSaved({ by, message }: Typed): boolean {
    if (!by.saved || by.caughtUpWith === undefined) return false
    const covering = message === undefined || message < by.caughtUpWith ? by.caughtUpWith : message
    return by.saved.count >= covering
  }

  /** Every word that is in the log, deleted since or not. */
  #storedWords(): ReadonlySet<string> {
    const log = this.#disk.log('notes')
    if (log.length === this.#replayed.revision) return this.#replayed.words
    const { doc, words } = this.#replayed
    for (const { bytes } of log.slice(this.#replayed.revision)) Y.applyUpdate(doc, bytes)
    this.#replayed.revision = log.length
    let all = ''
    for (let item = firstText(doc)?._start ?? null; item; item = item.right) {
      if (item.content instanceof Y.ContentString) all += item.content.str
    }
    for (const [word] of all.matchAll(/<\w+>/g)) words.add(word)
    return words
  }
}

/** All write in the first line, so that they meet. */
function firstText(doc: Y.Doc): Y.XmlText | undefined {
  const [line] = doc.getXmlFragment('default').toArray()
  const [text] = line instanceof Y.XmlElement ? line.toArray() : []
  return text instanceof Y.XmlText ? text : undefined
}
