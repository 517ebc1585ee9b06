import type { Frame } from '@forumpad/sync'

const FINAL_BINARY = 0x82

/** A binary WebSocket message as it lies on the wire (RFC 6455, section 5.2): unmasked, in one frame. */
export class WebSocketFrame implements Frame {
  readonly bytes: Buffer
  readonly #head: number

  constructor(payload: Uint8Array) {
    const head = headerLength(payload.length)
    this.bytes = Buffer.allocUnsafe(head + payload.length)
    this.bytes[0] = FINAL_BINARY
    if (head === 2) this.bytes[1] = payload.length
    else if (head === 4) {
      this.bytes[1] = 126
      this.bytes.writeUInt16BE(payload.length, 2)
    } else {
      this.bytes[1] = 127
      this.bytes.writeBigUInt64BE(BigInt(payload.length), 2)
    }
    this.bytes.set(payload, head)
    this.#head = head
  }

  get payload(): Uint8Array {
    const { buffer, byteOffset, byteLength } = this.bytes
    return new Uint8Array(buffer, byteOffset + this.#head, byteLength - this.#head)
  }
}

function headerLength(payloadLength: number): number {
  if (payloadLength < 126) return 2
  return payloadLength < 65_536 ? 4 : 10
}
