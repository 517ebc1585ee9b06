import { MESSAGE } from '@forumpad/api'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Authorship } from './authorship/authorship.ts'
import { authorshipOf, rebuildAuthorship } from './authorship/load-authorship.ts'
import { LIMITS } from './limits.ts'
import type { TestClient } from './testing/test-client.ts'
import { settled } from './testing/test-clock.ts'
import { ANY_SHAPE, TestServer } from './testing/test-server.ts'
import { charactersOf, writtenBy } from './testing/written-by.ts'

let server: TestServer
const start = (...args: ConstructorParameters<typeof TestServer>) => {
  server = new TestServer(...args)
  return server
}
afterEach(() => server.end())

const authors = ({ doc, credits }: TestClient) => writtenBy(doc, credits)

async function storedPad() {
  const stored = await server.store.load('notes')
  if (!stored) throw new Error('There is no such pad')
  return stored
}

/** What is kept agrees with the log. */
async function agreesWithLog(): Promise<Authorship> {
  const stored = await storedPad()
  const { authorship } = await rebuildAuthorship(server.store, 'notes', stored)
  const kept = authorshipOf(stored)
  if (kept) expect(kept.encode()).toEqual(authorship.encode())
  return authorship
}

describe('A page is told who wrote what', () => {
  test('when it comes, and as it changes, with the names', async () => {
    start({ template: 'Notes: ' })
    const ada = await server.joins('Ada')
    ada.types('Hello ')
    await settled()
    const grace = await server.joins('Grace')
    expect(authors(grace)).toEqual(['forumpad: Notes: |ada: Hello '])
    grace.types('world')
    await settled()
    expect(authors(grace)).toEqual(['forumpad: Notes: |ada: Hello |grace: world'])
    expect(authors(ada)).toEqual(authors(grace))
    expect(Object.fromEntries(ada.names)).toEqual({ forumpad: 'Forumpad', ada: 'Ada', grace: 'Grace' })
  })

  test('also of people who are not here, and of new names', async () => {
    start()
    const ada = await server.joins('Ada')
    ada.types('Hello')
    await settled()
    ada.leave()
    await server.clock.pass(LIMITS.idleMs + 1)
    const grace = await server.joins('Grace')
    expect(grace.names.get('ada')).toBe('Person ada')
    server.pads.personChanged({ id: 'ada', name: 'Ada Lovelace', hue: 2 })
    await settled()
    expect(grace.names.get('ada')).toBe('Ada Lovelace')
  })

  test('a stock client is not', async () => {
    start()
    const stock = await server.joins('Stock', { page: false, client: undefined })
    const ada = await server.joins('Ada')
    ada.types('Hello')
    await settled()
    expect(stock.text).toBe('Hello')
    expect(stock.heard.has(MESSAGE.authorship)).toBe(false)
    stock.types(' you')
    await settled()
    expect(authors(ada)).toEqual(['ada: Hello|stock:  you'])
  })

  test('one that did not read for a while is told everything again', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    grace.stall()
    for (let i = 0; i < 20; i++) {
      ada.types('x'.repeat(100_000))
      await settled()
    }
    grace.resume()
    await settled()
    expect(authors(grace)).toEqual(authors(ada))
  })
})

describe('What is known of the authors', () => {
  test('survives the pad leaving memory, and so does what an undo needs', async () => {
    start()
    const ada = await server.joins('Ada')
    ada.types('Hello world')
    await settled()
    const grace = await server.joins('Grace')
    firstText(grace.doc)?.delete(0, 5)
    await settled()
    for (const person of [ada, grace]) person.cut()
    await server.clock.pass(LIMITS.idleMs + 1)
    expect((await storedPad()).tail).toEqual([])
    expect((await storedPad()).checkpoint?.authorship).toBeDefined()
    await agreesWithLog()
    grace.connect()
    await settled()
    firstText(grace.doc)?.insert(0, 'Hello')
    await settled()
    expect(authors(grace)).toEqual(['ada<grace: Hello|ada:  world'])
    await agreesWithLog()
  })

  test('is made from the log where it was never kept, once', async () => {
    start()
    const ada = await server.joins('Ada')
    ada.types('Hello world')
    await settled()
    ada.cut()
    await server.clock.pass(LIMITS.idleMs + 1)
    const { checkpoint } = await storedPad()
    if (!checkpoint) throw new Error('No checkpoint was kept')
    await server.store.saveCheckpoint('notes', { ...checkpoint, epoch: 1, authorship: undefined })
    const grace = await server.joins('Grace')
    expect(authors(grace)).toEqual(['ada: Hello world'])
    grace.cut()
    await server.clock.pass(LIMITS.idleMs + 1)
    expect((await storedPad()).checkpoint?.authorship).toEqual(checkpoint.authorship)
  })

  test('is that of the checkpoint’s revision, though more is written meanwhile', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    for (let i = 0; i < LIMITS.checkpointRevisions + 30; i++) {
      ada.types('a')
      if (i % 3 === 0) grace.types('g')
      if (i % 7 === 0) await server.clock.pass(10)
    }
    await server.clock.pass(10)
    const { checkpoint, tail } = await storedPad()
    expect(tail.length).toBeGreaterThan(0)
    expect(checkpoint?.authorship).toBeDefined()
    await agreesWithLog()
    expect(authors(ada)).toEqual(authors(grace))
  })

  test('is right after an update was refused half-way', async () => {
    const mend = (doc: Y.Doc) => {
      if (doc.getXmlFragment('default').toString().includes('boom')) throw new Error('Out of order')
    }
    start({ schema: { ...ANY_SHAPE, mend } })
    const ada = await server.joins('Ada')
    ada.types('Hello')
    await settled()
    const mallory = await server.joins('Mallory')
    server.store.holdUp()
    ada.types(' dear')
    mallory.types(' boom')
    server.store.letGo()
    await settled()
    expect(mallory.closed).toBeDefined()
    ada.types(' world')
    await settled()
    expect(authors(ada)).toEqual(['ada: Hello dear world'])
    await agreesWithLog()
  })

  test('is credited to the time of the log, although storing took long', async () => {
    start()
    const ada = await server.joins('Ada')
    server.store.fail(true)
    ada.types('Hello')
    await settled()
    await server.clock.pass(10 * 60_000)
    server.store.fail(false)
    await server.clock.pass(5_000)
    await agreesWithLog()
    const [row] = server.store.inner.log('notes')
    expect(ada.credits.of(ada.doc.clientID)[0]?.at).toBe(Math.floor((row?.at ?? 0) / 60_000) * 60_000)
  })

  test('does not hold up the text when it cannot be had', async () => {
    start()
    const ada = await server.joins('Ada')
    ada.types('Hello')
    await settled()
    ada.cut()
    await server.clock.pass(LIMITS.idleMs + 1)
    const { checkpoint } = await storedPad()
    await server.store.saveCheckpoint('notes', {
      epoch: 1,
      revision: 1,
      state: checkpoint?.state ?? new Uint8Array(),
      authorship: undefined,
    })
    server.store.inner.readLog = async () => {
      throw new Error('The disk is slow')
    }
    const grace = await server.joins('Grace')
    grace.types(' world')
    await settled()
    expect(grace.saved?.revision).toBe(2)
    expect(server.failures).toContain('finding out who wrote a pad')
    grace.cut()
    await server.clock.pass(LIMITS.idleMs + 1)
    expect((await storedPad()).checkpoint).toMatchObject({ revision: 2, authorship: undefined })
  })
})

