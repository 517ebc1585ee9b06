import { type AuthorshipMessage, MESSAGE, writeAuthorship } from '@forumpad/api'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * One message of a client, read. The form is that of y-websocket: a varUint for the kind of message, then its body
 * (y-protocols PROTOCOL.md).
 */
export type Message =
  | { is: 'state-vector'; stateVector: Uint8Array }
  /** The answer to the server's state vector: all that the client has and the server lacks. */
  | { is: 'catch-up'; update: Uint8Array }
  | { is: 'update'; update: Uint8Array }
  | { is: 'awareness'; entries: AwarenessEntry[] }
  | { is: 'query-awareness' }
  | { is: 'malformed'; because: string }

/** What a client says of a client: `state` is JSON, `null` when it has left. */
export type AwarenessEntry = { client: number; clock: number; state: string }

const SYNC = { stateVector: 0, catchUp: 1, update: 2 } as const

/** Reads one message. Never throws: what cannot be read is `malformed`. */
export function readMessage(bytes: Uint8Array): Message {
  try {
    const decoder = decoding.createDecoder(bytes)
    const message = readBody(decoder)
    if (message.is !== 'malformed' && decoding.hasContent(decoder)) return malformed('it goes on after its end')
    return message
  } catch {
    return malformed('it is cut off or no message at all')
  }
}

function readBody(decoder: decoding.Decoder): Message {
  const kind = decoding.readVarUint(decoder)
  switch (kind) {
    case MESSAGE.sync:
      return readSync(decoder)
    case MESSAGE.awareness:
      return { is: 'awareness', entries: readAwareness(decoding.readVarUint8Array(decoder)) }
    case MESSAGE.queryAwareness:
      return { is: 'query-awareness' }
    default:
      return malformed(`no message begins with ${kind}`)
  }
}

function readSync(decoder: decoding.Decoder): Message {
  const kind = decoding.readVarUint(decoder)
  const body = decoding.readVarUint8Array(decoder)
  switch (kind) {
    case SYNC.stateVector:
      return { is: 'state-vector', stateVector: body }
    case SYNC.catchUp:
      return { is: 'catch-up', update: body }
    case SYNC.update:
      return { is: 'update', update: body }
    default:
      return malformed(`no sync message has the number ${kind}`)
  }
}

function readAwareness(bytes: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(bytes)
  const entries: AwarenessEntry[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    entries.push({
      client: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: decoding.readVarString(decoder),
    })
  }
  return entries
}

const malformed = (because: string): Message => ({
  is: 'malformed',
  because: `This message cannot be read: ${because}.`,
})

/** The server's own state vector, which asks the client for what the server lacks. */
export const writeStateVector = (stateVector: Uint8Array) => writeSync(SYNC.stateVector, stateVector)

/** The answer to a client's state vector; a stock client calls itself synced when it comes. */
export const writeCatchUp = (update: Uint8Array) => writeSync(SYNC.catchUp, update)

export const writeUpdate = (update: Uint8Array) => writeSync(SYNC.update, update)

/** lib0 takes memory outside the heap for each new encoder, which costs more than what is written; one after the other they share this one. */
let encoder = encoding.createEncoder()
const KEPT_BYTES = 64 * 1024

function written(write: (encoder: encoding.Encoder) => void): Uint8Array {
  encoder.cpos = 0
  encoder.bufs = []
  write(encoder)
  const message = encoding.toUint8Array(encoder)
  if (encoder.cbuf.length > KEPT_BYTES) encoder = encoding.createEncoder()
  return message
}

function writeSync(kind: number, body: Uint8Array): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, body)
  })
}

/** One message for any number of clients. */
export function writeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  const body = written((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state)
    }
  })
  return written((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness)
    encoding.writeVarUint8Array(encoder, body)
  })
}

/** Says that the first `count` text messages of a connection are committed, the newest as `revision`. */
export function writeSaved(count: number, revision: number): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.saved)
    encoding.writeVarUint(encoder, count)
    encoding.writeVarUint(encoder, revision)
  })
}

/** Who wrote what. */
export function writeAuthors(message: AuthorshipMessage): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.authorship)
    writeAuthorship(encoder, message)
  })
}

/** A status or a notice: a JSON string after the number. */
export function writeJson(kind: typeof MESSAGE.status | typeof MESSAGE.notice, value: unknown): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarString(encoder, JSON.stringify(value))
  })
}

/** A sign of life, and up to which revision the text has been sent on this connection; 0 where that cannot be said. */
export function writeHeartbeat(revision: number): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.heartbeat)
    encoding.writeVarUint(encoder, revision)
  })
}

/** The update in which nothing happens. */
export const EMPTY_UPDATE = new Uint8Array([0, 0])
