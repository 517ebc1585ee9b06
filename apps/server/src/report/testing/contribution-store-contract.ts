import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ContributionStore } from '../contribution-store.ts'

export type ContributionsUnderTest = {
  contributions: ContributionStore
  /** Lets nobody read a pad without a link. */
  close(pad: string): Promise<void>
  remove(): Promise<void>
}

const reader = { isOrganiser: false, person: 'ada', at: 1 }

/** What every store of contributions must do. It is opened with the event `boston` and its pads `telecom` and `keynote`. */
export function contributionStoreContract(name: string, open: () => Promise<ContributionsUnderTest>): void {
  describe(`contributions in ${name}`, () => {
    let under: ContributionsUnderTest
    beforeEach(async () => {
      under = await open()
    })
    afterEach(() => under.remove())

    test('are added up over the pads of an event, the most first', async () => {
      const { contributions } = under
      await contributions.keep('telecom', [{ person: 'old', characters: 900 }])
      await contributions.keep('telecom', [
        { person: 'ada', characters: 30 },
        { person: 'bob', characters: 50 },
      ])
      await contributions.keep('keynote', [{ person: 'ada', characters: 40 }])
      await contributions.keep('nowhere', [{ person: 'eve', characters: 40 }])
      expect(await contributions.ofEvent('boston', reader)).toEqual([
        { person: 'ada', characters: 70, pads: 2 },
        { person: 'bob', characters: 50, pads: 1 },
      ])
      expect(await contributions.ofEvent('denver', reader)).toEqual([])
    })

    test('to a closed pad are for those who may read it', async () => {
      const { contributions } = under
      await contributions.keep('telecom', [{ person: 'bob', characters: 50 }])
      await under.close('telecom')
      expect(await contributions.ofEvent('boston', reader)).toEqual([])
      expect(await contributions.ofEvent('boston', { ...reader, isOrganiser: true })).toHaveLength(1)
    })
  })
}
