import type { Session } from '@forumpad/api'
import { expect, test } from 'vitest'
import { onNow, sessionFacts } from './session-facts.ts'

const BOSTON = { slug: 'bos', title: 'Boston', timeZone: 'America/New_York' }
const at = (time: string) => `2017-05-10T${time}:00Z`

const session = (title: string, from: string | null, to: string | null, facts: Partial<Session> = {}): Session => ({
  id: title,
  event: 'bos',
  title,
  description: null,
  start: from && at(from),
  end: to && at(to),
  sampleTime: false,
  room: '102',
  track: null,
  people: [],
  url: null,
  state: 'confirmed',
  pad: `bos-${title}`,
  ...facts,
})

const onap = session('onap', '15:00', '15:40')
const nfv = session('nfv', '18:40', '19:20')
const helm = session('helm', '18:40', '20:10', { room: '200' })
const sites = session('sites', '19:30', '20:10')
const lost = session('lost', '18:50', '19:20', { state: 'cancelled' })
const gone = session('gone', '18:50', '19:20', { state: 'missing' })
const open = session('open', '19:10', null, { room: null, state: 'tentative' })
const timeless = session('timeless', null, null)
const all = [sites, helm, onap, lost, nfv, gone, open, timeless]

const titles = (links: { title: string }[]) => links.map(({ title }) => title)

test('the neighbours of a session in its room, and what it clashes with; nothing that is not held', () => {
  const { event, session: self, previous, next, clashes } = sessionFacts(BOSTON, all, nfv)
  expect(event).toBe(BOSTON)
  expect(self).toBe(nfv)
  expect(previous).toEqual({ title: 'onap', start: at('15:00'), end: at('15:40'), room: '102', pad: 'bos-onap' })
  expect(next).toMatchObject({ title: 'sites' })
  expect(titles(clashes)).toEqual(['helm', 'open'])
})

test('one that ends when the other begins does not clash', () => {
  expect(titles(sessionFacts(BOSTON, [nfv, session('after', '19:20', '20:00')], nfv).clashes)).toEqual([])
})

test('a session without room or time has no neighbours', () => {
  expect(sessionFacts(BOSTON, all, open)).toMatchObject({ previous: null, next: null })
  expect(sessionFacts(BOSTON, all, timeless)).toMatchObject({ previous: null, next: null, clashes: [] })
})

test('what is on now', () => {
  expect(titles(onNow(all, Date.parse(at('18:39'))))).toEqual([])
  expect(titles(onNow(all, Date.parse(at('18:40'))))).toEqual(['helm', 'nfv'])
  expect(titles(onNow(all, Date.parse(at('19:20'))))).toEqual(['helm', 'open'])
  expect(titles(onNow(all, Date.parse(at('20:09'))))).toEqual(['helm', 'open', 'sites'])
  expect(titles(onNow(all, Date.parse(at('20:10'))))).toEqual([])
})
