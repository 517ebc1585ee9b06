import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NowStore } from '../now-store.ts'

export type NowUnderTest = { now: NowStore; remove(): Promise<void> }

/** What every store of words on the board must do; it is opened with the pads `fog` and `nfv`. */
export function nowStoreContract(name: string, open: () => Promise<NowUnderTest>): void {
  describe(`words on the board in ${name}`, () => {
    let parts: NowUnderTest
    beforeEach(async () => {
      parts = await open()
    })
    afterEach(() => parts.remove())

    test('are said, said otherwise, and taken back', async () => {
      const { now } = parts
      expect(await now.say('fog', { topic: 'Low cloud', lateMinutes: 0, at: 5 })).toBe(true)
      expect(await now.say('fog', { topic: null, lateMinutes: 10, at: 6 })).toBe(true)
      expect(await now.of(['fog', 'nfv'])).toEqual(new Map([['fog', { topic: null, lateMinutes: 10, at: 6 }]]))
      expect(await now.of(['nfv'])).toEqual(new Map())
      expect(await now.say('fog', null)).toBe(true)
      expect(await now.of(['fog'])).toEqual(new Map())
    })

    test('are of a pad that is there', async () => {
      expect(await parts.now.say('nobody', { topic: 'x', lateMinutes: 0, at: 1 })).toBe(false)
      expect(await parts.now.of([])).toEqual(new Map())
    })
  })
}
