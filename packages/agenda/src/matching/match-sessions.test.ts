import { describe, expect, test } from 'vitest'
import type { AgendaSession } from '../agenda.ts'
import type { KnownSession } from '../known-session.ts'
import { known, knownFrom, session } from '../testing/sessions.ts'
import type { Decision } from './asked-and-decided.ts'
import { matchSessions } from './match-sessions.ts'

/** Which session of the feed is which known one, by their keys. */
function who(before: readonly KnownSession[], now: readonly AgendaSession[], decisions: Decision[] = []) {
  const { knownOf, unclear, news } = matchSessions(before, now, decisions)
  const is = Object.fromEntries([...knownOf].map(([{ key }, { id }]) => [key, id.replace('id of ', '')]))
  const asks = Object.fromEntries(
    unclear.map(({ session, candidates }) => [session.key, candidates.map(({ id }) => id.replace('id of ', ''))]),
  )
  return { is, asks, news }
}
const at = (hour: number, day = 8) => new Date(Date.UTC(2017, 4, day, hour)).toISOString().replace('.000Z', 'Z')

/** Five sessions that have nothing in common. */
const FIVE = [
  session('a', { title: 'Fog computing', start: at(9), room: '101', people: ['Ada'] }),
  session('b', { title: 'Telecom and NFV', start: at(10), room: '102', people: ['Grace'] }),
  session('c', { title: 'Helm hands-on', start: at(11), room: '103', people: ['Linus'] }),
  session('d', { title: 'Public clouds', start: at(12), room: '104', people: ['Margaret'] }),
  session('e', { title: 'Upgrades', start: at(13), room: '105', people: ['Ken'] }),
]
const IDENTITY = { a: 'a', b: 'b', c: 'c', d: 'd', e: 'e' }
/** Nothing to ask: unlike {}, which any object matches. */
const NONE = expect.toSatisfy((asks: object) => Object.keys(asks).length === 0)
const change = (sessions: readonly AgendaSession[], key: string, facts: Partial<AgendaSession>) =>
  sessions.map((each) => (each.key === key ? { ...each, ...facts } : each))

describe('a feed that changed all its ids', () => {
  const renewed = FIVE.map((each) => ({ ...each, key: `new ${each.key}` }))
  const RENEWED = { 'new a': 'a', 'new b': 'b', 'new c': 'c', 'new d': 'd', 'new e': 'e' }

  test('is recognised by what the sessions say, and says so', () => {
    expect(who(knownFrom(FIVE), renewed)).toMatchObject({ is: RENEWED, asks: NONE, news: { idsChanged: true } })
  })

  test('even if some were renamed or moved meanwhile', () => {
    const later = change(change(renewed, 'new a', { title: 'Fog and edge computing' }), 'new b', { start: at(16) })
    expect(who(knownFrom(FIVE), later)).toMatchObject({ is: RENEWED, asks: NONE })
  })

  test('asks about a slot that only its time and room speak for', () => {
    const bare = FIVE.map((each) => ({ ...each, people: [] }))
    const later = change(
      bare.map((each) => ({ ...each, key: `new ${each.key}` })),
      'new a',
      { title: 'Fig leaves' },
    )
    expect(who(knownFrom(bare), later).asks).toEqual({ 'new a': ['a'] })
  })

  test('is not believed when it deals the old ids to other sessions', () => {
    const dealt = FIVE.map((each, n) => ({ ...each, key: FIVE[(n + 1) % FIVE.length]?.key ?? '' }))
    expect(who(knownFrom(FIVE, false), dealt)).toMatchObject({
      is: { b: 'a', c: 'b', d: 'c', e: 'd', a: 'e' },
      news: { idsChanged: true },
    })
  })

  test('one that keeps its ids says nothing of the kind, nor does a first import', () => {
    expect(who(knownFrom(FIVE), FIVE)).toMatchObject({ is: IDENTITY, news: { idsChanged: false, shift: 0, rooms: [] } })
    expect(who([], FIVE)).toMatchObject({ is: {}, news: { idsChanged: false } })
  })
})

