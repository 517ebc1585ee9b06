import * as Y from 'yjs'
import { LIMITS } from './limits.ts'

export class TooManyPieces extends Error {}

/**
 * Decodes an update (Yjs v1) without applying it, and stops at so many items: a small frame can hold millions.
 * Throws `TooManyPieces` then, and anything else if it cannot be read.
 */
export function readUpdate(update: Uint8Array, most: number = LIMITS.updatePieces): ReturnType<typeof Y.decodeUpdate> {
  return Y.decodeUpdateV2(update, most === LIMITS.updatePieces ? CountingDecoder : decoderOfMost(most))
}

class CountingDecoder extends Y.UpdateDecoderV1 {
  protected left: number = LIMITS.updatePieces

  override readInfo(): number {
    this.left -= 1
    if (this.left < 0) throw new TooManyPieces()
    return super.readInfo()
  }
}

const decoderOfMost = (most: number): typeof CountingDecoder =>
  class extends CountingDecoder {
    protected override left = most
  }
