import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FreezeSettings } from '../freeze-settings.ts'
import type { VersionStore } from '../version-store.ts'

export type FreezeSettingsUnderTest = {
  settings: FreezeSettings
  versions: VersionStore
  setFrozen(name: string, since: number | null): Promise<void>
  remove(): Promise<void>
}

const HOUR = 3_600_000

/**
 * What every store of these settings must do. It is opened with the event `boston`, whose pads `keynote` and `telecom` belong to sessions
 * that end at hour 10 and, without an end, begin at hour 11; `undated` to one without a start; and the free-standing pad `edge`.
 */
export function freezeSettingsContract(name: string, open: () => Promise<FreezeSettingsUnderTest>): void {
  describe(`freeze settings in ${name}`, () => {
    let store: FreezeSettingsUnderTest
    let settings: FreezeSettings
    beforeEach(async () => {
      store = await open()
      settings = store.settings
    })
    afterEach(() => store.remove())

    test('freeze nothing unless they are chosen, and can be taken back', async () => {
      expect(await settings.hoursAfterEnd('boston')).toBeNull()
      expect(await settings.due(1000 * HOUR, 10)).toEqual([])
      expect(await settings.freezesAt('keynote')).toBeNull()
      await settings.setHoursAfterEnd('boston', 5)
      await settings.setHoursAfterEnd('boston', 2)
      expect(await settings.hoursAfterEnd('boston')).toBe(2)
      await settings.setHoursAfterEnd('boston', null)
      expect(await settings.hoursAfterEnd('boston')).toBeNull()
      expect(await settings.due(1000 * HOUR, 10)).toEqual([])
    })

    test('know which pads are due, and no other', async () => {
      await settings.setHoursAfterEnd('boston', 2)
      expect(await settings.freezesAt('keynote')).toBe(12 * HOUR)
      expect(await settings.freezesAt('telecom')).toBe(14 * HOUR)
      for (const pad of ['undated', 'edge', 'nowhere']) expect(await settings.freezesAt(pad)).toBeNull()
      expect(await settings.due(12 * HOUR - 1, 10)).toEqual([])
      expect(await settings.due(12 * HOUR, 10)).toEqual(['keynote'])
      expect(await settings.due(1000 * HOUR, 10)).toEqual(['keynote', 'telecom'])
      expect(await settings.due(1000 * HOUR, 1)).toEqual(['keynote'])
      await store.setFrozen('keynote', 12 * HOUR)
      expect(await settings.due(1000 * HOUR, 10)).toEqual(['telecom'])
    })

    test('begin anew when a pad takes text again', async () => {
      await settings.setHoursAfterEnd('boston', 2)
      await settings.thawed('keynote', 20 * HOUR)
      await settings.thawed('keynote', 30 * HOUR)
      expect(await settings.freezesAt('keynote')).toBe(32 * HOUR)
      expect(await settings.due(31 * HOUR, 10)).toEqual(['telecom'])
      expect(await settings.due(32 * HOUR, 10)).toEqual(['telecom', 'keynote'])
      await settings.thawed('nowhere', 1)
    })

    test('know which frozen pads have no version of their text', async () => {
      expect(await settings.withoutVersion('', 10)).toEqual([])
      for (const pad of ['edge', 'keynote', 'telecom']) await store.setFrozen(pad, 1)
      const files = () => ({ md: new Uint8Array(), txt: new Uint8Array(), json: new Uint8Array() })
      await store.versions.add('edge', { revision: 0, epoch: 1, at: 1, by: null, files })
      await store.versions.add('keynote', { revision: 7, epoch: 1, at: 1, by: null, files })
      expect(await settings.withoutVersion('', 10)).toEqual(['keynote', 'telecom'])
      expect(await settings.withoutVersion('', 1)).toEqual(['keynote'])
      expect(await settings.withoutVersion('keynote', 10)).toEqual(['telecom'])
    })
  })
}
