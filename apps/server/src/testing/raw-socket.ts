import { WebSocket } from 'ws'

/** A program that sends what it likes. */
export type RawSocket = {
  socket: WebSocket
  /** The code and the reason that the server closed with. */
  closed: Promise<{ code: number; reason: string }>
}

export async function rawSocket(
  url: string,
  path: string,
  headers: Record<string, string> = {},
  autoPong = true,
): Promise<RawSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${path}`, { headers, autoPong })
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  )
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  // What goes wrong from here on is in the close code.
  socket.on('error', () => {})
  return { socket, closed }
}
