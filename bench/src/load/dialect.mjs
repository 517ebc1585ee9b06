import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

const AUTH = 2

/** How the messages of y-websocket are wrapped: as they are, or, for Hocuspocus, behind the name of the document. */
export const DIALECTS = {
  'y-websocket': {
    address: (url, pad) => url + pad,
    greeting: () => [],
    wrap: (_, message) => message,
    unwrap: (bytes) => decoding.createDecoder(bytes),
  },
  hocuspocus: {
    address: (url) => url,
    greeting: (pad) => [
      encoding.encode((encoder) => {
        encoding.writeVarString(encoder, pad)
        encoding.writeVarUint(encoder, AUTH)
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarString(encoder, 'anybody')
      }),
    ],
    wrap: (pad, message) =>
      encoding.encode((encoder) => {
        encoding.writeVarString(encoder, pad)
        encoding.writeUint8Array(encoder, message)
      }),
    unwrap(bytes) {
      const decoder = decoding.createDecoder(bytes)
      decoding.readVarString(decoder)
      return decoder
    },
  },
}
