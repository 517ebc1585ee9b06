import type { Session } from '@forumpad/api'
import { expect, test } from 'vitest'
import { boardOf, padOfRoom } from './board.ts'
import type { NowWords } from './now-store.ts'

const event = { slug: 'bos', title: 'Boston', timeZone: 'UTC' }
const at = (clock: string) => Date.parse(`2017-05-10T${clock}:00Z`)
const session = (title: string, start: string, end: string | null, facts: Partial<Session> = {}): Session => ({
  ...{ id: title, event: 'bos', title, description: null, sampleTime: false, track: null, people: [], url: null },
  start: `2017-05-10T${start}:00Z`,
  end: end === null ? null : `2017-05-10T${end}:00Z`,
  room: 'Hall',
  state: 'confirmed',
  pad: title.toLowerCase(),
  ...facts,
})
const fog = session('Fog', '10:00', '10:40')
const nfv = session('NFV', '10:40', '11:20', { track: 'Forum' })
const helm = session('Helm', '10:00', '12:00', { room: 'Room 10' })
const quota = session('Quota', '10:00', '12:00', { room: 'Room 9', state: 'cancelled' })
const all = [nfv, helm, fog, quota]

const look = (clock: string, words: Record<string, NowWords> = {}, filter = {}) =>
  boardOf(
    event,
    { sessions: all, words: new Map(Object.entries(words)), codeOf: () => null },
    at(clock),
    filter,
  ).rooms.map(({ room, now, next }) => [room, now.map(({ title }) => title).join(), next?.title ?? ''])

test('rooms show what is on and what comes next; cancelled sessions are not on', () => {
  expect(look('09:00')).toEqual([
    ['Hall', '', 'Fog'],
    ['Room 10', '', 'Helm'],
  ])
  expect(look('10:20')).toEqual([
    ['Hall', 'Fog', 'NFV'],
    ['Room 10', 'Helm', ''],
  ])
  expect(look('10:40')[0]).toEqual(['Hall', 'NFV', ''])
  expect(look('12:00')).toEqual([])
})

test('a session that runs late keeps the room, until the moderator of the next says that it has begun', () => {
  const late = { fog: { topic: null, lateMinutes: 15, at: at('10:30') } }
  expect(look('10:50', late)[0]).toEqual(['Hall', 'Fog', 'NFV'])
  expect(look('10:50', { ...late, nfv: { topic: 'Welcome', lateMinutes: 0, at: at('10:45') } })[0]).toEqual([
    'Hall',
    'NFV',
    '',
  ])
  expect(look('10:55', late)[0]).toEqual(['Hall', 'NFV', ''])
  // What was said the day before counts no more.
  expect(look('10:50', { fog: { topic: null, lateMinutes: 15, at: at('10:30') - 86_400_000 } })[0]).toEqual([
    'Hall',
    'NFV',
    '',
  ])
})

test('a board of one room or one track', () => {
  expect(look('10:20', {}, { room: 'Room 10' })).toEqual([['Room 10', 'Helm', '']])
  expect(look('12:30', {}, { room: 'Room 10' })).toEqual([['Room 10', '', '']])
  expect(look('10:20', {}, { track: 'Forum' })).toEqual([['Hall', '', 'NFV']])
})

test('the code of a room leads to the pad of the session now on, else of the next, else of the last', () => {
  const padAt = (clock: string) => {
    const board = boardOf(event, { sessions: all, words: new Map(), codeOf: () => null }, at(clock), { room: 'Hall' })
    return board.rooms[0] && padOfRoom(all, board.rooms[0])
  }
  expect(['09:00', '10:20', '10:40', '23:00'].map(padAt)).toEqual(['fog', 'fog', 'nfv', 'nfv'])
  expect(padOfRoom(all, { room: 'Nowhere', now: [], next: null })).toBeNull()
})
