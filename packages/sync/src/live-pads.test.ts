import { CLOSE, HEARTBEAT_MS, MESSAGE } from '@forumpad/api'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from './limits.ts'
import { writeUpdate } from './protocol.ts'
import { settled } from './testing/test-clock.ts'
import { TestServer, TestStore } from './testing/test-server.ts'

let server: TestServer
const start = (...args: ConstructorParameters<typeof TestServer>) => {
  server = new TestServer(...args)
  return server
}
afterEach(() => server.end())

describe('Two people in a pad', () => {
  test('see what the other types', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    ada.types('Hello')
    await settled()
    expect(grace.text).toBe('Hello')
    grace.types(', Ada')
    await settled()
    expect(ada.text).toBe('Hello, Ada')
    expect(server.authors()).toEqual(['ada', 'grace'])
  })

  test('who type at the same moment end up with the same words', async () => {
    start()
    const ada = await server.joins('Ada')
    ada.types('Notes: ')
    await settled()
    const grace = await server.joins('Grace')
    for (let i = 0; i < 20; i++) {
      ada.types('a')
      grace.types('g')
    }
    await settled()
    expect(ada.text).toBe(grace.text)
    expect(ada.text).toHaveLength('Notes: '.length + 40)
    expect(await server.stored()).toBe(ada.text)
  })

  test('see each other by the name that the server knows, whatever their page claims', async () => {
    start()
    const ada = await server.joins('Ada')
    const mallory = await server.joins('Mallory')
    mallory.awareness.setLocalStateField('user', { name: 'Ada', id: 'ada' })
    await settled()
    await server.clock.pass(100)
    expect(ada.sees).toEqual(['Mallory'])
    expect(mallory.sees).toEqual(['Ada'])
  })

  test('no longer see who has left', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    await server.clock.pass(100)
    expect(ada.sees).toEqual(['Grace'])
    grace.leave()
    await server.clock.pass(100)
    expect(ada.sees).toEqual([])
    expect(server.pads.present('notes').map(({ name }) => name)).toEqual(['Ada'])
  })

  test('see a new name at once', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    await server.clock.pass(100)
    server.pads.personChanged({ id: 'grace', name: 'Grace Hopper', hue: 3 })
    await server.clock.pass(100)
    expect(ada.sees).toEqual(['Grace Hopper'])
    expect(grace.sees).toEqual(['Ada'])
  })

  test('cannot make a third speak: what is said under the id of another is ignored', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    const mallory = await server.joins('Mallory')
    await server.clock.pass(100)
    mallory.awareness.states.set(ada.doc.clientID, { cursor: 'elsewhere' })
    mallory.awareness.meta.set(ada.doc.clientID, { clock: 900, lastUpdated: 0 })
    mallory.sayAwareness([ada.doc.clientID])
    await server.clock.pass(100)
    expect(grace.awareness.getStates().get(ada.doc.clientID)).not.toHaveProperty('cursor')
  })
})

