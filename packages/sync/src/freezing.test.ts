import { CLOSE } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LIMITS } from './limits.ts'
import type { TestClient } from './testing/test-client.ts'
import { settled } from './testing/test-clock.ts'
import { TestServer, TestStore } from './testing/test-server.ts'

let server: TestServer
let ada: TestClient
let grace: TestClient

beforeEach(async () => {
  server = new TestServer()
  ada = await server.joins('Ada')
  grace = await server.joins('Grace')
  ada.types('before')
  await settled()
})
afterEach(() => server.end())

describe('The moment of freezing', () => {
  test('parts what is stored and called saved from what is not taken, while somebody types', async () => {
    server.store.holdUp()
    ada.types(' taken')
    await settled()
    const accepted = ada.textMessagesSent
    const frozen = server.pads.freeze('notes')
    await settled()
    ada.types(' too late')
    await settled()
    expect(ada.closed).toBeUndefined()

    server.store.letGo()
    await frozen
    await settled()
    expect(ada.saved?.count).toBe(accepted)
    expect(ada.closed?.code).toBe(CLOSE.notAllowed)
    expect(grace.text).toBe('before taken')
    expect(await server.stored()).toBe('before taken')
  })

  test('after words that were not taken, nothing of the same client is', async () => {
    server.store.holdUp()
    ada.types(' taken')
    await settled()
    const frozen = server.pads.freeze('notes')
    await settled()
    ada.types(' too late')
    server.store.letGo()
    await frozen
    await server.pads.thaw('notes')
    ada.types(' and on top of it')
    await settled()
    expect(await server.stored()).toBe('before taken')
  })

  test('comes at once though the store fails, and is stored as soon as it works', async () => {
    server.store.fail(true)
    ada.types(' kept in memory')
    await settled()
    let isFrozen = false
    void server.pads.freeze('notes').then(() => {
      isFrozen = true
    })
    await settled()
    expect(grace.status?.is).toBe('frozen')
    grace.types(' too late')
    await server.clock.pass(10_000)
    expect(isFrozen).toBe(false)
    expect((await server.store.inner.load('notes'))?.frozenAt).toBeNull()

    server.store.fail(false)
    await server.clock.pass(LIMITS.retryMs.longest)
    expect(isFrozen).toBe(true)
    expect(grace.closed?.code).toBe(CLOSE.notAllowed)
    expect(await server.stored()).toBe('before kept in memory')
    expect(ada.saved?.count).toBe(ada.textMessagesSent)
  })

  test('is stored after all that was taken before it', async () => {
    server.store.fail(true)
    ada.types(' kept in memory')
    await server.clock.pass(10_000)
    server.store.fail(false)
    const frozen = server.pads.freeze('notes')
    await settled()
    expect(await server.stored()).toBe('before')
    expect((await server.store.inner.load('notes'))?.frozenAt).toBeNull()
    await server.clock.pass(LIMITS.retryMs.longest)
    expect(await server.stored()).toBe('before kept in memory')
    expect((await server.store.inner.load('notes'))?.frozenAt).toBe(await frozen)
  })

  test('is tried again when only it could not be stored', async () => {
    server.store.fail(true)
    const frozen = server.pads.freeze('notes')
    await settled()
    expect(server.failures).toEqual(['freezing a pad'])
    server.store.fail(false)
    await server.clock.pass(LIMITS.retryMs.first)
    expect((await server.store.inner.load('notes'))?.frozenAt).toBe(await frozen)
  })

  test('is one moment, however often it is asked for', async () => {
    const first = server.pads.freeze('notes')
    const second = server.pads.freeze('notes')
    expect(await second).toBe(await first)
    await server.clock.pass(60_000)
    expect(await server.pads.freeze('notes')).toBe(await first)
  })

  test('outlives a crash', async () => {
    const since = await server.pads.freeze('notes')
    server.store.die()
    const again = new TestServer({ store: new TestStore(server.store.inner) })
    ada.connect(again.pads)
    await settled()
    expect(ada.status).toEqual({ is: 'frozen', since })
    ada.types(' after the crash')
    await settled()
    expect(ada.closed?.code).toBe(CLOSE.notAllowed)
    expect(await again.stored()).toBe('before')
    again.end()
  })

  test('outlives the pad leaving memory, which waits for it', async () => {
    for (const person of [ada, grace]) person.cut()
    server.store.fail(true)
    const frozen = server.pads.freeze('notes')
    await server.clock.pass(3 * LIMITS.idleMs)
    ada.connect()
    await settled()
    expect(ada.status?.is).toBe('frozen')
    ada.cut()
    server.store.fail(false)
    await server.clock.pass(LIMITS.retryMs.longest)
    const since = await frozen
    await server.clock.pass(3 * LIMITS.idleMs)
    const loads = server.store.loads
    grace.connect()
    await settled()
    expect(server.store.loads).toBe(loads + 1)
    expect(grace.status).toEqual({ is: 'frozen', since })
  })

  test('is stored before a server stops', async () => {
    server.store.holdUp()
    const frozen = server.pads.freeze('notes')
    const stopped = server.pads.stop()
    await settled()
    server.store.letGo()
    await stopped
    expect((await server.store.inner.load('notes'))?.frozenAt).toBe(await frozen)
  })
})
