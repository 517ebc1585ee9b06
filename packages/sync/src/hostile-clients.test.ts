import { CLOSE, MESSAGE } from '@forumpad/api'
import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from './limits.ts'
import { writeAwareness, writeStateVector, writeUpdate } from './protocol.ts'
import type { TestClient } from './testing/test-client.ts'
import { settled } from './testing/test-clock.ts'
import { TestServer } from './testing/test-server.ts'

let server: TestServer
let ada: TestClient
let grace: TestClient

async function room(): Promise<TestClient> {
  server = new TestServer()
  ada = await server.joins('Ada')
  grace = await server.joins('Grace')
  return server.joins('Mallory')
}

/** The others go on as if nothing had happened, and so does who opens the pad afresh. */
async function othersNoticeNothing(): Promise<void> {
  ada.types('ok')
  await settled()
  await server.clock.pass(100)
  expect(grace.text).toBe(ada.text)
  expect(ada.closed).toBeUndefined()
  expect(grace.closed).toBeUndefined()
  const fresh = await server.joins('Fresh')
  expect(fresh.text).toBe(ada.text)
  expect(await server.stored()).toBe(ada.text)
}

afterEach(() => server.end())

const wordsOf = (clientID: number, words: string) => {
  const doc = new Y.Doc()
  doc.clientID = clientID
  const line = new Y.XmlElement('paragraph')
  line.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment('default').insert(0, [line])
  return doc
}

describe('A client that is no honest one', () => {
  const malformed: [string, Uint8Array][] = [
    ['an empty message', new Uint8Array()],
    ['an unknown kind', new Uint8Array([77, 1, 2])],
    ['a cut-off update', writeUpdate(Y.encodeStateAsUpdate(wordsOf(1, 'cut off'))).slice(0, -3)],
    ['an update of noise', writeUpdate(new Uint8Array([1, 7, 255, 255, 255, 3, 9, 9]))],
    ['a message that goes on', new Uint8Array([...writeUpdate(new Uint8Array([0, 0])), 1])],
    ['a cursor that is no JSON', writeAwareness([{ client: 0, clock: 5, state: '{' }])],
    ['a cursor that is too large', writeAwareness([{ client: 0, clock: 5, state: JSON.stringify('x'.repeat(9000)) }])],
    ['a state vector of noise', writeStateVector(new Uint8Array([200, 1, 2]))],
  ]
  for (const [what, bytes] of malformed) {
    test(`that sends ${what} is closed with 4400`, async () => {
      const mallory = await room()
      const own = bytes[0] === MESSAGE.awareness ? asOwn(bytes, mallory.doc.clientID) : bytes
      mallory.says(own)
      await settled()
      expect(mallory.closed?.code).toBe(CLOSE.malformed)
      await othersNoticeNothing()
    })
  }

  test('that sends an update too large is closed with 4413', async () => {
    const mallory = await room()
    mallory.says(writeUpdate(new Uint8Array(LIMITS.updateBytes + 1)))
    await settled()
    expect(mallory.closed?.code).toBe(CLOSE.tooLarge)
    await othersNoticeNothing()
  })

  test('hears what of its words is stored before it is closed for others, and nothing that follows is taken', async () => {
    const mallory = await room()
    server.store.holdUp()
    mallory.types('taken')
    await settled()
    const taken = mallory.textMessagesSent
    mallory.says(writeUpdate(new Uint8Array(LIMITS.updateBytes + 1)))
    mallory.types(' and more')
    await settled()
    expect(mallory.closed).toBeUndefined()
    server.store.letGo()
    await settled()
    expect(mallory.saved?.count).toBe(taken)
    expect(mallory.closed?.code).toBe(CLOSE.tooLarge)
    expect(await server.stored()).toBe('taken')
    await othersNoticeNothing()
  })

  test('that sends more pieces than can be mended in a moment is closed with 4413', async () => {
    const mallory = await room()
    const many = new Y.Doc()
    const headings = Array.from({ length: LIMITS.updatePieces + 1 }, () => new Y.XmlElement('heading'))
    many.getXmlFragment('default').insert(0, headings)
    mallory.says(writeUpdate(Y.encodeStateAsUpdate(many)))
    await settled()
    expect(mallory.closed?.code).toBe(CLOSE.tooLarge)
    await othersNoticeNothing()
  })

  test('that builds on what nobody has is closed, and nothing waits for ever', async () => {
    const mallory = await room()
    const elsewhere = wordsOf(4711, 'one')
    const before = Y.encodeStateVector(elsewhere)
    elsewhere.getXmlFragment('default').push([new Y.XmlElement('paragraph')])
    mallory.says(writeUpdate(Y.encodeStateAsUpdate(elsewhere, before)))
    await settled()
    expect(mallory.closed?.code).toBe(CLOSE.malformed)
    await othersNoticeNothing()
  })

  test('whose clocks are absurd is closed', async () => {
    const mallory = await room()
    const update = encoding.encode((encoder) => {
      for (const n of [1, 1, 4711]) encoding.writeVarUint(encoder, n)
      encoding.writeVarUint(encoder, 2 ** 40)
      encoding.writeUint8(encoder, 0)
      encoding.writeVarUint(encoder, 3)
      encoding.writeVarUint(encoder, 0)
    })
    mallory.says(writeUpdate(update))
    await settled()
    expect(mallory.closed?.code).toBe(CLOSE.malformed)
    await othersNoticeNothing()
  })

  test('that writes to another root is closed', async () => {
    const mallory = await room()
    mallory.doc.getMap('settings').set('frozen', true)
    await settled()
    expect(mallory.closed?.code).toBe(CLOSE.malformed)
    await othersNoticeNothing()
  })

  test('that writes under the id of somebody who is here is closed with 4403', async () => {
    const mallory = await room()
    mallory.says(writeUpdate(Y.encodeStateAsUpdate(wordsOf(ada.doc.clientID, 'Ada never said this'))))
    await settled()
    expect(mallory.closed?.code).toBe(CLOSE.notAllowed)
    await othersNoticeNothing()
    expect(ada.text).not.toContain('never said')
  })

  test('that writes under the id of somebody who is away is closed too, and their own words arrive', async () => {
    const mallory = await room()
    ada.types('mine')
    await settled()
    ada.cut()
    ada.types(' and more')
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(mallory.doc))
    forged.clientID = ada.doc.clientID
    forged.getXmlFragment('default').push([new Y.XmlElement('paragraph')])
    mallory.says(writeUpdate(Y.encodeStateAsUpdate(forged)))
    await settled()
    expect(mallory.closed?.code).toBe(CLOSE.notAllowed)
    ada.connect()
    await settled()
    expect(await server.stored()).toContain('mine and more')
  })

  test('that announces the id of somebody who was here and has written nothing yet is closed', async () => {
    await room()
    ada.cut()
    const mallory = await server.joins('Mallory', { client: ada.doc.clientID })
    expect(mallory.closed?.code).toBe(CLOSE.notAllowed)
    ada.connect()
    await othersNoticeNothing()
  })

  test('that announces the id of somebody else is closed with 4403', async () => {
    await room()
    ada.types('mine')
    await settled()
    const mallory = await server.joins('Mallory', { client: ada.doc.clientID })
    expect(mallory.closed?.code).toBe(CLOSE.notAllowed)
    await othersNoticeNothing()
  })

  test('that may only read is closed when it writes', async () => {
    await room()
    const reader = await server.joins('Reader', { mayWrite: false })
    ada.types('to be read')
    await settled()
    expect(reader.text).toBe('to be read')
    reader.types('graffiti')
    await settled()
    expect(reader.closed?.code).toBe(CLOSE.notAllowed)
    await othersNoticeNothing()
  })

  test('brings words of a client that nobody knows: they are taken, and noted as unverified', async () => {
    const mallory = await room()
    mallory.says(writeUpdate(Y.encodeStateAsUpdate(wordsOf(4711, 'of an earlier visit '))))
    await settled()
    expect(mallory.closed).toBeUndefined()
    const stored = await server.store.inner.load('notes')
    expect(stored?.clients.get(4711)).toEqual({ person: 'mallory', verified: false })
    await othersNoticeNothing()
  })
})

