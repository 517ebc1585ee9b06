import { inspectUpdate } from '../inspect-update.ts'
import { readMessage } from '../protocol.ts'
import type { Random } from '../testing/random.ts'
import { mutate } from './mutations.ts'

/**
 * Reads a message as the server does, as far as that goes without a pad. What is refused must be refused with a sentence.
 *
 * @returns how far it came: the kind of message, and for text whether it could be inspected
 */
export function read(bytes: Uint8Array): string {
  const message = readMessage(bytes)
  if (message.is === 'malformed') return sentence(message.because, 'malformed')
  if (message.is !== 'update' && message.is !== 'catch-up') return message.is
  const facts = inspectUpdate(message.update)
  return typeof facts === 'string' ? sentence(facts, 'no update') : `${message.is}, inspected`
}

function sentence(because: string, fate: string): string {
  if (!/^[A-Z].*\.$/s.test(because)) throw new Error(`This is no sentence: ${because}`)
  return fate
}

/** The message itself and `count - 1` others that differ from it in a byte or in its end. */
export function* variants(message: Uint8Array, random: Random, count: number): Generator<Uint8Array> {
  yield message
  for (let i = 1; i < count; i++) {
    const at = random.below(5000)
    yield mutate(
      message,
      random.pick([
        { does: 'flip', at, bit: random.below(8) },
        { does: 'set', at, byte: random.below(256) },
        { does: 'cut', at },
        { does: 'number', at, number: random.pick([0, 2 ** 31 - 1, 2 ** 32, 2 ** 53]) },
      ] as const),
    )
  }
}
