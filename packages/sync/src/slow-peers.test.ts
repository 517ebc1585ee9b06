import { CLOSE, HEARTBEAT_MS, MESSAGE } from '@forumpad/api'
import { afterEach, describe, expect, test } from 'vitest'
import { LIMITS } from './limits.ts'
import { settled } from './testing/test-clock.ts'
import { TestServer } from './testing/test-server.ts'

let server: TestServer
const start = (...args: ConstructorParameters<typeof TestServer>) => {
  server = new TestServer(...args)
  return server
}
afterEach(() => server.end())

describe('A peer that stops reading', () => {
  test('has a bounded queue, harms nobody, and is right when it reads again', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    const slow = await server.joins('Slow')
    slow.stall()
    for (let i = 0; i < 60; i++) {
      ada.types('x'.repeat(50_000))
      await server.clock.pass(20)
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
      await server.clock.pass(20)
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

  test('a page hears within a heartbeat up to which revision it has the text, and nothing more while that stays', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    ada.types('words')
    await settled()
    await server.clock.pass(HEARTBEAT_MS)
    expect(grace.upTo).toBe(server.store.inner.log('notes').length)
    grace.stall()
    for (let i = 0; i < 60; i++) {
      ada.types('x'.repeat(50_000))
      await server.clock.pass(20)
    }
    const before = grace.upTo
    await server.clock.pass(HEARTBEAT_MS)
    expect(grace.upTo).toBe(before)
  })

  test('a stock client hears only what it knows, often enough to stay and to remember the others', async () => {
    start()
    const stock = await server.joinsAsStock('Stock')
    await server.joins('Ada')
    const before = stock.heard.get(MESSAGE.awareness) ?? 0
    await server.clock.pass(30_000)
    expect((stock.heard.get(MESSAGE.awareness) ?? 0) - before).toBeGreaterThanOrEqual(2)
    expect([...stock.heard.keys()].every((kind) => kind <= MESSAGE.queryAwareness)).toBe(true)
  })

  test('a stock client that comes back sees those who have not moved since', async () => {
    start()
    const stock = await server.joinsAsStock('Stock')
    const ada = await server.joins('Ada')
    await server.clock.pass(100)
    expect(stock.sees).toEqual(['Ada'])
    stock.cut()
    expect(stock.sees).toEqual([])
    stock.connect()
    await settled()
    expect(stock.sees).toEqual(['Ada'])
    ada.awareness.setLocalStateField('reading', 'on')
    await server.clock.pass(100)
    expect(stock.awareness.getStates().get(ada.doc.clientID)).toMatchObject({ reading: 'on' })
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

  test('a moved cursor is told to the others, and back to nobody whose clock is right', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    const moves = async (place: string) => {
      ada.awareness.setLocalStateField('reading', place)
      await server.clock.pass(100)
    }
    await moves('the title')
    const heard = (client: typeof ada) => client.heard.get(MESSAGE.awareness) ?? 0
    const before = { ada: heard(ada), grace: heard(grace) }
    for (const place of ['the first line', 'the second', 'the third']) await moves(place)
    expect({ ada: heard(ada), grace: heard(grace) }).toEqual({ ada: before.ada, grace: before.grace + 3 })
    expect(grace.awareness.getStates().get(ada.doc.clientID)).toMatchObject({ reading: 'the third' })

    // The server has counted on by itself: whoever it concerns hears how far.
    server.pads.personChanged({ ...ada.person, name: 'Ada L.' })
    await server.clock.pass(100)
    await moves('the end')
    const clockOf = (client: typeof ada) => client.awareness.meta.get(ada.doc.clientID)?.clock
    expect(clockOf(grace)).toBe(clockOf(ada))
  })
})
