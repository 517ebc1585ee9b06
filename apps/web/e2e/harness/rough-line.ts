import { connect, createServer, type Socket } from 'node:net'
import { freePort } from './free-port.ts'

/** A connection through bad Wi-Fi: bytes of the page, and bytes for it. */
type Pair = { near: Socket; far: Socket }

/** A line between one browser and the server, with the faults of a full room. */
export interface RoughLine {
  readonly url: string
  /** Nothing passes until it is mended; then all that waited does. */
  stall(): void
  /** Nothing passes, and new connections are refused. */
  breakDown(): void
  mend(): void
  /** The open connections end at once; new ones are let through. */
  drop(): void
  /** The open connections stay open for ever on both ends, and carry nothing any more, or nothing of the page's. */
  halfOpen(which: 'both' | 'up'): void
  end(): Promise<void>
}

export async function openRoughLine(to: number): Promise<RoughLine> {
  const port = await freePort()
  const pairs = new Set<Pair>()
  const dead = new Set<Socket>()
  let state: 'good' | 'stalled' | 'broken' = 'good'

  const server = createServer((near) => {
    near.on('error', () => near.destroy())
    if (state === 'broken') return void near.destroy()
    const pair = { near, far: connect(to, '127.0.0.1') }
    const { far } = pair
    pairs.add(pair)
    far.on('error', () => far.destroy())
    passOn(near, far)
    passOn(far, near)
    for (const socket of [near, far]) {
      // One end of a half-open connection may be gone long before the other.
      socket.on('close', () => near.destroyed && far.destroyed && pairs.delete(pair))
    }
    if (state === 'stalled') for (const socket of [near, far]) socket.pause()
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  function passOn(from: Socket, on: Socket): void {
    from.on('data', (bytes) => void on.write(bytes))
    from.on('close', () => {
      if (!dead.has(from) && !dead.has(on)) on.destroy()
    })
  }

  function end(): void {
    for (const { near, far } of [...pairs]) {
      near.destroy()
      far.destroy()
    }
  }

  return {
    url: `http://127.0.0.1:${port}`,
    stall() {
      state = 'stalled'
      for (const { near, far } of pairs) for (const socket of [near, far]) socket.pause()
    },
    breakDown() {
      state = 'broken'
      end()
    },
    mend() {
      state = 'good'
      for (const { near, far } of pairs) for (const socket of [near, far]) if (!dead.has(socket)) socket.resume()
    },
    drop: end,
    halfOpen(which) {
      for (const { near, far } of pairs) {
        for (const socket of which === 'both' ? [near, far] : [near]) {
          dead.add(socket)
          socket.pause()
        }
      }
    },
    end() {
      end()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
