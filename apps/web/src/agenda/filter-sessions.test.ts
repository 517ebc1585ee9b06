import { expect, test } from 'vitest'
import { choices, filterSessions, NO_FILTER } from './filter-sessions.ts'
import { aSession } from './testing/a-session.ts'

const nfv = aSession({
  title: 'Telecom/NFV working group',
  room: 'Hynes 102',
  people: ['Curtis Collicutt'],
  track: 'Forum',
})
const helm = aSession({
  title: 'OpenStack Helm',
  room: 'Hynes 101',
  people: ['Łukasz Nowak', 'Renée Zürcher'],
  track: 'Upstream',
})
const all = [nfv, helm]
const found = (filter: Partial<typeof NO_FILTER>) => filterSessions(all, { ...NO_FILTER, ...filter })

test('without a wish, all are there', () => {
  expect(found({})).toEqual(all)
  expect(found({ text: '   ' })).toEqual(all)
})

test('every word must be there: in the title, the room, the track or a name', () => {
  expect(found({ text: 'helm 101' })).toEqual([helm])
  expect(found({ text: 'curtis forum' })).toEqual([nfv])
  expect(found({ text: 'helm 102' })).toEqual([])
})

test('case and accents do not matter', () => {
  expect(found({ text: 'RENEE zurcher' })).toEqual([helm])
})

test('a room and a track can be chosen, together with words', () => {
  expect(found({ room: 'Hynes 102' })).toEqual([nfv])
  expect(found({ track: 'Upstream', text: 'openstack' })).toEqual([helm])
  expect(found({ track: 'Upstream', room: 'Hynes 102' })).toEqual([])
})

test('each room is offered once, in the order people count them', () => {
  const rooms = ['Room 10', 'Room 9', 'Room 10', null].map((room) => aSession({ room }))
  expect(choices(rooms, 'room')).toEqual(['Room 9', 'Room 10'])
})
