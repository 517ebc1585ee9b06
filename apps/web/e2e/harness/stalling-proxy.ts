import { connect, createServer, type Socket } from 'node:net'
import { freePort } from './free-port.ts'

/** A line between a browser and the server that can go silent without hanging up, as Wi-Fi does. */
export interface StallingProxy {
  readonly url: string
  /** From now on nothing passes, in either direction, and nobody is told. New connections hang too. */
  stall(): void
  /** From now on nothing that browsers say on open connections passes; what the server says does. */
  mute(): void
  /** Lets new connections through; those that were stalled stay dead, and those that were muted hang up. */
  mend(): void
  end(): Promise<void>
}

export async function openStallingProxy(to: number): Promise<StallingProxy> {
  const port = await freePort()
  const open = new Set<Socket>()
  const browsers = new Set<Socket>()
  const muted = new Set<Socket>()
  let stalled = false

  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => open.delete(socket))
    }
    if (stalled) {
      near.pause()
      far.pause()
      return
    }
    browsers.add(near)
    near.on('close', () => browsers.delete(near))
    near.pipe(far)
    far.pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${port}`,
    stall() {
      stalled = true
      for (const socket of open) {
        socket.unpipe()
        socket.pause()
      }
    },
    mute() {
      for (const socket of browsers) {
        socket.unpipe()
        socket.pause()
        muted.add(socket)
      }
    },
    mend() {
      stalled = false
      // What was said into them is lost, and a browser would use them again for the next page.
      for (const socket of muted) socket.destroy()
      muted.clear()
    },
    end() {
      for (const socket of open) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
