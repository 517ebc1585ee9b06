import type { ActToNote } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AuditStore } from '../audit-store.ts'

export type AuditUnderTest = { audit: AuditStore; remove(): Promise<void> }

/** What every store of acts of power must do. */
export function auditStoreContract(name: string, open: () => Promise<AuditUnderTest>): void {
  const act = (facts: Partial<ActToNote> = {}): ActToNote => ({
    ...{
      event: 'boston',
      pad: 'telecom',
      at: 1000,
      act: 'frozen',
      person: 'ana',
      name: 'Ana',
      role: 'moderator',
      about: '',
    },
    ...facts,
  })

  describe(`the audit log in ${name}`, () => {
    let audit: AuditStore
    let remove: () => Promise<void>
    beforeEach(async () => {
      ;({ audit, remove } = await open())
    })
    afterEach(() => remove())

    test('keeps who did what, as they were called then', async () => {
      await audit.add(act())
      await audit.add(
        act({ pad: null, person: null, name: null, role: 'organiser', act: 'import-applied', about: '3 new' }),
      )
      expect(await audit.ofEvent('boston', null, 10)).toEqual([
        {
          id: 2,
          ...act({ pad: null, person: null, name: null, role: 'organiser', act: 'import-applied', about: '3 new' }),
        },
        { id: 1, ...act() },
      ])
    })

    test('is read page by page, event by event, and stays in order while more comes', async () => {
      for (let at = 1; at <= 5; at += 1) await audit.add(act({ at }))
      await audit.add(act({ event: 'denver', at: 6 }))
      await audit.add(act({ event: null, at: 7 }))
      const first = await audit.ofEvent('boston', null, 2)
      expect(first.map(({ at }) => at)).toEqual([5, 4])
      await audit.add(act({ at: 8 }))
      expect((await audit.ofEvent('boston', first[1]?.id ?? 0, 9)).map(({ at }) => at)).toEqual([3, 2, 1])
      expect((await audit.ofEvent('denver', null, 9)).map(({ at }) => at)).toEqual([6])
    })
  })
}
