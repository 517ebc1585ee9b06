import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSqliteAgendaStore } from '../store/sqlite/sqlite-agenda-store.ts'
import { temporaryDatabase } from '../store/sqlite/temporary-database.ts'
import { importAgenda } from './import-agenda.ts'
import { beginningsIn } from './templates/session-templates.ts'
import { agendaText, type Talk } from './testing/agenda-text.ts'

const BOSTON = { slug: 'bos', title: 'Boston', timeZone: 'America/New_York' }

/** A feed as chance has it: ids, titles, slots and rooms meet in all ways, and some sessions are cancelled. */
const feed = fc.uniqueArray(
  fc.record({
    uid: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'),
    title: fc.constantFrom('Fog', 'Edge', 'Helm', 'Nova', 'Lunch', 'Fog and edge', 'Scale it', 'Upgrades'),
    hour: fc.integer({ min: 10, max: 15 }),
    room: fc.constantFrom('101', '102', 'Hall'),
    status: fc.constantFrom(undefined, undefined, 'CANCELLED'),
  }),
  { maxLength: 8, selector: ({ uid }) => uid },
)
type Feed = typeof feed extends fc.Arbitrary<infer Value> ? Value : never
const talks = (all: Feed): Talk[] =>
  all.map(({ uid, title, hour, room, status }) => ({
    ...{ uid, title, room, ...(status && { status }) },
    start: `20170509T${hour}0000Z`,
    end: `20170509T${hour + 1}0000Z`,
  }))

/** A database with one import in it, in half of whose pads somebody has written. */
async function withImport(first: Feed) {
  const base = await temporaryDatabase()
  const { kysely } = base.database
  const store = createSqliteAgendaStore(base.database)
  await store.addEvent(BOSTON, null, 1)
  const importing = (all: Feed) =>
    importAgenda({ store, now: () => 2 }, BOSTON, { text: agendaText(talks(all)), problems: [] }, { confirm: true })
  await importing(first)
  await kysely.updateTable('pad').set({ head: 3, changed_at: 2 }).where('id', 'in', [1, 3, 5, 7]).execute()
  const state = async () =>
    JSON.stringify(
      await Promise.all([
        kysely.selectFrom('session').selectAll().orderBy('id').execute(),
        kysely.selectFrom('session_alias').selectAll().execute(),
        kysely.selectFrom('session_question').selectAll().execute(),
        kysely.selectFrom('pad').selectAll().orderBy('name').execute(),
      ]),
    )
  const pads = () => kysely.selectFrom('pad').select(['name', 'session', 'head', 'template']).orderBy('name').execute()
  return { base, store, importing, state, pads }
}

test('whatever comes, no pad is lost or given away, a second time changes nothing, and undoing puts all back', async () => {
  await fc.assert(
    fc.asyncProperty(feed, feed, async (first, second) => {
      const { base, store, importing, state, pads } = await withImport(first)
      try {
        const before = { state: await state(), pads: await pads() }
        const { id } = await importing(second)
        const after = await pads()
        for (const pad of before.pads) {
          const now = after.find(({ name }) => name === pad.name)
          expect(now?.session).toBe(pad.session)
          if (pad.head > 0) expect(now).toEqual(pad)
        }
        const sessions = await store.sessions('bos')
        expect(sessions.map(({ pad }) => pad).sort()).toEqual(after.map(({ name }) => name))

        const settled = await state()
        expect(await importing(second)).toMatchObject({ id: null, added: 0, missing: 0, renamed: 0, moved: 0 })
        expect(await state()).toBe(settled)

        if (id !== null) {
          expect(await store.undoImport('bos', id, beginningsIn(BOSTON))).toBe('undone')
          expect(await state()).toBe(before.state)
        }
      } finally {
        await base.remove()
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)
