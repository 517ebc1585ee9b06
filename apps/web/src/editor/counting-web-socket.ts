import { MESSAGE } from '@forumpad/api'
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import type { TextFrame } from './save-ledger.ts'

/** Which kind of text a frame of the y-websocket protocol carries, or null if it carries none. */
export function textFrame(frame: Uint8Array): TextFrame | null {
  if (frame[0] !== MESSAGE.sync) return null
  switch (frame[1]) {
    case messageYjsSyncStep2:
      return 'step 2'
    case messageYjsUpdate:
      return 'update'
    default:
      return null
  }
}

/** A WebSocket that reports each frame with text as it is sent, so that acknowledgements can be matched to frames. */
export function countingWebSocket(Base: typeof WebSocket, onTextFrame: (frame: TextFrame) => void): typeof WebSocket {
  return class CountingWebSocket extends Base {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBufferLike>): void {
      super.send(data as string)
      const frame = data instanceof Uint8Array ? textFrame(data) : null
      if (frame !== null) onTextFrame(frame)
    }
  }
}
