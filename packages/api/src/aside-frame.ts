import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { MESSAGE } from './live.ts'

/** The frame of an aside: its number, and the message as a JSON string. */
export function writeAside(message: unknown): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.aside)
    encoding.writeVarString(encoder, JSON.stringify(message))
  })
}

/** What the frame of an aside says, whatever that is; throws if it is none. */
export function readAside(frame: Uint8Array): unknown {
  const decoder = decoding.createDecoder(frame)
  if (decoding.readVarUint(decoder) !== MESSAGE.aside) throw new Error('This frame is no aside')
  const message: unknown = JSON.parse(decoding.readVarString(decoder))
  if (decoding.hasContent(decoder)) throw new Error('This aside goes on after its end')
  return message
}
