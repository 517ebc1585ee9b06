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
