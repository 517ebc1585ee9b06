import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Random } from '../testing/random.ts'
import { ANY_SHAPE } from '../testing/test-server.ts'
import { anyMessage } from './any-message.ts'
import { asHex } from './as-hex.ts'
import { FuzzedDocument } from './fuzz-document.ts'
import { read, variants } from './fuzz-reader.ts'
import { RECORDED, recordMessages } from './recorded-messages.ts'
import { worldOf } from './world.ts'

const { doc, messages } = recordMessages()
const base = Y.encodeStateAsUpdate(doc)

test('A hundred thousand messages, mutated, forged or noise: each is read, or refused with a sentence', () => {
  const world = worldOf(doc, RECORDED.grace)
  const fates = new Map<string, number>()
  const each = fc.property(anyMessage(messages), fc.nat(), (makeMessage, seed) => {
    for (const bytes of variants(makeMessage(world), new Random(seed), 10)) {
      const fate = read(bytes)
      fates.set(fate, (fates.get(fate) ?? 0) + 1)
    }
  })
  fc.assert(each, { numRuns: 10_000 })
  // Otherwise the fuzzing would only knock at the door.
  for (const fate of [
    'update, inspected',
    'catch-up, inspected',
    'state-vector',
    'awareness',
    'malformed',
    'no update',
  ])
    expect(`${fate}: ${(fates.get(fate) ?? 0) > 500}`).toBe(`${fate}: true`)
}, 60_000)

test('What is refused changes nothing, and what is taken is all in the log', () => {
  const fates = new Map<string, number>()
  const each = fc.property(fc.array(anyMessage(messages), { minLength: 1, maxLength: 6 }), (conversation) => {
    const pad = new FuzzedDocument(base, RECORDED.grace, ANY_SHAPE)
    try {
      for (const makeMessage of conversation) {
        const fate = pad.takes(makeMessage)
        fates.set(fate, (fates.get(fate) ?? 0) + 1)
      }
      pad.reopened()
    } catch (error) {
      throw new Error(`Broken by ${asHex(pad.said)}`, { cause: error })
    }
  })
  fc.assert(each, { numRuns: 1_500 })
  for (const fate of ['applied', 'too early', 'unfit', 'refused unread'])
    expect(`${fate}: ${(fates.get(fate) ?? 0) > 20}`).toBe(`${fate}: true`)
}, 60_000)
