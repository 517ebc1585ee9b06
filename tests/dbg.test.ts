import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { schemaCheck } from '../packages/pad-schema/src/index.ts'
import { useDom } from '../packages/pad-schema/src/testing/dom.ts'
import { Somebody } from '../packages/pad-schema/src/testing/two-people.ts'
import { anyMessage } from '../packages/sync/src/fuzzing/any-message.ts'
import { asHex } from '../packages/sync/src/fuzzing/as-hex.ts'
import { forgeUpdate } from '../packages/sync/src/fuzzing/forge-update.ts'
import { FuzzedPad } from '../packages/sync/src/fuzzing/fuzz-pad.ts'
import { recordMessages } from '../packages/sync/src/fuzzing/recorded-messages.ts'
import { whatIsIn } from '../packages/sync/src/fuzzing/what-is-in.ts'
import { writeUpdate } from '../packages/sync/src/protocol.ts'
import { heavyFrames } from './fuzzing/heavy-frames.ts'
import { readCorpus } from './fuzzing/read-corpus.ts'

const { doc, messages } = recordMessages()
const seed = Y.encodeStateAsUpdate(doc)

/** Whoever opens the pad with a real editor finds what is there, and changes nothing by looking; nor do the cursors of others stop them. */
function opensInAnEditor(pad: FuzzedPad): void {
  const somebody = new Somebody(77, Y.encodeStateAsUpdate(pad.ada.doc))
  try {
    expect(whatIsIn(somebody.doc)).toBe(whatIsIn(pad.ada.doc))
    const others = encodeAwarenessUpdate(pad.ada.awareness, [...pad.ada.awareness.getStates().keys()])
    applyAwarenessUpdate(somebody.awareness, others, 'net')
    somebody.types('w')
    expect(somebody.screen.join('')).toContain('w')
  } finally {
    somebody.leaves()
  }
}

test('Thousands of messages to whole pads: the others go on, all is in the log, and every editor can open the pad', async () => {
  useDom()
  const closed = new Map<number | undefined, number>()
  const each = fc.asyncProperty(
    fc.array(anyMessage(messages), { minLength: 10, maxLength: 40 }),
    async (conversation) => {
      const pad = await FuzzedPad.open(schemaCheck, seed)
      try {
        for (const makeMessage of conversation) {
          const code = await pad.hears(makeMessage)
          closed.set(code, (closed.get(code) ?? 0) + 1)
        }
        await pad.check()
        opensInAnEditor(pad)
      } catch (error) {
        throw new Error(`Broken by ${asHex(pad.said)}`, { cause: error })
      } finally {
        pad.end()
      }
    },
  )
  await fc.assert(each, {
    numRuns: 250,
    seed: 1536202208,
    path: '62:11:5:5:5:6:5:5:5:5:5:6:6:6:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5:5',
    endOnFailure: true,
  })
  for (const code of [undefined, 4400]) expect(closed.get(code)).toBeGreaterThan(300)
}, 120_000)

describe('The corpus', () => {
  useDom()
  test.each(readCorpus())('$file: $what', async ({ frames, closes }) => {
    const pad = await FuzzedPad.open(schemaCheck, seed)
    let code: number | undefined
    for (const frame of frames) code = await pad.hears(() => frame)
    expect(code ?? null).toBe(closes)
    await pad.check()
    opensInAnEditor(pad)
    pad.end()
  })
})

describe('A frame that would take minutes is refused:', () => {
  test.each(heavyFrames)(
    '$what',
    async ({ updates, closes }) => {
      const pad = await FuzzedPad.open(schemaCheck, seed)
      let code: number | undefined
      for (const update of updates) code = await pad.hears(() => writeUpdate(forgeUpdate(update)))
      expect(code ?? null).toBe(closes)
      await pad.check()
      pad.end()
    },
    60_000,
  )
})
