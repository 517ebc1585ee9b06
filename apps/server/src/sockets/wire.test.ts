import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Wire } from '@forumpad/sync'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { CodedWebSocket } from './coded-web-socket.ts'
import { WebSocketFrame } from './web-socket-frame.ts'
import { createWire } from './wire.ts'

const server = createServer()
let client: WebSocket
let wire: Wire

beforeEach(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, WebSocket: CodedWebSocket })
  const wired = new Promise<Wire>((resolve) =>
    server.once('upgrade', (request, socket: Duplex, head) =>
      sockets.handleUpgrade(request, socket, head, (webSocket) => resolve(createWire(webSocket, socket))),
    ),
  )
  client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  await once(client, 'open')
  wire = await wired
})
afterEach(async () => {
  client.terminate()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

/** The next `count` messages that the client gets. */
function messages(count: number): Promise<Buffer[]> {
  return new Promise((resolve) => {
    const got: Buffer[] = []
    client.on('message', (data: Buffer) => {
      if (got.push(data) === count) resolve(got)
    })
  })
}

it('sends frames of every length as one message each', async () => {
  const lengths = [0, 1, 125, 126, 65_535, 65_536, 300_000]
  const sent = lengths.map((length) => new WebSocketFrame(new Uint8Array(length).fill(length % 251)))
  const got = messages(lengths.length)
  wire.send(sent)
  expect((await got).map(({ length }) => length)).toEqual(lengths)
  expect((await got).every((data, n) => data.equals(sent[n]?.payload ?? Buffer.of(9)))).toBe(true)
})

it('sends a frame that another wire sends too, and one that nobody made into bytes yet', async () => {
  const got = messages(3)
  const frame = new WebSocketFrame(Uint8Array.of(1, 2))
  wire.send([frame, frame])
  wire.send([{ payload: Uint8Array.of(3) }])
  expect(await got).toEqual([Buffer.of(1, 2), Buffer.of(1, 2), Buffer.of(3)])
})

it('knows what a slow reader has not taken, and when it has', async () => {
  client.pause()
  const frame = new WebSocketFrame(new Uint8Array(1_000_000))
  for (let n = 0; n < 20; n++) wire.send([frame])
  expect(wire.queuedBytes()).toBeGreaterThan(1_000_000)
  const drained = new Promise<void>((resolve) => wire.onceDrained(resolve))
  client.resume()
  await drained
  expect(wire.queuedBytes()).toBe(0)
  // And when there is nothing to wait for.
  await new Promise<void>((resolve) => wire.onceDrained(resolve))
})

it('closes with its code, and a reason that fits', async () => {
  const closed = once(client, 'close')
  wire.close(4508, `Too slow: ${'ü'.repeat(100)}`)
  wire.send([new WebSocketFrame(Uint8Array.of(1))])
  const [code, reason] = await closed
  expect(code).toBe(4508)
  expect(reason.toString()).toMatch(/^Too slow: ü+$/)
})

it('cuts off whoever does not answer a close', async () => {
  client.pause()
  const from = performance.now()
  wire.close(4508, 'Too slow.')
  await new Promise<void>((resolve) => {
    const look = () => server.getConnections((_, open) => (open === 0 ? resolve() : setImmediate(look)))
    look()
  })
  expect(performance.now() - from).toBeGreaterThan(1_500)
})
