import type { SessionFacts } from '@forumpad/api'
import { expect, it } from 'vitest'
import { endingSoon } from './ending-soon.ts'

const END = Date.UTC(2017, 4, 10, 19, 20)

function facts(rest: Partial<SessionFacts['session']> = {}): SessionFacts {
  const session = {
    id: 's',
    event: 'bos',
    title: 'Telecom',
    description: null,
    start: new Date(END - 40 * 60_000).toISOString(),
    end: new Date(END).toISOString(),
    sampleTime: false,
    room: 'Hynes 102',
    track: null,
    people: [],
    url: null,
    state: 'confirmed' as const,
    pad: 'telecom',
    ...rest,
  }
  const next = { title: 'Fog', start: session.end, end: null, room: 'Hynes 102', pad: 'fog' }
  return { event: { slug: 'bos', title: 'B', timeZone: 'UTC' }, session, previous: null, next, clashes: [] }
}

const minute = 60_000

it.each([
  [6 * minute, undefined],
  [5 * minute + 1, undefined],
  [5 * minute, 5],
  [61_000, 2],
  [1, 1],
  [0, undefined],
  [-minute, undefined],
])('%i ms before the end', (before, minutes) => {
  expect(endingSoon(facts(), END - before)?.minutes).toBe(minutes)
})

it('says what comes next in the room', () => {
  expect(endingSoon(facts(), END - minute)?.next?.pad).toBe('fog')
})

it('says nothing of a session without an end, a cancelled one, or a pad without one', () => {
  expect(endingSoon(facts({ end: null }), END - minute)).toBeNull()
  expect(endingSoon(facts({ state: 'cancelled' }), END - minute)).toBeNull()
  expect(endingSoon(null, END - minute)).toBeNull()
})

it('says nothing of a session whose time is but a sample', () => {
  expect(endingSoon(facts({ sampleTime: true }), END - minute)).toBeNull()
})
