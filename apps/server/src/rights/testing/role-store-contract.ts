import type { LinkScope } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LockScope, NewLinkRecord, RoleStore } from '../role-store.ts'

export type RolesUnderTest = { roles: RoleStore; remove(): Promise<void> }

const PAD: LockScope = { is: 'pad', pad: 'telecom' }
const TRACK: LinkScope = { is: 'track', event: 'boston', track: 'Forum' }
const EVENT: LockScope = { is: 'event', event: 'boston' }

/**
 * What every store of roles must do. It is opened with the event `boston`, whose pads `telecom` and `keynote` belong to sessions of the
 * tracks "Forum" and "Keynotes", the event `denver` with nothing in it, and the free-standing pad `edge`.
 */
export function roleStoreContract(name: string, open: () => Promise<RolesUnderTest>): void {
  let secrets = 0
  const link = (scope: LinkScope, facts: Partial<NewLinkRecord> = {}): NewLinkRecord => ({
    scope,
    secretHash: `hash ${++secrets}`,
    role: 'editor',
    label: null,
    createdAt: 1000,
    createdBy: null,
    expiresAt: null,
    ...facts,
  })

  describe(`roles in ${name}`, () => {
    let roles: RoleStore
    let remove: () => Promise<void>
    beforeEach(async () => {
      ;({ roles, remove } = await open())
    })
    afterEach(() => remove())

    test('know where a pad stands, and what was chosen for it and its event', async () => {
      const nothing = { access: null, eventAccess: null, lock: null }
      expect(await roles.placeOf('telecom')).toEqual({ pad: 'telecom', event: 'boston', track: 'Forum', ...nothing })
      expect(await roles.placeOf('edge')).toEqual({ pad: 'edge', event: null, track: null, ...nothing })
      expect(await roles.placeOf('nowhere')).toBeUndefined()

      await roles.setPadAccess('telecom', 'closed')
      await roles.setEventAccess('boston', 'by-link')
      expect(await roles.placeOf('telecom')).toMatchObject({ access: 'closed', eventAccess: 'by-link' })
      expect(await roles.placeOf('keynote')).toMatchObject({ access: null, eventAccess: 'by-link' })
      expect(await roles.eventAccess('boston')).toBe('by-link')
      expect(await roles.eventAccess('denver')).toBeNull()

      await roles.setPadAccess('telecom', 'open')
      await roles.setEventAccess('boston', null)
      expect(await roles.placeOf('telecom')).toMatchObject({ access: 'open', eventAccess: null })
      await roles.setPadAccess('telecom', null)
      expect(await roles.placeOf('telecom')).toMatchObject(nothing)
    })

    test('know which pads are closed: by themselves, or by their event unless they say otherwise', async () => {
      expect([...(await roles.closedPads())]).toEqual([])
      await roles.setPadAccess('edge', 'closed')
      await roles.setEventAccess('boston', 'closed')
      await roles.setPadAccess('keynote', 'by-link')
      expect([...(await roles.closedPads())].sort()).toEqual(['edge', 'telecom'])
      await roles.setEventAccess('boston', 'open')
      expect([...(await roles.closedPads())]).toEqual(['edge'])
    })

    test('lock pads by themselves and with their event, and unlock what was locked', async () => {
      const locks = async () =>
        Promise.all(['telecom', 'keynote', 'edge'].map(async (pad) => (await roles.placeOf(pad))?.lock))
      await roles.setLock(PAD, true)
      await roles.setLock(PAD, true)
      expect(await locks()).toEqual(['pad', null, null])
      expect(await roles.isEventLocked('boston')).toBe(false)
      await roles.setLock(EVENT, true)
      expect(await locks()).toEqual(['event', 'event', null])
      expect(await roles.isEventLocked('boston')).toBe(true)
      expect(await roles.isEventLocked('denver')).toBe(false)
      await roles.setLock(EVENT, false)
      expect(await locks()).toEqual(['pad', null, null])
      await roles.setLock(PAD, false)
      expect(await locks()).toEqual([null, null, null])
    })

    test('know which pads a scope reaches', async () => {
      expect(await roles.padsIn(PAD)).toEqual(['telecom'])
      expect(await roles.padsIn(TRACK)).toEqual(['telecom'])
      expect((await roles.padsIn(EVENT)).sort()).toEqual(['keynote', 'telecom'])
      expect(await roles.padsIn({ is: 'event', event: 'denver' })).toEqual([])
    })

    test.each([PAD, TRACK, EVENT])('keep a link for %o as it is, and find it by its secret', async (scope) => {
      const made = link(scope, { role: 'moderator', label: 'Chairs', createdBy: 'ada', expiresAt: 5000 })
      const { secretHash, ...facts } = made
      const id = await roles.addLink(made)
      const kept = { ...facts, id, revokedAt: null }
      expect(await roles.linkWithSecret(secretHash)).toEqual(kept)
      expect(await roles.linkWithSecret(`${secretHash}!`)).toBeUndefined()
    })

    test('list the links of a pad, or all in an event, the newest first', async () => {
      const ids: number[] = []
      for (const scope of [PAD, TRACK, EVENT]) ids.push(await roles.addLink(link(scope)))
      await roles.addLink(link({ is: 'pad', pad: 'edge' }))
      await roles.addLink(link({ is: 'event', event: 'denver' }))
      const listed = async (of: Parameters<RoleStore['links']>[0]) => (await roles.links(of)).map(({ id }) => id)
      expect(await listed({ event: 'boston' })).toEqual(ids.toReversed())
      expect(await listed({ pad: 'telecom' })).toEqual([ids[0]])
    })

    test('give what somebody holds by links, until they are revoked or expire', async () => {
      const made = link(PAD)
      const id = await roles.addLink(made)
      const soon = await roles.addLink(link(EVENT, { role: 'reader', expiresAt: 5000 }))
      await roles.hold(id, 'ada', 2000)
      await roles.hold(soon, 'ada', 2000)
      await roles.hold(id, 'ada', 3000)
      expect(await roles.grantsOf('grace', 4000)).toEqual([])
      const held = await roles.grantsOf('ada', 4999)
      expect(held).toHaveLength(2)
      expect(held).toContainEqual({ scope: PAD, role: 'editor' })
      expect(await roles.grantsOf('ada', 5000)).toEqual([{ scope: PAD, role: 'editor' }])

      expect(await roles.revoke(id, 4000)).toBe(true)
      expect(await roles.revoke(id, 4500)).toBe(false)
      expect(await roles.linkWithSecret(made.secretHash)).toMatchObject({ id, revokedAt: 4000 })
      expect(await roles.grantsOf('ada', 5000)).toEqual([])
    })

    test('tell who opened a link, each once, the last first', async () => {
      const id = await roles.addLink(link(PAD))
      for (const [person, at] of [
        ['ada', 1],
        ['grace', 2],
        ['edith', 3],
        ['ada', 4],
      ] as const)
        await roles.hold(id, person, at)
      expect(await roles.holders(id, 2)).toEqual({
        last: [
          { person: 'edith', at: 3 },
          { person: 'grace', at: 2 },
        ],
        count: 3,
      })
      expect(await roles.holders(await roles.addLink(link(PAD)), 2)).toEqual({ last: [], count: 0 })
    })

    test('know what expires next', async () => {
      expect(await roles.nextExpiry(0)).toBeNull()
      await roles.addLink(link(PAD, { expiresAt: 2000 }))
      await roles.addLink(link(EVENT, { expiresAt: 3000 }))
      await roles.revoke(await roles.addLink(link(TRACK, { expiresAt: 2500 })), 1)
      expect(await roles.nextExpiry(1000)).toBe(2000)
      expect(await roles.nextExpiry(2000)).toBe(3000)
      expect(await roles.nextExpiry(3000)).toBeNull()
      expect(await roles.expiring(1000, 2000)).toEqual([PAD])
      expect(await roles.expiring(2000, 3000)).toEqual([EVENT])
    })
  })
}
