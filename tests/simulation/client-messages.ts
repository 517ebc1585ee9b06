import { MESSAGE } from '@forumpad/api'
import * as encoding from 'lib0/encoding'
import * as sync from 'y-protocols/sync'
import type * as Y from 'yjs'

/** What clients say, in the form of y-websocket. */
export const stateVectorMessage = (doc: Y.Doc) => syncMessage((encoder) => sync.writeSyncStep1(encoder, doc))

export const updateMessage = (update: Uint8Array) => syncMessage((encoder) => sync.writeUpdate(encoder, update))

function syncMessage(write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync)
    write(encoder)
  })
}

/** `state` is null for somebody who leaves. */
export function awarenessMessage(client: number, clock: number, state: object | null): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness)
    const body = encoding.encode((inner) => {
      encoding.writeVarUint(inner, 1)
      encoding.writeVarUint(inner, client)
      encoding.writeVarUint(inner, clock)
      encoding.writeVarString(inner, JSON.stringify(state))
    })
    encoding.writeVarUint8Array(encoder, body)
  })
}
