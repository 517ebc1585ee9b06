import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** So many bytes are looked for elsewhere at once; what two byte strings have in common in shorter pieces is not found. */
const PIECE = 24
/** Odd, and large enough that neighbouring bytes change all bits. */
const BASE = 0x01000193

/**
 * What makes another byte string of this one: stretches of the older, and in between what is new (after rsync, Tridgell 1996). Costs time in
 * proportion to both lengths. `appliedDifference` gives the newer again.
 */
export function differencesFrom(before: Uint8Array): (after: Uint8Array) => Uint8Array {
  const places = placesOfPieces(before)
  return (after) => differenceBetween(before, places, after)
}

function differenceBetween(before: Uint8Array, places: ReadonlyMap<number, number>, after: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, after.length)
    let written = 0
    let hash = 0
    let known = -1
    for (let at = 0; at + PIECE <= after.length; ) {
      hash = known === at - 1 && known >= 0 ? nextHash(hash, after, known) : hashAt(after, at)
      known = at
      const place = places.get(hash)
      const found = place === undefined ? undefined : stretchAround(before, place, after, at, written)
      if (!found) at += 1
      else {
        writeStretch(encoder, after.subarray(written, found.at), found)
        written = found.at + found.length
        at = written
      }
    }
    writeStretch(encoder, after.subarray(written), { place: 0, length: 0 })
  })
}

/** The newer byte string. Throws if the difference is damaged, or that of another byte string. */
export function appliedDifference(before: Uint8Array, difference: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(difference)
  const after = new Uint8Array(decoding.readVarUint(decoder))
  let at = 0
  while (decoding.hasContent(decoder)) {
    const fresh = decoding.readVarUint8Array(decoder)
    after.set(fresh, at)
    at += fresh.length
    const [place, length] = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)]
    if (place + length > before.length) throw new Error('This is the difference to other bytes.')
    after.set(before.subarray(place, place + length), at)
    at += length
  }
  if (at !== after.length) throw new Error('This difference is not whole.')
  return after
}

type Stretch = { place: number; length: number }

function writeStretch(encoder: encoding.Encoder, fresh: Uint8Array, { place, length }: Stretch): void {
  encoding.writeVarUint8Array(encoder, fresh)
  encoding.writeVarUint(encoder, place)
  encoding.writeVarUint(encoder, length)
}

function placesOfPieces(bytes: Uint8Array): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = 0; at + PIECE <= bytes.length; at += PIECE) places.set(hashAt(bytes, at), at)
  return places
}

/** The longest stretch around a place that both have; equal numbers do not yet mean equal bytes. */
function stretchAround(
  before: Uint8Array,
  place: number,
  after: Uint8Array,
  at: number,
  least: number,
): (Stretch & { at: number }) | undefined {
  let end = 0
  while (place + end < before.length && at + end < after.length && before[place + end] === after[at + end]) end += 1
  if (end < PIECE) return undefined
  let start = 0
  while (place - start > 0 && at - start > least && before[place - start - 1] === after[at - start - 1]) start += 1
  return { place: place - start, length: start + end, at: at - start }
}

function hashAt(bytes: Uint8Array, at: number): number {
  let hash = 0
  for (let i = at; i < at + PIECE; i++) hash = (Math.imul(hash, BASE) + (bytes[i] ?? 0)) | 0
  return hash
}

const LEAVING = Array.from({ length: PIECE }).reduce<number>((power) => Math.imul(power, BASE), 1)

/** For `at + 1`, given the one for `at` (Karp and Rabin 1987). */
const nextHash = (hash: number, bytes: Uint8Array, at: number): number =>
  (Math.imul(hash, BASE) + (bytes[at + PIECE] ?? 0) - Math.imul(LEAVING, bytes[at] ?? 0)) | 0
