import { isAtLeast, type LinkScope, type PadAccess, ROLES } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { roleOf } from '../../rights/role-of.ts'
import type { RoleStore } from '../../rights/role-store.ts'
import type { FoundOutcome } from '../find-outcomes.ts'
import type { OutcomeReader, OutcomeStore } from '../outcome-store.ts'

export type OutcomesUnderTest = { outcomes: OutcomeStore; roles: RoleStore; remove(): Promise<void> }

const NOW = 10_000
const ada: OutcomeReader = { isOrganiser: false, person: 'ada', at: NOW }
const stranger: OutcomeReader = { isOrganiser: false, person: undefined, at: NOW }
const organiser: OutcomeReader = { isOrganiser: true, person: undefined, at: NOW }

const SCOPES: LinkScope[] = [
  { is: 'pad', pad: 'telecom' },
  { is: 'track', event: 'boston', track: 'Forum' },
  { is: 'event', event: 'boston' },
]

export function outcome(text: string, facts: Partial<FoundOutcome> = {}): FoundOutcome {
  return {
    ...{ kind: 'action', line: '7-1', name: 'line-7-1', text, people: [], due: null, tags: [], url: null },
    ...{ done: false, box: true, ...facts },
  }
}

/**
 * What every store of outcomes must do. It is opened with the event `boston`, whose pads `keynote` (track "Keynotes", no time) and
 * `telecom` (track "Forum", with a time) belong to sessions, and the free-standing pad `edge`.
 */
export function outcomeStoreContract(name: string, open: () => Promise<OutcomesUnderTest>): void {
  describe(`outcomes in ${name}`, () => {
    let outcomes: OutcomeStore
    let roles: RoleStore
    let remove: () => Promise<void>
    beforeEach(async () => {
      ;({ outcomes, roles, remove } = await open())
    })
    afterEach(() => remove())

    const padsSeenBy = async (reader: OutcomeReader) =>
      (await outcomes.ofEvent('boston', reader)).pads.map((pad) => pad.name)

    test('are those of the text as it is now', async () => {
      const rich = outcome('b', {
        ...{ kind: 'question', people: ['Ana', '王'], due: '2026-06-01', tags: ['nfv'], done: true, box: false },
      })
      const link = outcome('the list', { kind: 'link', url: 'https://example.org/', done: null })
      await outcomes.keep('telecom', [outcome('old')])
      await outcomes.keep('telecom', [rich, outcome('a'), link])
      await outcomes.keep('nowhere', [outcome('lost')])
      expect(await outcomes.kept('telecom')).toEqual([rich, outcome('a'), link])
      expect(await outcomes.kept('nowhere')).toEqual([])
      const { outcomes: seen } = await outcomes.ofPad('telecom', stranger)
      expect(seen).toEqual([rich, outcome('a'), link].map((each) => ({ pad: 'telecom', ...each })))
      await outcomes.keep('telecom', [])
      expect(await outcomes.kept('telecom')).toEqual([])
    })

    test('come with their pads, by start, those without a time last', async () => {
      await outcomes.keep('keynote', [outcome('last')])
      await outcomes.keep('telecom', [outcome('first')])
      await outcomes.keep('edge', [outcome('elsewhere')])
      const { pads, outcomes: seen } = await outcomes.ofEvent('boston', stranger)
      expect(pads.map((pad) => pad.name)).toEqual(['telecom', 'keynote'])
      expect(pads[0]).toEqual({
        ...{ name: 'telecom', title: 'Telecom WG', start: 5_000, end: 6_000, room: null, track: 'Forum' },
        ...{ series: null, role: 'editor', isFrozen: false },
      })
      expect(seen.map(({ text }) => text)).toEqual(['first', 'last'])
      expect((await outcomes.ofPad('edge', stranger)).pads).toMatchObject([{ title: 'edge', start: null, track: null }])
      expect((await outcomes.ofEvent('denver', organiser)).pads).toEqual([])
    })

    test('of closed pads are for those who may read them', async () => {
      await outcomes.keep('telecom', [outcome('secret')])
      await roles.setPadAccess('telecom', 'closed')
      expect(await outcomes.ofPad('telecom', stranger)).toEqual({ pads: [], outcomes: [] })
      expect(await padsSeenBy(ada)).toEqual(['keynote'])
      expect((await outcomes.ofEvent('boston', organiser)).outcomes).toMatchObject([{ text: 'secret' }])
    })

    test('are shown to exactly those who may read the pad, by whatever link', async () => {
      let links = 0
      for (const scope of SCOPES) {
        for (const role of ROLES) {
          for (const expiresAt of [null, NOW - 1, NOW + 1]) {
            const reader = { ...ada, person: `person ${++links}` }
            const facts = { scope, role, label: null, createdAt: 1, createdBy: null, expiresAt }
            const id = await roles.addLink({ ...facts, secretHash: `hash ${links}` })
            await roles.hold(id, reader.person, 2)
            if (links % 5 === 0) await roles.revoke(id, 3)
            for (const access of ['open', 'by-link', 'closed', null] satisfies (PadAccess | null)[]) {
              await roles.setPadAccess('telecom', access)
              await roles.setEventAccess('boston', links % 2 === 0 ? 'closed' : null)
              const place = await roles.placeOf('telecom')
              if (!place) throw new Error('The pad is gone')
              const grants = await roles.grantsOf(reader.person, NOW)
              const decided = roleOf({ isOrganiser: false, grants, place })
              const [seen] = (await outcomes.ofPad('telecom', reader)).pads
              const expected = decided === null ? undefined : isAtLeast(decided, 'editor') ? 'editor' : 'reader'
              expect(seen?.role, `${scope.is} ${role} ${access}`).toBe(expected)
            }
          }
        }
      }
    })
  })
}