describe('Saved means on disk', () => {
  test('nobody sees words before they are stored, and nothing is called saved', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    server.store.holdUp()
    ada.types('secret until stored')
    await settled()
    expect(grace.text).toBe('')
    const late = await server.joins('Late')
    expect(late.text).toBe('')
    const acknowledged = ada.saved?.count ?? 0
    expect(acknowledged).toBeLessThan(ada.textMessagesSent)
    server.store.letGo()
    await settled()
    expect(grace.text).toBe('secret until stored')
    expect(late.text).toBe('secret until stored')
    expect(ada.saved).toEqual({ count: ada.textMessagesSent, revision: 1 })
  })

  test('not even those who join or come back while it is being stored see it', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    ada.types('stored '.repeat(20_000))
    await settled()
    grace.cut()
    server.store.holdUp()
    ada.types('secret')
    await settled()
    const late = await server.joins('Late')
    grace.connect()
    await settled()
    expect(late.text).not.toContain('secret')
    expect(grace.text).not.toContain('secret')
    server.store.letGo()
    await settled()
    expect(late.text).toBe(ada.text)
    expect(grace.text).toBe(ada.text)
  })

  test('a commit acknowledges what is in it, not what came while it ran', async () => {
    start()
    const ada = await server.joins('Ada')
    server.store.holdUp()
    ada.types('first')
    await settled()
    const first = ada.textMessagesSent
    ada.types('second')
    await settled()
    server.store.letGo()
    server.store.holdUp()
    await settled()
    expect(ada.saved).toEqual({ count: first, revision: 1 })
    server.store.letGo()
    await settled()
    expect(ada.saved).toEqual({ count: first + 1, revision: 2 })
  })

  test('what arrives while a commit runs goes into the next one together', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    ada.types('-')
    await settled()
    const before = server.store.commits
    server.store.holdUp()
    ada.types('first')
    await settled()
    for (let i = 0; i < 30; i++) {
      ada.types('a')
      grace.types('g')
    }
    await settled()
    server.store.letGo()
    await settled()
    expect(server.store.commits - before).toBe(2)
    expect(server.authors()).toHaveLength(62)
    expect(ada.text).toBe(grace.text)
  })

  test('every pad with changes shares one transaction', async () => {
    const store = new TestStore()
    for (let i = 0; i < 40; i++) store.inner.addPad(`pad-${i}`)
    start({ store })
    const people = []
    for (let i = 0; i < 40; i++) people.push(await server.joins(`P${i}`, {}, `pad-${i}`))
    server.store.holdUp()
    people[0]?.types('x')
    await settled()
    const before = server.store.commits
    for (const one of people) one.types('y')
    await settled()
    server.store.letGo()
    await settled()
    expect(server.store.commits - before).toBe(2)
  })

  test('while the store fails everybody is told, and afterwards everything is stored once', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    server.store.fail(true)
    ada.types('kept in memory')
    await settled()
    await server.clock.pass(LIMITS.failingMs + 100)
    expect(grace.status?.is).toBe('saving-fails')
    expect(server.pads.status().is).toBe('saving-fails')
    expect(grace.text).toBe('')
    const late = await server.joins('Late')
    expect(late.status?.is).toBe('saving-fails')
    server.store.fail(false)
    await server.clock.pass(LIMITS.retryMs.longest)
    expect(grace.status?.is).toBe('saving-works')
    expect(grace.text).toBe('kept in memory')
    expect(await server.stored()).toBe('kept in memory')
    expect(server.authors()).toEqual(['ada'])
  })

  test('an update that brings nothing new is acknowledged only when what it repeats is stored', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    server.store.holdUp()
    ada.types('once')
    await settled()
    const repeated = writeUpdate(Y.encodeStateAsUpdate(ada.doc))
    const before = grace.saved?.count ?? 0
    grace.says(repeated)
    await settled()
    expect(grace.saved?.count ?? 0).toBe(before)
    server.store.letGo()
    await settled()
    expect(grace.saved?.count).toBe(before + 1)
    expect(server.authors()).toEqual(['ada'])
  })
})

describe('Coming back', () => {
  test('brings what was typed while the line was down, once', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    ada.types('before. ')
    await settled()
    ada.cut()
    ada.types('offline. ')
    grace.types('meanwhile. ')
    await settled()
    ada.connect()
    await settled()
    ada.connect()
    await settled()
    expect(ada.text).toBe(grace.text)
    for (const words of ['before. ', 'offline. ', 'meanwhile. ']) expect(ada.text.split(words)).toHaveLength(2)
    expect(await server.stored()).toBe(ada.text)
  })

  test('a client that types before it has told what it has loses nothing', async () => {
    start()
    const ada = await server.joins('Ada')
    ada.cut()
    ada.types('offline, ')
    ada.connect()
    ada.types('and at once')
    await settled()
    expect(await server.stored()).toBe('offline, and at once')
  })

  test('many who come back at once all get everything', async () => {
    start()
    const writer = await server.joins('Writer')
    writer.types('x'.repeat(5000))
    await settled()
    const crowd = []
    for (let i = 0; i < 100; i++) crowd.push(await server.joins(`P${i}`))
    for (const one of crowd) one.cut()
    writer.types(' more')
    await settled()
    for (const one of crowd) one.connect()
    writer.types(' and more')
    await settled()
    await server.clock.pass(1000)
    expect(crowd.every(({ text, isSynced }) => isSynced && text === writer.text)).toBe(true)
  })
})