describe('A client that knocks at the wrong door', () => {
  test('hears that there is no such pad', async () => {
    server = new TestServer()
    const lost = await server.joins('Lost', {}, 'nowhere')
    expect(lost.closed?.code).toBe(CLOSE.noSuchPad)
  })

  test('with a page of another schema or epoch is sent away before it binds anything', async () => {
    server = new TestServer()
    expect((await server.joins('Old', { schemaVersion: 0 })).closed?.code).toBe(CLOSE.clientTooOld)
    expect((await server.joins('Older', { epoch: 7 })).closed?.code).toBe(CLOSE.clientTooOld)
  })
})

test('Mutated messages never crash the core, and the pad opens afterwards', async () => {
  await room()
  ada.types('some words to begin with')
  await settled()
  const real = [
    writeUpdate(Y.encodeStateAsUpdate(ada.doc)),
    writeStateVector(Y.encodeStateVector(ada.doc)),
    writeAwareness([{ client: 5, clock: 3, state: '{"cursor":null}' }]),
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...real),
      fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      async (message, flips) => {
        const bytes = message.slice()
        for (const [at, value] of flips) bytes[at % bytes.length] = value
        const fuzzer = await server.joins('Fuzzer')
        fuzzer.says(bytes)
        fuzzer.leave()
      },
    ),
    { numRuns: 300 },
  )
  await settled()
  const fresh = await server.joins('Fresh')
  expect(fresh.isSynced).toBe(true)
  expect(fresh.text).toBe(await server.stored())
  ada.types(' and more')
  await settled()
  expect(fresh.text).toBe(await server.stored())
})

/** The same awareness message, said of the client itself. */
function asOwn(bytes: Uint8Array, client: number): Uint8Array {
  const state = new TextDecoder().decode(bytes).includes('xxxx') ? JSON.stringify('x'.repeat(9000)) : '{'
  return writeAwareness([{ client, clock: 5, state: bytes.length > 0 ? state : '' }])
}
