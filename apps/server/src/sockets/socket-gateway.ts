import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { CLOSE, MESSAGE, type Person, type Role } from '@forumpad/api'
import type { Clock, LivePads, PadRight } from '@forumpad/sync'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { createAllowance, SOCKET_LIMITS } from '../allowance.ts'
import type { Asides } from '../asides/asides.ts'
import { CodedWebSocket } from './coded-web-socket.ts'
import { createConnectionCount, MOST_PER_ADDRESS } from './connection-count.ts'
import { readSyncAddress, type SyncAddress } from './sync-address.ts'
import { createWire } from './wire.ts'

const LARGEST_MESSAGE = 8 * 1024 * 1024
const PING_MS = 15_000
const SILENCE_MS = 30_000

export type SocketGatewayParts = {
  server: Server
  livePads: LivePads
  asides: Pick<Asides, 'admit'>
  /** Who opens the socket; somebody new for a request without our cookie. */
  whoComes(request: IncomingMessage): Promise<Person>
  isFromOurPages(request: IncomingMessage): boolean
  /** What whoever opens a socket may do in a pad now. Asked before the socket is opened, and again whenever rights have changed. */
  rightNow(request: IncomingMessage, person: Person, pad: string): Promise<PadRight>
  /** What they were in the pad when that was last asked, for the others to see. */
  roleOf(request: IncomingMessage): Role | null
  /** Who comes could not be found out; they are told to try again. */
  failed(error: unknown): undefined
  ipOf(request: IncomingMessage): string
  clock: Clock
}

export type SocketGateway = {
  openSockets(): number
  /** From now on newcomers are told to try again later. */
  takeNoMore(): void
  /** Ends whatever is still open. */
  stop(): void
}

/** Opens `/sync/PAD` on the server: hands each socket to the live pads and keeps away what is not a message. */
export function openSocketGateway(parts: SocketGatewayParts): SocketGateway {
  const { server, livePads, asides, whoComes, isFromOurPages, rightNow, roleOf, failed, ipOf, clock } = parts
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: LARGEST_MESSAGE,
    WebSocket: CodedWebSocket,
  })
  const counted = createConnectionCount(MOST_PER_ADDRESS)
  let stopping = false
  const lives = new Map<WebSocket, { heardAt: number }>()

  async function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy())
    if (stopping) return refuse(socket, 503)
    const address = readSyncAddress(request.url ?? '')
    if (!address) return refuse(socket, 404)
    if (!isFromOurPages(request)) return refuse(socket, 403)
    // Before the handshake: until it is answered the other side may not send, so nothing it says can be missed.
    const person = await whoComes(request).catch(failed)
    if (!person) return refuse(socket, 503)
    const right = await rightNow(request, person, address.pad).catch(failed)
    if (!right) return refuse(socket, 503)
    if (socket.destroyed) return
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      welcome(webSocket, socket, request, address, person, right),
    )
  }

  function welcome(
    webSocket: WebSocket,
    socket: Duplex,
    request: IncomingMessage,
    address: SyncAddress,
    person: Person,
    right: PadRight,
  ): void {
    const ip = ipOf(request)
    webSocket.on('error', () => {}) // What went wrong is in the close code.
    if (!counted.enter(ip)) {
      webSocket.close(CLOSE.tooMany, 'Too many connections from one address.')
      return
    }
    if (isOfSomebodyElse(address, person, request)) {
      counted.leave(ip)
      webSocket.close(CLOSE.notSignedIn, 'This browser is used by somebody else now. Load the page again.')
      return
    }
    const wire = createWire(webSocket, socket)
    const connection = livePads.connect(
      address.pad,
      {
        ...{ ...address, person },
        mayWrite: right === 'write',
        role: () => roleOf(request),
        rightNow: () => rightNow(request, person, address.pad),
      },
      wire,
    )
    // Stock clients do not ask for it, and for them it is no message at all.
    const aside =
      address.page && right !== 'none' ? asides.admit({ pad: address.pad, person, request }, wire) : undefined
    const allows = createAllowance(SOCKET_LIMITS, clock.now())
    const life = { heardAt: clock.now() }
    lives.set(webSocket, life)

    webSocket.on('pong', () => {
      life.heardAt = clock.now()
    })
    webSocket.on('message', (data, isBinary) => {
      if (webSocket.readyState !== webSocket.OPEN) return
      const now = clock.now()
      life.heardAt = now
      const message = plainBytes(data)
      if (!isBinary) webSocket.close(CLOSE.malformed, 'Only binary messages are understood here.')
      else if (!allows(message.length, now)) webSocket.close(CLOSE.tooMany, 'Too many messages.')
      else if (aside && message[0] === MESSAGE.aside) aside.receive(message)
      else connection.receive(message)
    })
    webSocket.once('close', () => {
      lives.delete(webSocket)
      counted.leave(ip)
      connection.closed()
      aside?.left()
    })
  }

  const onUpgradeEvent = (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    void onUpgrade(request, socket, head)
  server.on('upgrade', onUpgradeEvent)

  function askForLife(): void {
    for (const webSocket of sockets.clients) {
      if (clock.now() - (lives.get(webSocket)?.heardAt ?? 0) >= SILENCE_MS) webSocket.terminate()
      else if (webSocket.readyState === webSocket.OPEN) webSocket.ping()
    }
    callOff = clock.after(PING_MS, askForLife)
  }
  // Ended by stop().
  let callOff = clock.after(PING_MS, askForLife)

  return {
    openSockets: () => sockets.clients.size,
    takeNoMore() {
      stopping = true
    },
    stop() {
      callOff()
      server.off('upgrade', onUpgradeEvent)
      for (const webSocket of sockets.clients) webSocket.terminate()
    },
  }
}

/** Words that one person typed must not be taken under the name of the next who uses the browser. Without cookies all are new. */
function isOfSomebodyElse({ pageOf }: SyncAddress, person: Person, { headers }: IncomingMessage): boolean {
  return pageOf !== undefined && pageOf !== person.id && headers.cookie !== undefined
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** A Buffer's `slice` shares its memory where that of other byte arrays copies: the core gets one of the others. */
function plainBytes(data: RawData): Uint8Array {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : data
  return bytes instanceof ArrayBuffer
    ? new Uint8Array(bytes)
    : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