describe('A pad that nobody is in', () => {
  test('leaves memory, keeps a checkpoint, and comes back with the same words', async () => {
    start()
    const ada = await server.joins('Ada')
    ada.types('kept')
    await settled()
    ada.leave()
    await server.clock.pass(LIMITS.idleMs + 1)
    const stored = await server.store.inner.load('notes')
    expect(stored?.checkpoint?.revision).toBe(1)
    const loads = server.store.loads
    const grace = await server.joins('Grace')
    expect(server.store.loads).toBe(loads + 1)
    expect(grace.text).toBe('kept')
  })

  test('stays while something is not stored', async () => {
    start()
    const ada = await server.joins('Ada')
    server.store.holdUp()
    ada.types('not yet stored')
    await settled()
    ada.leave()
    await server.clock.pass(LIMITS.idleMs * 3)
    const grace = await server.joins('Grace')
    server.store.letGo()
    await settled()
    expect(grace.text).toBe('not yet stored')
  })

  test('can be read without becoming live', async () => {
    start({ template: 'Goals' })
    expect(await server.pads.read('notes')).toMatchObject({ revision: 0 })
    expect(await server.pads.read('nowhere')).toBeUndefined()
    expect(server.authors()).toEqual([])
  })
})

describe('The template', () => {
  test('is written once, by the server, however many come at the same moment', async () => {
    start({ template: 'Goals' })
    const crowd = await Promise.all(Array.from({ length: 20 }, (_, i) => server.joins(`P${i}`)))
    await settled()
    expect(crowd.map(({ text }) => text)).toEqual(Array(20).fill('Goals'))
    expect(server.authors()).toEqual(['forumpad'])
  })

  test('is not written for a reader', async () => {
    start({ template: 'Goals' })
    await server.joins('Reader', { mayWrite: false })
    expect(server.authors()).toEqual([])
    const editor = await server.joins('Editor')
    expect(editor.text).toBe('Goals')
  })

  test('gives way to what another server has written first', async () => {
    start({ template: 'Goals' })
    server.store.holdUp()
    const ada = await server.joins('Ada')
    const elsewhere = new Y.Doc()
    elsewhere.getXmlFragment('default').insert(0, [new Y.XmlElement('paragraph')])
    await server.store.inner.append(
      [
        {
          pad: 'notes',
          epoch: 1,
          onlyIfEmpty: true,
          entries: [{ person: 'other', bytes: Y.encodeStateAsUpdate(elsewhere) }],
          clients: [],
        },
      ],
      0,
    )
    server.store.letGo()
    await settled()
    expect(ada.closed?.code).toBe(CLOSE.restart)
    expect(server.authors()).toEqual(['other'])
  })
})

describe('A long pad', () => {
  test('gets a checkpoint now and then, which holds just what is stored up to its revision', async () => {
    start()
    const ada = await server.joins('Ada')
    // In a crowd changes gather for a moment, so that more come before those in the checkpoint are stored.
    for (let i = 0; i < 25; i++) await server.joins(`P${i}`)
    for (let i = 1; i < LIMITS.checkpointRevisions; i++) ada.types('x')
    await server.clock.pass(100)
    server.store.holdUp()
    ada.types('y')
    await settled()
    for (let i = 0; i < 5; i++) ada.types('z')
    server.store.letGo()
    await settled()
    expect((await server.store.inner.load('notes'))?.checkpoint).toBeUndefined()
    for (let i = 0; i < 3; i++) ada.types('after')
    await server.clock.pass(100)

    const stored = await server.store.inner.load('notes')
    expect(stored?.head).toBe(LIMITS.checkpointRevisions + 8)
    expect(stored?.checkpoint?.revision).toBe(LIMITS.checkpointRevisions + 5)
    const upToThere = new Y.Doc()
    for (const { bytes } of server.store.inner.log('notes').slice(0, stored?.checkpoint?.revision))
      Y.applyUpdate(upToThere, bytes)
    expect(stored?.checkpoint?.state).toEqual(Y.encodeStateAsUpdate(upToThere))
    expect(await server.stored()).toBe(ada.text)
  })
})

