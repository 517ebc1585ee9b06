import type { SessionWithActivity } from '@forumpad/api'
import { expect, it } from 'vitest'
import { blankPads } from './blank-pads.ts'

const NOON = Date.parse('2026-05-10T12:00:00Z')

function session(id: string, start: string | null, change: { state?: 'cancelled'; changedAt?: string } = {}) {
  return {
    session: {
      ...{ id, event: 'boston', title: id, description: null, start, end: null, sampleTime: false, room: null },
      ...{ track: null, people: [], url: null, state: change.state ?? 'confirmed', pad: id },
    },
    activity: { words: 0, revisions: 1, changedAt: change.changedAt ?? null, present: [], presentCount: 0 },
  } satisfies SessionWithActivity
}

it('lists pads in which nobody wrote ten minutes after the start, the latest first', () => {
  const sessions = [
    session('early', '2026-05-10T09:00:00Z'),
    session('written', '2026-05-10T09:00:00Z', { changedAt: '2026-05-10T09:05:00Z' }),
    session('cancelled', '2026-05-10T09:00:00Z', { state: 'cancelled' }),
    session('just ten', '2026-05-10T11:50:00Z'),
    session('not yet ten', '2026-05-10T11:51:00Z'),
    session('without a time', null),
  ]
  expect(blankPads(sessions, NOON).map(({ session: { id } }) => id)).toEqual(['just ten', 'early'])
})
