import type { Outcome } from '@forumpad/api'
import { expect, test } from 'vitest'
import { byPad, byPerson, type OutcomeGroup } from './group-outcomes.ts'

const outcome = (text: string, facts: Partial<Outcome> = {}): Outcome => ({
  ...{ kind: 'action', pad: 'nfv', line: '1-1', name: 'line-1-1', text, people: [], due: null, tags: [], url: null },
  ...{ done: false, box: true, ...facts },
})
const pad = (name: string) => ({ name, title: name, start: null, end: null, room: null, track: null, mayTick: true })
const told = (groups: OutcomeGroup[]) =>
  groups.map((group) => [group.of === 'pad' ? group.pad.name : group.person, ...group.outcomes.map(({ text }) => text)])

test('by pad, in the order of the pads, without empty ones', () => {
  const outcomes = [outcome('a'), outcome('b', { pad: 'edge' }), outcome('c')]
  expect(told(byPad([pad('edge'), pad('empty'), pad('nfv')], outcomes))).toEqual([
    ['edge', 'b'],
    ['nfv', 'a', 'c'],
  ])
})

test('by person, whatever the case, several people each, due first, nobody last', () => {
  const outcomes = [
    outcome('nobody'),
    outcome('one', { people: ['Ana'] }),
    outcome('both', { people: ['ana', 'Bob'], due: '2026-06-02' }),
    outcome('soon', { people: ['Ana'], due: '2026-06-01' }),
  ]
  expect(told(byPerson(outcomes))).toEqual([
    ['Ana', 'soon', 'both', 'one'],
    ['Bob', 'both'],
    [null, 'nobody'],
  ])
})
