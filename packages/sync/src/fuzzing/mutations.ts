import fc from 'fast-check'
import * as encoding from 'lib0/encoding'

/** One change of a message's bytes. `at` is a place, taken modulo its length. */
export type Mutation =
  | { does: 'flip'; at: number; bit: number }
  | { does: 'set'; at: number; byte: number }
  | { does: 'cut'; at: number }
  | { does: 'drop'; at: number; length: number }
  | { does: 'repeat'; at: number; length: number; times: number }
  | { does: 'number'; at: number; number: number }
  | { does: 'splice'; at: number; with: Uint8Array; from: number }

/** Lengths and counts that tempt a reader to loop or to allocate; the last two are more than a number can hold exactly. */
const HUGE = [0, 127, 128, 65_535, 2 ** 24, 2 ** 31 - 1, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1, 2 ** 53, 2 ** 60]

const at = fc.nat(5000)

export const mutation = (others: readonly Uint8Array[]): fc.Arbitrary<Mutation> =>
  fc.oneof(
    fc.record({ does: fc.constant('flip' as const), at, bit: fc.nat(7) }),
    fc.record({ does: fc.constant('set' as const), at, byte: fc.nat(255) }),
    fc.record({ does: fc.constant('cut' as const), at }),
    fc.record({ does: fc.constant('drop' as const), at, length: fc.integer({ min: 1, max: 20 }) }),
    fc.record({
      does: fc.constant('repeat' as const),
      at,
      length: fc.integer({ min: 1, max: 40 }),
      times: fc.integer({ min: 1, max: 9 }),
    }),
    fc.record({ does: fc.constant('number' as const), at, number: fc.constantFrom(...HUGE) }),
    fc.record({ does: fc.constant('splice' as const), at, with: fc.constantFrom(...others), from: at }),
  )

export function mutate(bytes: Uint8Array, mutation: Mutation): Uint8Array {
  if (bytes.length === 0) return bytes
  const at = mutation.at % bytes.length
  const before = bytes.subarray(0, at)
  switch (mutation.does) {
    case 'flip':
    case 'set': {
      const changed = bytes.slice()
      changed[at] = mutation.does === 'set' ? mutation.byte : (bytes[at] ?? 0) ^ (1 << mutation.bit)
      return changed
    }
    case 'cut':
      return before.slice()
    case 'drop':
      return joined(before, bytes.subarray(at + mutation.length))
    case 'repeat': {
      const part = bytes.subarray(at, at + mutation.length)
      return joined(before, ...Array.from({ length: mutation.times }, () => part), bytes.subarray(at))
    }
    case 'number': {
      const number = encoding.encode((encoder) => encoding.writeVarUint(encoder, mutation.number))
      return joined(before, number, bytes.subarray(at + 1))
    }
    case 'splice':
      return joined(before, mutation.with.subarray(mutation.from % mutation.with.length))
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
