import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgendaSession } from './agenda.ts'
import { compareAgendas } from './compare-agendas.ts'
import type { KnownSession } from './known-session.ts'
import { known, session } from './testing/sessions.ts'

const kinds = (before: KnownSession, now: AgendaSession) => compareAgendas([before], [now]).changes

describe('what became of a session', () => {
  test('nothing', () => {
    expect(kinds(known('a'), session('a'))).toEqual([
      { is: 'kept', id: 'id of a', session: session('a'), kinds: [], fields: [], learned: false },
    ])
  })

  test.each([
    [{ title: 'Other' }, ['renamed']],
    [{ room: 'Hynes 103' }, ['moved']],
    [{ start: '2017-05-08T13:10:00Z' }, ['moved']],
    [{ end: null }, ['changed']],
    [{ description: 'New' }, ['changed']],
    [{ people: ['Ada'] }, ['changed']],
    [{ state: 'cancelled' as const }, ['cancelled']],
    [{ state: 'tentative' as const }, ['changed']],
    [{ title: 'Other', room: null, track: 'BoF' }, ['renamed', 'moved', 'changed']],
  ])('%j', (facts, expected) => {
    expect(kinds(known('a'), session('a', facts))).toMatchObject([{ is: 'kept', kinds: expected }])
  })

  test('a type that was not known before is learned, and no change; another type is one', () => {
    const older = { ...known('a'), typeIsUnknown: true } as const
    for (const now of [session('a'), session('a', { type: 'BoF' })])
      expect(kinds(older, now)).toMatchObject([{ kinds: [], fields: [], learned: true }])
    expect(kinds(known('a'), session('a', { type: 'BoF' }))).toMatchObject([{ kinds: ['changed'], learned: false }])
    expect(kinds(known('a', { type: 'Talk' }), session('a', { type: 'BoF' }))).toMatchObject([
      { kinds: ['changed'], fields: ['type'], learned: false },
    ])
  })

  test('one that is not in the feed any more is missing, and is not reported twice', () => {
    expect(compareAgendas([known('a')], []).changes).toEqual([{ is: 'missing', id: 'id of a' }])
    expect(compareAgendas([known('a', { state: 'missing' })], []).changes).toEqual([])
  })

  test('one that comes back is the same session', () => {
    expect(kinds(known('a', { state: 'missing' }), session('a'))).toMatchObject([
      { is: 'kept', id: 'id of a', kinds: ['returned'] },
    ])
  })

  test('a pad name in the feed changes nothing: addresses are for ever', () => {
    expect(kinds(known('a'), session('a', { padName: 'else' }))).toMatchObject([{ kinds: [] }])
  })
})

describe('how a session is recognised', () => {
  test('by any key it ever had', () => {
    expect(kinds(known('a', {}, ['old', 'a']), session('old'))).toMatchObject([{ is: 'kept', id: 'id of a' }])
  })

  test('by address and title when the key is new', () => {
    const url = 'https://example.org/1'
    const moved = session('new', { title: 'Fog', url, start: '2017-05-09T09:00:00Z' })
    expect(kinds(known('a', { title: 'Fog', url }), moved)).toMatchObject([
      { is: 'kept', id: 'id of a', kinds: ['moved'] },
    ])
  })

  test('by title and start when key and address are new', () => {
    expect(kinds(known('a', { title: 'Fog' }), session('new', { title: ' FOG' }))).toMatchObject([{ is: 'kept' }])
  })

  test('never by what could mean two sessions: a person decides, and until then nothing happens to them', () => {
    const twins = [known('a', { title: 'Lunch' }), known('b', { title: 'Lunch' })]
    const { changes, unclear } = compareAgendas(twins, [session('new', { title: 'Lunch' })])
    expect(changes).toEqual([])
    expect(unclear).toMatchObject([{ session: { key: 'new' }, candidates: twins, reason: 'alike' }])
  })

  test('a key wins over a title: two sessions that swap titles, and nothing else, stay where they are', () => {
    const before = [known('a', { title: 'One' }), known('b', { title: 'Two' })]
    const now = [session('a', { title: 'Two' }), session('b', { title: 'One' })]
    expect(compareAgendas(before, now).changes).toMatchObject([
      { id: 'id of a', kinds: ['renamed'] },
      { id: 'id of b', kinds: ['renamed'] },
    ])
  })

  test('one known session answers to one session of the feed, even under two of its keys', () => {
    const changes = compareAgendas([known('a', {}, ['a', 'b'])], [session('a'), session('b')]).changes
    expect(changes.map(({ is }) => is)).toEqual(['kept', 'added'])
  })
})

test('whatever the two agendas are, each of their sessions is accounted for once', () => {
  const few = fc.constantFrom('a', 'b', 'c', 'd')
  const facts = fc.record({ title: few, url: fc.option(few), start: fc.option(few) })
  const knowns = fc.array(fc.tuple(fc.uniqueArray(few), facts), { maxLength: 6 })
  const given = fc.uniqueArray(fc.tuple(few, facts), { maxLength: 6, selector: ([key]) => key })
  fc.assert(
    fc.property(knowns, given, (before, now) => {
      const known = before.map(([keys, last], at) => ({
        id: `${at}`,
        keys,
        edited: true,
        askedAbout: [],
        last: { ...session('x', last) },
      }))
      const sessions = now.map(([key, each]) => session(key, each))
      const { changes, unclear } = compareAgendas(known, sessions)
      const ids = changes.flatMap((change) => (change.is === 'added' ? [] : change.id))
      const asked = new Set(unclear.flatMap(({ candidates }) => candidates.map(({ id }) => id)))
      const answered = changes.flatMap((change) => (change.is === 'missing' ? [] : change.session))
      const open = new Set(unclear.map(({ session }) => session))
      expect([...ids, ...asked].sort()).toEqual(known.map(({ id }) => id).sort())
      expect(answered).toEqual(sessions.filter((session) => !open.has(session)))
    }),
  )
})