describe('a key that went to another session', () => {
  const other = { title: 'Object storage', start: at(17), room: '200', people: ['Barbara'] }

  test('does not take the notes with it: they stay with what is told of their session', () => {
    const now = [...change(FIVE, 'a', other), session('z', { ...FIVE[0], key: 'z' })]
    expect(who(knownFrom(FIVE), now)).toMatchObject({
      is: { z: 'a', b: 'b', c: 'c', d: 'd', e: 'e' },
      asks: NONE,
    })
    expect(who(knownFrom(FIVE), now).is).not.toHaveProperty('a')
  })

  test('is a question when the contents do not say clearly whose it is', () => {
    const now = [
      ...change(FIVE, 'a', { ...other, start: at(9), room: '101', people: [] }),
      session('z', { title: 'Fog computing', start: at(9), room: '101' }),
    ]
    expect(who(knownFrom(FIVE), now).asks).toEqual({ a: ['a'], z: ['a'] })
  })

  test('is a renaming while nobody has written anything', () => {
    const now = [
      ...change(FIVE, 'a', { ...other, start: at(9), room: '101', people: [] }),
      session('z', { title: 'Fog computing' }),
    ]
    expect(who(knownFrom(FIVE, false), now)).toMatchObject({ is: IDENTITY, asks: NONE })
  })

  test('two that swapped keys keep their notes, where there are any', () => {
    const [a, b] = FIVE
    const swapped = [{ ...a, key: 'b' }, { ...b, key: 'a' }, ...FIVE.slice(2)] as AgendaSession[]
    expect(who(knownFrom(FIVE), swapped).is).toEqual({ ...IDENTITY, a: 'b', b: 'a' })
    expect(who(knownFrom(FIVE, false), swapped).is).toEqual(IDENTITY)
  })
})

describe('a key that is used several times', () => {
  const topics = ['Fog', 'Edge', 'Helm', 'Nova'].map((title, hour) =>
    session(`uid ${at(hour + 9)}`, { title, start: at(hour + 9), room: null }),
  )

  test('names the slot, so that two topics that swap slots keep their notes', () => {
    const [fog, edge, ...rest] = topics
    const now = [{ ...topics[0], title: edge?.title }, { ...topics[1], title: fog?.title }, ...rest] as AgendaSession[]
    const { is } = who(knownFrom(topics, false), now)
    expect(is[`uid ${at(9)}`]).toBe(`uid ${at(10)}`)
    expect(is[`uid ${at(10)}`]).toBe(`uid ${at(9)}`)
  })

  test('gives the notes of a lost topic to nobody', () => {
    const now = change(topics, `uid ${at(9)}`, { title: 'Something else' })
    expect(who(knownFrom(topics), now).is).not.toHaveProperty(`uid ${at(9)}`)
  })

  test('is a strong one where all its sessions are one series', () => {
    const weekly = topics.map((each) => ({ ...each, title: 'Weekly call' }))
    const now = change(weekly, `uid ${at(9)}`, { title: 'A guest speaks' })
    expect(Object.keys(who(knownFrom(weekly), now).is)).toHaveLength(4)
  })
})

describe('the numbered slots of one talk', () => {
  const slot = (key: string, start: string) => session(key, { title: 'Workshop', start })

  test('go by their start when there is one more before them', () => {
    const before = [slot('CODE@host', at(14)), ...FIVE]
    const now = [slot('CODE-0@host', at(10)), slot('CODE-1@host', at(14)), ...FIVE]
    expect(who(knownFrom(before), now)).toMatchObject({ is: { 'CODE-1@host': 'CODE@host' }, asks: NONE })
  })

  test('go by their start when one is moved past the other', () => {
    const before = [slot('CODE-0', at(10)), slot('CODE-1', at(14)), ...FIVE]
    const now = [slot('CODE-0', at(14)), slot('CODE-1', at(16)), ...FIVE]
    expect(who(knownFrom(before), now)).toMatchObject({ is: { 'CODE-0': 'CODE-1', 'CODE-1': 'CODE-0' } })
  })
})

