import { CLOSE } from '@forumpad/api'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from './limits.ts'
import { settled } from './testing/test-clock.ts'
import { TestServer } from './testing/test-server.ts'

let server: TestServer
const start = (...args: ConstructorParameters<typeof TestServer>) => {
  server = new TestServer(...args)
  return server
}
afterEach(() => server.end())

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
