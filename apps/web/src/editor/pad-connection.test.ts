// @vitest-environment happy-dom
import { CLOSE, HEARTBEAT_MS } from '@forumpad/api'
import { SCHEMA_VERSION } from '@forumpad/pad-schema'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { refusedWords } from './badge.ts'
import type { PadConnection } from './pad-connection.ts'
import { FakeServer } from './testing/fake-server.ts'
import { type Visit, type VisitOptions, visitPad } from './testing/visit-pad.ts'

let server: FakeServer
let pad: PadConnection
let copy: Visit['copy']
let types: Visit['types']

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  server = new FakeServer()
})

afterEach(() => {
  pad.close()
  vi.useRealTimers()
})

async function visit(options: VisitOptions = {}) {
  ;({ pad, copy, types } = await visitPad(server, options))
}

const badge = () => pad.state().badge
const seconds = (n: number) => vi.advanceTimersByTimeAsync(n * 1_000)

describe('a page and its pad', () => {
  it('asks for its pad by its encoded name, with what the server must know', async () => {
    await visit()
    expect(copy.name).toBe(`forumpad/Föhn~1/7/${SCHEMA_VERSION}/ada`)
    const url = new URL(server.url)
    expect(url.pathname).toBe('/sync/F%C3%B6hn~1')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      page: '1',
      client: String(pad.doc.clientID),
      schema: String(SCHEMA_VERSION),
      epoch: '7',
      person: 'ada',
    })
  })

  it('says saved only when the server has acknowledged every change', async () => {
    await visit()
    expect(badge()).toEqual({ is: 'connecting', changes: 0 })
    server.opens()
    server.sendsItsText('Welcome')
    expect(pad.state().ready).toBe(true)
    server.acknowledges(1)
    expect(badge()).toEqual({ is: 'saved', at: null })

    types('one')
    expect(badge()).toEqual({ is: 'saving', changes: 1 })
    types('two')
    server.acknowledges(2)
    expect(badge()).toEqual({ is: 'saving', changes: 1 })
    server.acknowledges(3)
    expect(badge()).toMatchObject({ is: 'saved' })
    expect(server.has()).toContain('two')
  })

  it('goes on counting while the server is away, and sends everything once it is back', async () => {
    await visit()
    server.opens()
    server.sendsItsText('Welcome')
    server.acknowledges(1)
    server.hangsUp(CLOSE.restart)
    types('while away')
    expect(badge()).toEqual({ is: 'connecting', changes: 1 })
    await seconds(3)
    expect(badge()).toEqual({ is: 'offline', changes: 1, copy: 'kept' })
    expect(pad.state().isUnsent).toBe(true)

    server.opens()
    server.sendsItsText('Welcome')
    expect(badge()).toMatchObject({ is: 'offline' })
    // The change as it was made, and then all that the page has.
    server.acknowledges(2)
    expect(badge()).toMatchObject({ is: 'saved' })
    expect(server.has()).toContain('while away')
  })

  it('notices within ten seconds that a line is dead although its socket is open', async () => {
    await visit()
    server.opens()
    server.sendsItsText('Welcome')
    server.acknowledges(1)
    for (let beat = 0; beat < 3; beat++) {
      await vi.advanceTimersByTimeAsync(HEARTBEAT_MS)
      server.beats()
    }
    expect(badge()).toMatchObject({ is: 'saved' })
    const socketsBefore = server.sockets
    await seconds(10)
    expect(badge()).toMatchObject({ is: 'offline' })
    expect(server.sockets).toBeGreaterThan(socketsBefore)
  })

  it('warns of words that only this page holds', async () => {
    await visit({ copyState: 'impossible' })
    server.opens()
    server.sendsItsText('Welcome')
    server.acknowledges(1)
    types('not kept')
    expect(pad.state().isUnsent).toBe(true)
    server.hangsUp(CLOSE.restart)
    await seconds(3)
    expect(badge()).toEqual({ is: 'offline', changes: 1, copy: 'impossible' })
  })

  it('tells when the server cannot write to its disk, and when it can again', async () => {
    await visit()
    server.opens()
    server.sendsItsText('Welcome')
    server.acknowledges(1)
    server.says({ is: 'saving-fails', since: 5 })
    expect(badge()).toEqual({ is: 'not-saved', since: 5 })
    server.says({ is: 'saving-works' })
    expect(badge()).toMatchObject({ is: 'saved' })
  })

  it('takes no more words when the pad is frozen, and does again when it is thawed', async () => {
    await visit()
    server.opens()
    server.sendsItsText('Welcome')
    server.acknowledges(1)
    expect(pad.state().writable).toBe(true)
    types('on its way')
    server.says({ is: 'frozen', since: 6 })
    expect(pad.state().writable).toBe(false)
    expect(badge()).toEqual({ is: 'frozen', since: 6, changes: 1 })
    server.acknowledges(2)
    expect(badge()).toEqual({ is: 'frozen', since: 6, changes: 0 })
    server.says({ is: 'saving-works' })
    expect(pad.state().writable).toBe(true)
    expect(badge()).toMatchObject({ is: 'saved' })
  })

  it('of a frozen pad is frozen from the first moment, and while the line is lost', async () => {
    await visit({ frozenSince: 5 })
    expect(pad.state().writable).toBe(false)
    expect(badge()).toEqual({ is: 'frozen', since: 5, changes: 0 })
    server.opens()
    server.says({ is: 'frozen', since: 5 })
    server.sendsItsText('Welcome')
    server.acknowledges(1)
    server.hangsUp(CLOSE.restart)
    await seconds(3)
    expect(badge()).toMatchObject({ is: 'offline' })
    expect(pad.state().writable).toBe(false)
  })

  it('of a reader takes no words from the first moment, and does once the server says so', async () => {
    await visit({ mayWrite: false })
    expect(pad.state().writable).toBe(false)
    expect(badge()).toEqual({ is: 'read-only', changes: 0 })
    server.opens()
    server.says({ is: 'reading' })
    server.sendsItsText('Welcome')
    server.acknowledges(1)
    expect(badge()).toEqual({ is: 'read-only', changes: 0 })
    server.hangsUp(CLOSE.restart)
    expect(pad.state().writable).toBe(false)
    await seconds(3)
    server.opens()
    server.says({ is: 'saving-works' })
    expect(pad.state().writable).toBe(true)
  })

  it('can be written in when the pad was thawed while the line was lost', async () => {
    await visit({ frozenSince: 5 })
    server.opens()
    server.sendsItsText('Welcome')
    server.acknowledges(1)
    expect(pad.state().writable).toBe(true)
    expect(badge()).toMatchObject({ is: 'saved' })
  })

  it('knows which of its words are saved when the next ones are not taken', async () => {
    await visit()
    server.opens()
    server.sendsItsText('Welcome')
    server.acknowledges(1)
    types('taken')
    types('too late')
    types('later still')
    server.says({ is: 'frozen', since: 6 })
    server.acknowledges(2)
    server.hangsUp(CLOSE.notAllowed)
    expect(pad.state().refused?.lines).toEqual(['too late', 'later still'])
  })

  it('gives back what is written outside of the document with the rest, and asks before it is closed', async () => {
    await visit()
    server.opens()
    server.sendsItsText('Welcome')
    server.acknowledges(1)
    pad.alsoGiveBack(() => ['in a field'])
    const stop = pad.alsoGiveBack(() => ['in a field that is gone'])
    stop()
    server.hangsUp(CLOSE.clientTooOld)
    expect(pad.state().refused?.lines).toEqual(['in a field'])
    expect(pad.state().isUnsent).toBe(true)
    await pad.forgetCopy()
    expect(pad.state().isUnsent).toBe(false)
  })

  it('does not give back to another person what is written outside of the document', async () => {
    await visit()
    server.opens()
    pad.alsoGiveBack(() => ['by Ada'])
    server.hangsUp(CLOSE.notSignedIn)
    expect(pad.state().refused?.lines).toEqual([])
  })

  it('says why in the words of the server, if it gave any', async () => {
    await visit()
    server.opens()
    server.hangsUp(CLOSE.clientTooOld, 'This pad was begun anew meanwhile. Reload the page.')
    expect(badge()).toEqual({ is: 'refused', why: 'This pad was begun anew meanwhile. Reload the page.' })
  })

  it('lets itself be closed without a question once refused words were handed back', async () => {
    await visit({ copyState: 'impossible' })
    server.opens()
    server.sendsItsText('Welcome')
    types('not taken')
    server.hangsUp(CLOSE.notAllowed)
    expect(pad.state().isUnsent).toBe(true)
    await pad.forgetCopy()
    expect(pad.state().isUnsent).toBe(false)
  })

  it.each([CLOSE.malformed, CLOSE.notAllowed, CLOSE.noSuchPad, CLOSE.tooLarge, CLOSE.clientTooOld])(
    'keeps the words that were not taken when it is refused with %i, and does not come back',
    async (code) => {
      await visit()
      server.opens()
      server.sendsItsText('Welcome')
      server.acknowledges(1)
      types('refused words')
      server.hangsUp(code)
      expect(badge()).toEqual({ is: 'refused', why: refusedWords(code) })
      expect(pad.state().refused?.lines).toEqual(['refused words'])
      const socketsBefore = server.sockets
      await seconds(30)
      expect(server.sockets).toBe(socketsBefore)
      expect(copy.forgotten).toBe(false)
    },
  )

  it('shows the others again after a lost line', async () => {
    await visit()
    server.opens()
    server.sendsItsText('Welcome')
    server.shows({ id: 'ben', name: 'Ben', hue: 1 })
    expect([...pad.awareness.getStates().values()]).toContainEqual({ user: { id: 'ben', name: 'Ben', hue: 1 } })
    server.hangsUp(CLOSE.restart)
    expect(pad.awareness.getStates().size).toBe(1)
    await seconds(1)
    server.opens()
    server.shows({ id: 'ben', name: 'Ben', hue: 1 })
    expect(pad.awareness.getStates().size).toBe(2)
    for (let beat = 0; beat < 15; beat++) {
      await vi.advanceTimersByTimeAsync(HEARTBEAT_MS)
      server.beats()
    }
    expect(pad.awareness.getStates().size).toBe(2)
  })
})
