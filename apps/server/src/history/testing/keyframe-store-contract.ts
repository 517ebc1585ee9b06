import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KeyframeStore } from '../keyframe-store.ts'

export type KeyframeStoreUnderTest = {
  keyframes: KeyframeStore
  raiseEpoch(pad: string): Promise<void>
  remove(): Promise<void>
}

/** What every store of keyframes must do. `open` gives an empty one with the pads `edge` and `other`, both of epoch 1. */
export function keyframeStoreContract(open: () => Promise<KeyframeStoreUnderTest>): void {
  describe('a store of keyframes', () => {
    let under: KeyframeStoreUnderTest
    let keyframes: KeyframeStore
    beforeEach(async () => {
      under = await open()
      keyframes = under.keyframes
      for (const revision of [2_000, 6_000, 4_000]) await keyframes.keep('edge', 1, keyframe(revision))
    })
    afterEach(() => under.remove())

    it('gives the newest at or before a revision', async () => {
      expect(await found('edge', 1, 1_999)).toBeUndefined()
      expect(await found('edge', 1, 2_000)).toBe('2000')
      expect(await found('edge', 1, 5_999)).toBe('4000')
      expect(await found('edge', 1, Number.MAX_SAFE_INTEGER)).toBe('6000')
      expect(await found('other', 1, 6_000)).toBeUndefined()
      expect(await found('nowhere', 1, 6_000)).toBeUndefined()
    })

    it('says which one it is based on', async () => {
      expect((await keyframes.atOrBefore('edge', 1, 4_000))?.base).toBe(null)
      expect((await keyframes.atOrBefore('edge', 1, 6_000))?.base).toBe(4_000)
    })

    it('keeps one for each revision, the last', async () => {
      await keyframes.keep('edge', 1, keyframe(4_000, 'anew'))
      expect(await found('edge', 1, 5_000)).toBe('anew')
    })

    it('neither gives nor takes those of another epoch', async () => {
      await under.raiseEpoch('edge')
      expect(await found('edge', 2, 6_000)).toBeUndefined()
      await keyframes.keep('edge', 1, keyframe(8_000))
      await keyframes.keep('edge', 2, keyframe(3_000, 'redacted'))
      expect(await found('edge', 1, 9_000)).toBe('6000')
      expect(await found('edge', 2, 9_000)).toBe('redacted')
      await keyframes.keep('nowhere', 1, keyframe(2_000))
    })

    it('forgets all of one pad', async () => {
      await keyframes.keep('other', 1, keyframe(2_000))
      await under.raiseEpoch('edge')
      await keyframes.forget('edge')
      expect(await found('edge', 1, 9_000)).toBeUndefined()
      expect(await found('other', 1, 9_000)).toBe('2000')
    })

    async function found(pad: string, epoch: number, revision: number): Promise<string | undefined> {
      const kept = await keyframes.atOrBefore(pad, epoch, revision)
      return kept && new TextDecoder().decode(kept.bytes)
    }
  })
}

function keyframe(revision: number, words = String(revision)) {
  return { revision, base: revision > 5_000 ? 4_000 : null, bytes: new TextEncoder().encode(words) }
}