describe('a feed that moved as a whole', () => {
  const later = (sessions: readonly AgendaSession[], hours: number) =>
    sessions.map((each) => ({ ...each, start: at(hours + new Date(each.start ?? 0).getUTCHours()) }))

  test('is recognised as shifted', () => {
    expect(who(knownFrom(FIVE), later(FIVE, 2))).toMatchObject({ is: IDENTITY, news: { shift: 2 * 3_600_000 } })
    expect(who(knownFrom(FIVE), later(FIVE, -4))).toMatchObject({ news: { shift: -4 * 3_600_000 } })
  })

  test('daily sessions of one name stay apart, even under new ids', () => {
    const lunches = [9, 10, 11].map((day) => session(`lunch ${day}`, { title: 'Lunch', start: at(12, day) }))
    const next = [9, 10, 11].map((day) => session(`new ${day}`, { title: 'Lunch', start: at(12, day + 1) }))
    const moved = FIVE.map((each) => ({ ...each, start: each.start?.replace('-08T', '-09T') ?? null }))
    expect(who(knownFrom([...lunches, ...FIVE]), [...next, ...moved]).is).toMatchObject({
      'new 9': 'lunch 9',
      'new 10': 'lunch 10',
      'new 11': 'lunch 11',
    })
  })

  test('a few that moved are no shift', () => {
    const now = change(change(FIVE, 'a', { start: at(11) }), 'b', { start: at(12) })
    expect(who(knownFrom(FIVE), now).news.shift).toBe(0)
  })
})

describe('rooms', () => {
  const rooms = ['101', '101', '102', '102', '103']
  const before = FIVE.map((each, n) => ({ ...each, room: rooms[n] ?? null }))
  const inRooms = (...names: string[]) => before.map((each, n) => ({ ...each, room: names[n] ?? null }))

  test('that got another name are recognised by their sessions', () => {
    expect(who(knownFrom(before), inRooms('Hall A', 'Hall A', '102', '102', '103')).news.rooms).toEqual([
      { before: '101', after: 'Hall A' },
    ])
  })

  test.each([
    ['two rooms that swapped', inRooms('102', '102', '101', '101', '103')],
    ['a room that was split', inRooms('Hall A', 'Hall B', '102', '102', '103')],
    ['two rooms that became one', inRooms('Hall', 'Hall', 'Hall', 'Hall', '103')],
    ['a single session', inRooms('101', '101', '102', '102', 'Hall A')],
  ])('%s: they moved', (_, now) => {
    expect(who(knownFrom(before), now)).toMatchObject({ is: IDENTITY, news: { rooms: [] } })
  })
})

describe('what addresses say', () => {
  const url = 'https://example.org/talk/1'

  test('one page, one session, however its address is written', () => {
    const before = [known('a', { title: 'Fog', url })]
    const now = [session('z', { title: 'Fog and edge', url: 'http://EXAMPLE.org/talk/1/?utm_source=x', start: at(20) })]
    expect(who(before, now).is).toEqual({ z: 'a' })
  })

  test('nothing, when several sessions share one or the page is about something else', () => {
    const before = [known('a', { title: 'Fog', url }), known('b', { title: 'Helm', url })]
    expect(who(before, [session('z', { title: 'Upgrades', url, start: at(20) })]).is).toEqual({})
    expect(
      who([known('a', { title: 'Fog', url })], [session('z', { title: 'Upgrades', url, start: at(20) })]).is,
    ).toEqual({})
  })
})