describe('A peer that stops reading', () => {
  test('has a bounded queue, harms nobody, and is right when it reads again', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    const slow = await server.joins('Slow')
    slow.stall()
    for (let i = 0; i < 60; i++) {
      ada.types('x'.repeat(50_000))
      await settled()
    }
    expect(slow.queuedBytes()).toBeLessThan(LIMITS.outboxBytes + 100_000)
    expect(grace.text).toBe(ada.text)
    slow.resume()
    await settled()
    expect(slow.text).toBe(ada.text)
    ada.types('afterwards')
    await settled()
    expect(slow.text).toBe(ada.text)
  })

  test('is closed when it never reads again, with a code that lets it come back', async () => {
    start()
    const ada = await server.joins('Ada')
    const slow = await server.joins('Slow')
    slow.stall()
    for (let i = 0; i < 60; i++) {
      ada.types('x'.repeat(50_000))
      await settled()
    }
    await server.clock.pass(LIMITS.behindMs + 2 * HEARTBEAT_MS)
    expect(slow.closed?.code).toBe(CLOSE.tooSlow)
  })
})

describe('Signs of life', () => {
  test('a page hears something at least every heartbeat', async () => {
    start()
    const ada = await server.joins('Ada')
    await server.clock.pass(5 * HEARTBEAT_MS)
    expect(ada.heard.get(MESSAGE.heartbeat)).toBeGreaterThanOrEqual(4)
  })

  test('a stock client hears only what it knows, often enough to stay and to remember the others', async () => {
    start()
    const stock = await server.joins('Stock', {
      page: false,
      client: undefined,
      schemaVersion: undefined,
      epoch: undefined,
    })
    await server.joins('Ada')
    const before = stock.heard.get(MESSAGE.awareness) ?? 0
    await server.clock.pass(30_000)
    expect((stock.heard.get(MESSAGE.awareness) ?? 0) - before).toBeGreaterThanOrEqual(2)
    expect([...stock.heard.keys()].every((kind) => kind <= MESSAGE.queryAwareness)).toBe(true)
  })

  test('heartbeats of cursors are not relayed', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    await server.clock.pass(100)
    const before = grace.heard.get(MESSAGE.awareness) ?? 0
    for (let i = 0; i < 5; i++) {
      ada.awareness.setLocalState(ada.awareness.getLocalState())
      await server.clock.pass(100)
    }
    expect(grace.heard.get(MESSAGE.awareness) ?? 0).toBe(before)
  })
})

describe('A server that stops', () => {
  test('stores what it has and sends everybody away with a code that brings them back', async () => {
    start()
    const ada = await server.joins('Ada')
    ada.types('last words')
    await server.pads.stop()
    await settled()
    expect(ada.closed?.code).toBe(CLOSE.restart)
    expect(await server.stored()).toBe('last words')
    const late = await server.joins('Late')
    expect(late.closed?.code).toBe(CLOSE.restart)
  })
})

describe('A change that the server makes', () => {
  test('is one revision of the person it is made for, while others go on typing', async () => {
    start()
    const ada = await server.joins('Ada')
    ada.types('typed ')
    const revision = await server.pads.edit('notes', 'grace', (doc) => {
      const line = new Y.XmlElement('paragraph')
      line.insert(0, [new Y.XmlText('imported')])
      doc.getXmlFragment('default').push([line])
    })
    ada.types('on')
    await settled()
    expect(server.authors()[revision - 1]).toBe('grace')
    expect(ada.text).toBe('typed on\nimported')
  })

  test('in a pad that is not there says so', async () => {
    start()
    await expect(server.pads.edit('nowhere', 'grace', () => {})).rejects.toThrow('There is no pad "nowhere"')
  })
})
