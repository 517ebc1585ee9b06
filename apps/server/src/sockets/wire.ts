import type { Duplex } from 'node:stream'
import type { Frame, Wire } from '@forumpad/sync'
import { WebSocket } from 'ws'
import { WebSocketFrame } from './web-socket-frame.ts'

/** A reason must fit a control frame: 125 bytes with the two of the code. */
const LONGEST_REASON = 123

/**
 * One WebSocket as the core sees it. Messages bypass ws: their frames were made once for all sockets, and the same bytes go
 * to each. That is safe because nothing is compressed, so ws never has a message half-way out.
 */
export function createWire(webSocket: WebSocket, socket: Duplex): Wire {
  return {
    send(frames) {
      if (webSocket.readyState !== WebSocket.OPEN) return
      socket.write(joined(frames))
    },
    queuedBytes: () => socket.writableLength,
    onceDrained(callback) {
      if (socket.writableNeedDrain) socket.once('drain', callback)
      else setImmediate(callback)
    },
    close(code, reason) {
      webSocket.close(code, fitting(reason))
    },
  }
}

/** Larger ones go to few sockets, and would be kept for nothing. */
const REMEMBERED_BYTES = 64 * 1024

type Joined = { frames: readonly Frame[]; bytes: Buffer }

/** Readers and pages hear different things in turn. */
let last: Joined | undefined
let lastButOne: Joined | undefined

/** All frames as one piece: a small write costs far more than its bytes, so a crowd's frames are joined once, for all its sockets. */
function joined(frames: readonly Frame[]): Buffer {
  const [first] = frames
  if (frames.length === 1 && first) return bytesOf(first)
  if (last?.frames === frames) return last.bytes
  if (lastButOne?.frames === frames) return lastButOne.bytes
  const bytes = Buffer.concat(frames.map(bytesOf))
  if (bytes.length <= REMEMBERED_BYTES) {
    lastButOne = last
    last = { frames, bytes }
  }
  return bytes
}

function bytesOf(frame: Frame): Buffer {
  return frame instanceof WebSocketFrame ? frame.bytes : new WebSocketFrame(frame.payload).bytes
}

function fitting(reason: string): string {
  if (Buffer.byteLength(reason) <= LONGEST_REASON) return reason
  // Cut between characters: a torn one would make the close frame invalid.
  let fits = ''
  for (const character of reason) {
    if (Buffer.byteLength(fits) + Buffer.byteLength(character) > LONGEST_REASON) break
    fits += character
  }
  return fits
}