describe('a question', () => {
  test('stays open until it is answered, although keys hold again', () => {
    const [a, ...others] = knownFrom(FIVE)
    const before = a === undefined ? [] : [{ ...a, askedAbout: ['z'] }, ...others]
    const now = [...FIVE.slice(1), session('z', { title: 'Something else', start: at(22) })]
    expect(who(before, now)).toMatchObject({ asks: { z: ['a'] } })
    expect(who(before, now, [{ incoming: 'z', session: 'new' }])).toMatchObject({ asks: NONE })
    expect(who(before, FIVE)).toMatchObject({ is: IDENTITY, asks: NONE })
  })
})

describe('what a person decided', () => {
  test('goes before everything else', () => {
    const decisions = [
      { incoming: 'a', session: 'id of b' },
      { incoming: 'b', session: 'new' },
    ]
    const { is } = who(knownFrom(FIVE), FIVE, decisions)
    expect(is).toEqual({ a: 'b', c: 'c', d: 'd', e: 'e' })
  })

  test('settles the other half of a question too', () => {
    const before = knownFrom(FIVE)
    const now = [
      ...change(FIVE, 'a', { title: 'Object storage', people: [] }),
      session('z', { title: 'Fog computing', start: at(9), room: '101' }),
    ]
    expect(who(before, now).asks).toEqual({ a: ['a'], z: ['a'] })
    expect(who(before, now, [{ incoming: 'a', session: 'new' }])).toMatchObject({ is: { z: 'a' }, asks: NONE })
    expect(who(before, now, [{ incoming: 'z', session: 'new' }])).toMatchObject({ is: { a: 'a' }, asks: NONE })
    expect(who(before, now, [{ incoming: 'z', session: 'id of a' }])).toMatchObject({ is: { z: 'a' }, asks: NONE })
  })
})

test('a session that was missing comes back under another key, but not in the place of one that is there', () => {
  const gone = known('old', { title: 'Fog', state: 'missing' })
  expect(who([gone, ...knownFrom(FIVE)], [session('z', { title: 'Fog' }), ...FIVE]).is).toMatchObject({ z: 'old' })
  const there = known('there', { title: 'Fog' })
  expect(
    who([gone, there, ...knownFrom(FIVE)], [session('z', { title: 'Fog', start: at(20) }), ...FIVE]).is,
  ).toMatchObject({
    z: 'there',
  })
})

test('a title alone makes no session: another keynote, by somebody else, gets no notes of the first', () => {
  const first = session('k', { title: 'Keynote', people: ['Ada'], start: at(9) })
  const second = session('z', { title: 'Keynote', people: ['Grace'], start: at(9, 9) })
  expect(who(knownFrom([first, ...FIVE]), [second, ...FIVE])).toMatchObject({ is: IDENTITY, asks: NONE })
  expect(who(knownFrom([first, ...FIVE]), [second, ...FIVE]).is).not.toHaveProperty('z')
  expect(who(knownFrom([first, ...FIVE]), [{ ...second, people: [] }, ...FIVE]).is).toMatchObject({ z: 'k' })
})

test('five thousand sessions under new ids, a fifth of them renamed, are recognised', () => {
  const words = ['cloud', 'edge', 'fog', 'helm', 'nova', 'swift', 'metal', 'scale', 'test', 'trust']
  const many = Array.from({ length: 5000 }, (_, n) =>
    session(`${n}`, {
      title: `${words[n % 10]} ${words[(n * 7 + 3) % 9]} part ${n}`,
      start: at(9 + (n % 8), 1 + (n % 20)),
      room: `Room ${n % 40}`,
      people: [`Person ${n % 900}`],
    }),
  )
  const now = many.map((each, n) => ({
    ...each,
    key: `new ${n}`,
    title: n % 5 === 0 ? `About ${each.title}` : each.title,
  }))
  const { is } = who(knownFrom(many), now.reverse())
  expect(Object.entries(is).every(([key, id]) => key === `new ${id}`)).toBe(true)
  expect(Object.keys(is).length).toBeGreaterThan(4500)
}, 60_000)
