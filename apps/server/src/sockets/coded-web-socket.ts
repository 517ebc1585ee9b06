import { CLOSE } from '@forumpad/api'
import { WebSocket } from 'ws'

/** ws closes by itself on what breaks the WebSocket protocol, with that protocol's codes; pages and programs know ours. */
const OUR_CODES: Readonly<Record<number, number>> = {
  1002: CLOSE.malformed,
  1003: CLOSE.malformed,
  1007: CLOSE.malformed,
  1008: CLOSE.malformed,
  1009: CLOSE.tooLarge,
}

const REASONS: Readonly<Record<number, string>> = {
  [CLOSE.malformed]: 'That was not a WebSocket frame.',
  [CLOSE.tooLarge]: 'That message is too large.',
}

/** How long the other side has to answer a close frame before the connection is cut. */
const CLOSING_MS = 2_000

export class CodedWebSocket extends WebSocket {
  #cut: NodeJS.Timeout | undefined

  override close(code?: number, reason?: string | Buffer): void {
    const ours = code === undefined ? undefined : OUR_CODES[code]
    if (ours === undefined) super.close(code, reason)
    else super.close(ours, REASONS[ours])
    if (this.readyState !== this.CLOSING || this.#cut) return
    this.#cut = setTimeout(() => this.terminate(), CLOSING_MS)
    this.once('close', () => clearTimeout(this.#cut))
  }
}
