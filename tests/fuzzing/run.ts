import { parseArgs } from 'node:util'
import fc from 'fast-check'
import * as Y from 'yjs'
import { schemaCheck } from '../../packages/pad-schema/src/index.ts'
import { anyMessage } from '../../packages/sync/src/fuzzing/any-message.ts'
import { asHex } from '../../packages/sync/src/fuzzing/as-hex.ts'
import { FuzzedPad } from '../../packages/sync/src/fuzzing/fuzz-pad.ts'
import { read, variants } from '../../packages/sync/src/fuzzing/fuzz-reader.ts'
import { RECORDED, recordMessages } from '../../packages/sync/src/fuzzing/recorded-messages.ts'
import { worldOf } from '../../packages/sync/src/fuzzing/world.ts'
import { Random } from '../../packages/sync/src/testing/random.ts'

// A long run by hand: `--runs` messages to the reader, and one for twenty of them to whole pads.
const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } })
const runs = Number(values.runs ?? 100_000)
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
const { doc, messages } = recordMessages()
const world = worldOf(doc, RECORDED.grace)
const slowest = {
  reader: { ms: 0, bytes: new Uint8Array() as Uint8Array },
  pad: { ms: 0, bytes: new Uint8Array() as Uint8Array },
}

const toReader = fc.property(anyMessage(messages), fc.nat(), (makeMessage, variant) => {
  for (const bytes of variants(makeMessage(world), new Random(variant), 10)) {
    const start = performance.now()
    read(bytes)
    const ms = performance.now() - start
    if (ms > slowest.reader.ms) slowest.reader = { ms, bytes }
  }
})
const conversations = fc.array(anyMessage(messages), { minLength: 50, maxLength: 50 })
const toPad = fc.asyncProperty(conversations, async (conversation) => {
  const pad = await FuzzedPad.open(schemaCheck, Y.encodeStateAsUpdate(doc))
  try {
    for (const makeMessage of conversation) await pad.hears(makeMessage)
    await pad.check()
  } catch (error) {
    throw new Error(`Broken by ${asHex(pad.said)}`, { cause: error })
  } finally {
    if (pad.slowest.ms > slowest.pad.ms) slowest.pad = pad.slowest
    pad.end()
  }
})

const tell = (what: string, count: number, { ms, bytes }: { ms: number; bytes: Uint8Array }) =>
  console.log(`${count} messages ${what}; the slowest took ${ms.toFixed(1)} ms: ${asHex([bytes]).slice(0, 400)}`)

console.log(`Seed ${seed}`)
fc.assert(toReader, { numRuns: Math.ceil(runs / 10), seed })
tell('to the reader', runs, slowest.reader)
await fc.assert(toPad, { numRuns: Math.ceil(runs / 1000), seed })
tell('to whole pads', Math.ceil(runs / 1000) * 50, slowest.pad)
