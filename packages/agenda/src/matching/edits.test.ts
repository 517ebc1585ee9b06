import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AgendaSession } from '../agenda.ts'
import { compareAgendas } from '../compare-agendas.ts'
import type { KnownSession } from '../known-session.ts'
import { knownFrom, session } from '../testing/sessions.ts'

const HOUR = 3_600_000
const NOUNS = ['Fog', 'Edge', 'Helm', 'Nova', 'Swift', 'Metal', 'Scale', 'Trust', 'Rust', 'Tests', 'Clouds', 'Fonts']
const VERBS = ['running', 'growing', 'fixing', 'leaving', 'measuring', 'mending', 'teaching']

const person = fc.constantFrom('Ada', 'Grace', 'Linus', 'Margaret', 'Ken', 'Barbara')
/** An agenda in which no two sessions are held in one room at one time; titles may repeat. */
const agenda = fc
  .uniqueArray(
    fc.record({
      noun: fc.constantFrom(...NOUNS),
      verb: fc.constantFrom(...VERBS),
      slot: fc.nat(30),
      room: fc.constantFrom('101', '102', '103', 'Hall'),
      people: fc.uniqueArray(person, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 40, selector: ({ slot, room }) => `${slot} ${room}` },
  )
  .map((all) =>
    all.map(({ noun, verb, slot, room, people }, n) => {
      const start = Date.UTC(2017, 4, 8 + Math.floor(slot / 8), 9 + (slot % 8))
      const times = { start: written(start), end: written(start + HOUR) }
      return session(`key ${n}`, { title: `${noun}, ${verb} it`, room, people, ...times })
    }),
  )

const written = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z')
const later = (instant: string | null, by: number) => instant && written(Date.parse(instant) + by)
const shifted = (by: number) => (each: AgendaSession) => ({
  ...each,
  start: later(each.start, by),
  end: later(each.end, by),
})

/** What can happen to some of the sessions of a feed that keeps its keys. */
const edits: ((each: AgendaSession, n: number) => AgendaSession)[] = [
  (each, n) => ({ ...each, title: `Renamed to number ${n}` }),
  (each, n) => shifted((n + 1) * HOUR)(each),
  (each) => ({ ...each, room: { 101: '102', 102: '101' }[each.room ?? ''] ?? each.room }),
  (each) => ({ ...each, people: [...each.people, 'Somebody new'], description: 'Bring a laptop.' }),
  (each) => ({ ...each, state: 'cancelled' }),
]
const edit = fc.record({ edit: fc.constantFrom(...edits), on: fc.func(fc.boolean()) })

/** The known sessions after an import, as the store would have them: unclear ones stay as they are. */
function imported(before: readonly KnownSession[], sessions: readonly AgendaSession[]): KnownSession[] {
  const { changes, unclear } = compareAgendas(before, sessions)
  const after = new Map<string, KnownSession>(before.map((one) => [one.id, { ...one, askedAbout: [] }]))
  const keep = (id: string, facts: Partial<KnownSession>) => {
    const one = after.get(id)
    if (one) after.set(id, { ...one, ...facts })
  }
  for (const change of changes) {
    if (change.is === 'added') {
      const [made] = knownFrom([change.session])
      if (made) after.set(`made for ${change.session.key}`, { ...made, id: `made for ${change.session.key}` })
    } else if (change.is === 'missing') {
      const last = after.get(change.id)?.last
      if (last) keep(change.id, { last: { ...last, state: 'missing' } })
    } else {
      const keys = new Set([...(after.get(change.id)?.keys ?? []), change.session.key])
      keep(change.id, { keys: [...keys], last: change.session })
    }
  }
  for (const { session, candidates } of unclear) {
    for (const { id } of candidates) keep(id, { askedAbout: [...(after.get(id)?.askedAbout ?? []), session.key] })
  }
  return [...after.values()]
}

/** Which known session each key of the feed belongs to. */
const owners = (before: readonly KnownSession[], sessions: readonly AgendaSession[]) =>
  compareAgendas(before, sessions).changes.flatMap((change) =>
    change.is === 'kept' ? [{ id: change.id, key: change.session.key }] : [],
  )

test('whatever is edited in a feed that keeps its keys, every session stays with its notes', () => {
  fc.assert(
    fc.property(agenda, fc.array(edit, { maxLength: 4 }), fc.nat(), (sessions, edits, turn) => {
      const edited = edits.reduce((now, { edit, on }) => now.map((each, n) => (on(n) ? edit(each, n) : each)), sessions)
      const at = turn % edited.length
      const shuffled = [...edited.slice(at), ...edited.slice(0, at)].reverse()
      const found = owners(knownFrom(sessions), shuffled)
      expect(found).toHaveLength(sessions.length)
      for (const { id, key } of found) expect(id).toBe(`id of ${key}`)
    }),
    { numRuns: 300 },
  )
})

test('sessions that leave and return are the same sessions', () => {
  fc.assert(
    fc.property(agenda, fc.func(fc.boolean()), (sessions, leaves) => {
      const known = knownFrom(sessions)
      const fewer = imported(
        known,
        sessions.filter((_, n) => !leaves(n)),
      )
      expect(fewer).toHaveLength(known.length)
      const again = imported(fewer, sessions)
      expect(again).toEqual(known)
    }),
    { numRuns: 200 },
  )
})

/** Three sessions that nothing happens to but what happens to all: fewer show no shift of the whole feed. */
const landmarks = ['Opening', 'Plenary', 'Closing'].map((title, n) =>
  session(`key ${title}`, { title, start: written(Date.UTC(2017, 4, 8, 7 + n)), end: null, room: 'Arena' }),
)

test('all ids new, whole feed shifted, some dropped, all shuffled: nobody gets the notes of another session', () => {
  const shift = fc.constantFrom(0, 0, HOUR, -4 * HOUR, 24 * HOUR)
  fc.assert(
    fc.property(agenda, shift, fc.func(fc.nat(9)), (some, by, leaves) => {
      const sessions = [...landmarks, ...some]
      const now = sessions
        .map((each) => ({ ...shifted(by)(each), key: `new ${each.key}` }))
        .filter((_, n) => n < landmarks.length || leaves(n) > 0)
        .reverse()
      const before = knownFrom(sessions)
      for (const { id, key } of owners(before, now)) expect(id).toBe(key.replace('new key', 'id of key'))
      if (by === 0) expect(owners(before, now)).toHaveLength(now.length)
    }),
    { numRuns: 500 },
  )
})

test('the same feed twice changes nothing the second time, and loses nothing the first', () => {
  fc.assert(
    fc.property(agenda, agenda, fc.boolean(), (one, other, newKeys) => {
      const feed = newKeys ? other.map((each) => ({ ...each, key: `new ${each.key}` })) : other
      const before = knownFrom(one)
      const after = imported(before, feed)
      expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)))
      const { changes } = compareAgendas(after, feed)
      expect(changes.flatMap((change) => (change.is === 'kept' && change.kinds.length === 0 ? [] : [change]))).toEqual(
        [],
      )
    }),
    { numRuns: 300 },
  )
})
