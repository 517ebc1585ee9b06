import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Person } from './person.ts'

/** The items `from` up to, but not including, `to` of one Yjs client (its clocks), and who wrote them. */
export type AuthoredRange = {
  from: number
  to: number
  /** A person's id. */
  author: string
  /** When it was first written: milliseconds since 1970, whole minutes. */
  at: number
  /** Who cut it out and put it where it is, if that was not the author. */
  movedBy?: string
  /** False if somebody else brought it along, so that the server has only their word for the author. */
  verified: boolean
}

/** For each Yjs client its ranges, ascending. */
export type AuthoredRanges = ReadonlyMap<number, readonly AuthoredRange[]>

/** Who wrote what, as pages hear of it: everything, or what has changed since; `people` are those not told of before. */
export type AuthorshipMessage = { is: 'everything' | 'news'; ranges: AuthoredRanges; people: readonly Person[] }

/** `at` is a whole number of these. */
export const AUTHORED_AT_MS = 60_000

const KINDS = ['everything', 'news'] as const

/** Writes the body of message 104; read it with `readAuthorship`. */
export function writeAuthorship(encoder: encoding.Encoder, { is, ranges, people }: AuthorshipMessage): void {
  encoding.writeVarUint(encoder, KINDS.indexOf(is))
  encoding.writeVarUint(encoder, people.length)
  for (const { id, name, hue } of people) {
    encoding.writeVarString(encoder, id)
    encoding.writeVarString(encoder, name)
    encoding.writeVarUint(encoder, hue)
  }
  writeAuthoredRanges(encoder, ranges)
}

/** Throws if it is no such body. */
export function readAuthorship(decoder: decoding.Decoder): AuthorshipMessage {
  const is = KINDS[decoding.readVarUint(decoder)]
  if (!is) throw new Error('This is no message about authors.')
  const people: Person[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    people.push({
      id: decoding.readVarString(decoder),
      name: decoding.readVarString(decoder),
      hue: decoding.readVarUint(decoder),
    })
  }
  return { is, people, ranges: readAuthoredRanges(decoder) }
}

const UNVERIFIED = 1
const MOVED = 2

/**
 * The ids of all people; then for each client, ascending, its ranges: flags, the gap since the last one, the length, the minutes since
 * the last one, and the places of author and mover in the list of ids. Equal ranges give equal bytes.
 */
export function writeAuthoredRanges(encoder: encoding.Encoder, ranges: AuthoredRanges): void {
  const clients = [...ranges.entries()].sort(([a], [b]) => a - b)
  const ids = new Map<string, number>()
  const place = (id: string) => ids.get(id) ?? ids.set(id, ids.size).size - 1
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, clients.length)
  let minute = 0
  for (const [client, list] of clients) {
    encoding.writeVarUint(body, client)
    encoding.writeVarUint(body, list.length)
    let clock = 0
    for (const { from, to, author, at, movedBy, verified } of list) {
      encoding.writeVarUint(body, (verified ? 0 : UNVERIFIED) | (movedBy === undefined ? 0 : MOVED))
      encoding.writeVarUint(body, from - clock)
      encoding.writeVarUint(body, to - from)
      encoding.writeVarInt(body, at / AUTHORED_AT_MS - minute)
      encoding.writeVarUint(body, place(author))
      if (movedBy !== undefined) encoding.writeVarUint(body, place(movedBy))
      clock = to
      minute = at / AUTHORED_AT_MS
    }
  }
  encoding.writeVarUint(encoder, ids.size)
  for (const id of ids.keys()) encoding.writeVarString(encoder, id)
  encoding.writeUint8Array(encoder, encoding.toUint8Array(body))
}

/** Throws if it cannot be read. */
export function readAuthoredRanges(decoder: decoding.Decoder): Map<number, AuthoredRange[]> {
  const ids: string[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) ids.push(decoding.readVarString(decoder))
  const ranges = new Map<number, AuthoredRange[]>()
  let minute = 0
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    const client = decoding.readVarUint(decoder)
    const list: AuthoredRange[] = []
    let clock = 0
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const flags = decoding.readVarUint(decoder)
      const from = clock + decoding.readVarUint(decoder)
      clock = from + decoding.readVarUint(decoder)
      minute += decoding.readVarInt(decoder)
      const author = personAt(ids, decoding.readVarUint(decoder))
      const range = { from, to: clock, author, at: minute * AUTHORED_AT_MS, verified: (flags & UNVERIFIED) === 0 }
      const isMoved = (flags & MOVED) !== 0
      list.push(isMoved ? { ...range, movedBy: personAt(ids, decoding.readVarUint(decoder)) } : range)
    }
    ranges.set(client, list)
  }
  return ranges
}

function personAt(ids: readonly string[], place: number): string {
  const id = ids[place]
  if (id === undefined) throw new Error('These ranges name an author who is not in their list.')
  return id
}