/** What somebody does; numbers say where, as a share of what there is. */
const step = fc.record({
  who: fc.nat(2),
  does: fc.constantFrom('type', 'type', 'type', 'paste', 'erase', 'split', 'join', 'move', 'cut the line', 'come back'),
  at: fc.nat(999),
  length: fc.integer({ min: 1, max: 12 }),
})

test('Whatever three people do, each character has an author, that of the typed is who typed it, and the log says the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      start({ template: 'N' })
      const people = [await server.joins('Ada'), await server.joins('Grace'), await server.joins('Edsger')]
      const typed = new Map<string, string>()
      for (const { who, does, at, length } of steps) {
        const person = people[who]
        if (!person) continue
        if (does === 'cut the line') person.cut()
        else if (does === 'come back') {
          if (!person.isConnected) person.connect()
          await settled()
        } else act(person, does, at, length, typed)
        if (at % 3 === 0) await settled()
      }
      for (const person of people) if (!person.isConnected) person.connect()
      await settled()
      await server.clock.pass(1000)
      const [ada, grace] = people
      if (!ada || !grace) throw new Error('Nobody is here')
      expect(authors(ada)).toEqual(authors(grace))
      for (const [, credit] of charactersOf(ada.doc.getXmlFragment('default'), ada.credits))
        expect(credit).toBeDefined()
      for (const [id, author] of typed) {
        const [client = 0, clock = 0] = id.split(':').map(Number)
        expect(ada.credits.at(client, clock)).toMatchObject({ author, verified: true })
      }
      const rebuilt = await agreesWithLog()
      expect(writtenBy(ada.doc, rebuilt.credits)).toEqual(authors(ada))
      server.end()
    }),
    { numRuns: 60 },
  )
}, 60_000)

const ALPHABETS: Record<string, string> = { ada: 'abcdefgh', grace: 'ijklmnop', edsger: 'qrstuvwx' }

function act({ doc, person }: TestClient, does: string, at: number, length: number, typed: Map<string, string>): void {
  const root = doc.getXmlFragment('default')
  const lines = root.toArray().filter((line) => line instanceof Y.XmlElement)
  const index = at % lines.length
  const text = textOf(lines[index])
  if (!text) return
  const place = at % (text.length + 1)
  const words = Array.from({ length }, (_, i) => ALPHABETS[person.id]?.[(at + i * 3) % 8]).join('')
  const take = (from: number) => {
    const taken = text.toString().slice(from)
    text.delete(from, text.length - from)
    return taken
  }
  doc.transact(() => {
    if (does === 'type' || does === 'paste') {
      const count = does === 'type' ? 1 : length
      const clock = Y.getState(doc.store, doc.clientID)
      text.insert(place, words.slice(0, count))
      for (let i = 0; i < count; i++) typed.set(`${doc.clientID}:${clock + i}`, person.id)
    } else if (does === 'erase') text.delete(Math.min(place, text.length), Math.min(length, text.length - place))
    else if (does === 'split') root.insert(index + 1, [lineOf(take(place))])
    else if (does === 'join' && index > 0) textOf(lines[index - 1])?.insert(0, take(0))
    else if (does === 'move') root.insert(lines.length, [lineOf(take(0))])
  })
}

function lineOf(words: string): Y.XmlElement {
  const line = new Y.XmlElement('paragraph')
  line.insert(0, [new Y.XmlText(words)])
  return line
}

function textOf(line: unknown): Y.XmlText | undefined {
  const text = line instanceof Y.XmlElement && line.length > 0 ? line.get(0) : undefined
  return text instanceof Y.XmlText ? text : undefined
}

const firstText = (doc: Y.Doc) => textOf(doc.getXmlFragment('default').get(0))
