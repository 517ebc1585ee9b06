import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

const SYNC = 0
const AWARENESS = 1
/** Hocuspocus answers a state vector with a kind of its own. */
const SYNC_REPLY = 4

export const stateVectorMessage = (stateVector) => message(SYNC, 0, stateVector)
export const catchUpMessage = (update) => message(SYNC, 1, update)
export const updateMessage = (update) => message(SYNC, 2, update)
export const awarenessMessage = (body) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS)
    encoding.writeVarUint8Array(encoder, body)
  })

/** One message as a client reads it: `{ is: 'question' | 'catch-up' | 'update' | 'other', body }`. */
export function readMessage(decoder) {
  const kind = decoding.readVarUint(decoder)
  if (kind !== SYNC && kind !== SYNC_REPLY) return { is: 'other' }
  const step = decoding.readVarUint(decoder)
  return { is: ['question', 'catch-up', 'update'][step] ?? 'other', body: decoding.readVarUint8Array(decoder) }
}

function message(kind, step, body) {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, body)
  })
}
