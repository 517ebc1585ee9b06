import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSqliteAgendaStore } from '../store/sqlite/sqlite-agenda-store.ts'
import { createSqlitePadDirectory } from '../store/sqlite/sqlite-pad-directory.ts'
import { temporaryDatabase } from '../store/sqlite/temporary-database.ts'
import type { AgendaStore } from './agenda-store.ts'
import { importAgenda } from './import-agenda.ts'
import { agendaText, type Talk } from './testing/agenda-text.ts'

const BOSTON = { slug: 'bos', title: 'Boston', timeZone: 'America/New_York' }

let base: Awaited<ReturnType<typeof temporaryDatabase>>
let store: AgendaStore
beforeEach(async () => {
  base = await temporaryDatabase()
  store = createSqliteAgendaStore(base.database)
  await store.addEvent(BOSTON, null, 1000)
})
afterEach(() => base.remove())

const importing = (talks: Talk[], wish = {}) =>
  importAgenda({ store, now: () => 2000 }, BOSTON, { text: agendaText(talks), problems: [] }, wish)
const pads = async () => Object.fromEntries((await store.sessions('bos')).map(({ title, pad }) => [title, pad]))
const states = async () => Object.fromEntries((await store.sessions('bos')).map(({ title, state }) => [title, state]))
const rows = async () => {
  const { kysely } = base.database
  const all = await Promise.all([
    kysely.selectFrom('session').selectAll().orderBy('id').execute(),
    kysely.selectFrom('session_alias').selectAll().execute(),
    kysely.selectFrom('agenda_import').selectAll().execute(),
    kysely.selectFrom('pad').selectAll().execute(),
  ])
  return JSON.stringify(all)
}

const fog: Talk = { uid: 'fog', title: 'Fog and edge', room: 'Hynes 101', padName: 'BOS-Fog' }
const nfv: Talk = { uid: 'nfv', title: 'Telecom/NFV working group', room: 'Hynes 102' }
const helm: Talk = { uid: 'helm', title: 'Helm hands-on', room: 'Hynes 200' }

describe('the first import', () => {
  test('gives every session a pad, with a template and no text yet', async () => {
    const report = await importing([fog, nfv])
    expect(report).toMatchObject({
      id: 1,
      format: 'iCalendar',
      sessions: 2,
      added: 2,
      renamed: 0,
      moved: 0,
      changed: 0,
      cancelled: 0,
      missing: 0,
      unclear: 0,
      unchanged: 0,
      problems: [],
      notes: [],
      refusal: null,
    })
    expect(report.changes).toMatchObject([
      { kinds: ['added'], incoming: 'fog', before: null, after: { title: 'Fog and edge', room: 'Hynes 101' } },
      { kinds: ['added'], incoming: 'nfv' },
    ])
    expect(await pads()).toEqual({
      'Fog and edge': 'BOS-Fog',
      'Telecom/NFV working group': 'bos-telecom-nfv-working-group',
    })
    const [session] = await store.sessions('bos')
    expect(await createSqlitePadDirectory(base.database).find('BOS-Fog')).toMatchObject({
      title: 'Fog and edge',
      revision: 0,
      session: session?.id,
      template: expect.stringContaining('## Decisions'),
      changedAt: null,
    })
    expect(await store.sessionOfPad('BOS-Fog')).toEqual(session)
  })

  test('a dry run reports the same and writes nothing', async () => {
    const before = await rows()
    expect(await importing([fog, nfv], { dryRun: true })).toMatchObject({ id: null, added: 2 })
    expect(await rows()).toBe(before)
  })

  test('a name that somebody has, or that is no name, is not taken from the feed', async () => {
    const directory = createSqlitePadDirectory(base.database)
    await directory.create({ name: 'bos-fog', title: 'Mine', session: null, template: null, createdAt: 1 })
    await importing([fog, { ...nfv, padName: '../etc/passwd' }])
    expect(await pads()).toEqual({
      'Fog and edge': 'bos-fog-and-edge',
      'Telecom/NFV working group': 'bos-telecom-nfv-working-group',
    })
  })

  test('sessions of the same name get pads of their own', async () => {
    const lunches = ['1', '2', '3'].map((uid, day) => ({
      uid,
      title: 'Lunch',
      start: `2017050${day + 1}T160000Z`,
      end: '',
    }))
    await importing(lunches)
    expect((await store.sessions('bos')).map(({ pad }) => pad)).toEqual(['bos-lunch', 'bos-lunch-2', 'bos-lunch-3'])
  })
})

describe('the same agenda again', () => {
  test('changes nothing at all', async () => {
    await importing([fog, nfv])
    const before = await rows()
    expect(await importing([nfv, fog])).toMatchObject({ id: null, sessions: 2, unchanged: 2, added: 0, missing: 0 })
    expect(await rows()).toBe(before)
  })

  test('even when two people import it at the same moment', async () => {
    const reports = await Promise.all([importing([fog, nfv]), importing([fog, nfv])])
    expect(reports.map(({ added }) => added).sort()).toEqual([0, 2])
    expect(await store.sessions('bos')).toHaveLength(2)
  })
})

describe('a changed agenda', () => {
  beforeEach(() => importing([fog, nfv, helm]))

  test('renames, moves, changes and cancels sessions, and every pad keeps its address', async () => {
    const before = await pads()
    const report = await importing([
      { ...fog, title: 'Edge' },
      { ...nfv, room: 'Hynes 103', status: 'CANCELLED' },
      { ...helm, description: 'Bring a laptop.' },
    ])
    expect(report).toMatchObject({ id: 2, renamed: 1, moved: 1, changed: 1, cancelled: 1, unchanged: 0, added: 0 })
    expect(await pads()).toEqual({
      Edge: before['Fog and edge'],
      'Telecom/NFV working group': before['Telecom/NFV working group'],
      'Helm hands-on': before['Helm hands-on'],
    })
    expect(await createSqlitePadDirectory(base.database).find('BOS-Fog')).toMatchObject({ title: 'Edge' })
    expect((await states())['Telecom/NFV working group']).toBe('cancelled')
  })

  test('a session that is gone is missing, and comes back as the same session', async () => {
    const before = await store.sessions('bos')
    expect(await importing([fog, nfv])).toMatchObject({ missing: 1, unchanged: 2 })
    expect((await states())['Helm hands-on']).toBe('missing')
    expect(await importing([fog, nfv])).toMatchObject({ id: null, missing: 0, unchanged: 2 })
    expect(await importing([fog, nfv, helm])).toMatchObject({ added: 0, changed: 1, unchanged: 2 })
    expect(await store.sessions('bos')).toEqual(before)
  })

  test('a session under a new key is recognised, and under both keys from then on', async () => {
    expect(await importing([{ ...fog, uid: 'new' }, nfv, helm])).toMatchObject({ added: 0, missing: 0, unchanged: 3 })
    expect(await importing([{ ...fog, title: 'Renamed' }, nfv, helm])).toMatchObject({ renamed: 1, added: 0 })
    expect(await importing([{ ...fog, uid: 'new', title: 'Again' }, nfv, helm])).toMatchObject({ renamed: 1, added: 0 })
  })

  test('a longer session gets a longer template, until somebody has opened its pad', async () => {
    const template = async () => (await createSqlitePadDirectory(base.database).find('BOS-Fog'))?.template
    await importing([{ ...fog, end: '20170509T203000Z' }, nfv, helm])
    const longer = await template()
    expect(longer).toContain('Discussion (')
    await base.database.kysely.updateTable('pad').set({ head: 1 }).where('name', '=', 'BOS-Fog').execute()
    await importing([fog, nfv, helm])
    expect(await template()).toBe(longer)
  })
})

describe('what is refused, changing nothing', () => {
  beforeEach(() => importing([fog, nfv, helm]))

  test.each([
    ['', 'agenda-unreadable', /The feed is empty/],
    ['<!doctype html><p>Agenda</p>', 'agenda-unreadable', /This is a web page/],
    [agendaText([]), 'agenda-empty', /No session could be read.*The calendar holds no events/],
    [agendaText([fog]), 'agenda-shrunken', /2 of 3 sessions are not in this agenda/],
  ])('%j', async (text, code, detail) => {
    const before = await rows()
    const refused = importAgenda({ store, now: () => 3000 }, BOSTON, { text, problems: [] })
    await expect(refused).rejects.toMatchObject({ status: 422, code, detail: expect.stringMatching(detail) })
    expect(await rows()).toBe(before)
  })

  test('an agenda that has shrunk is applied when somebody confirms it', async () => {
    expect(await importing([fog], { confirm: true })).toMatchObject({ missing: 2, unchanged: 1 })
  })

  test('what is no agenda cannot be confirmed', async () => {
    const refused = importAgenda({ store, now: () => 3000 }, BOSTON, { text: '{}', problems: [] }, { confirm: true })
    await expect(refused).rejects.toMatchObject({ code: 'agenda-unreadable' })
  })

  test('one bad event leaves the others alone and is named', async () => {
    const report = await importing([fog, nfv, { ...helm, start: '' }])
    expect(report).toMatchObject({ sessions: 2, unchanged: 2, missing: 1 })
    expect(report.problems).toEqual([expect.stringMatching(/^Line \d+, event "Helm hands-on": it has no start/)])
  })
})

test('events are listed with their sessions and when they run', async () => {
  await store.addEvent({ slug: 'later', title: 'Later', timeZone: 'UTC' }, '/agenda.ics', 5000)
  await importing([
    { uid: 'a', title: 'A', start: '20170508T130000Z', end: '20170508T140000Z' },
    { uid: 'b', title: 'B', start: '20170511T130000Z', end: '20170511T150000Z' },
  ])
  expect(await store.events()).toEqual([
    { slug: 'later', title: 'Later', timeZone: 'UTC', sessions: 0, firstStart: null, lastEnd: null },
    { ...BOSTON, sessions: 2, firstStart: '2017-05-08T13:00:00Z', lastEnd: '2017-05-11T15:00:00Z' },
  ])
  expect(await store.eventFrom('/agenda.ics')).toMatchObject({ slug: 'later' })
  expect(await store.addEvent(BOSTON, null, 6000)).toBe(false)
})

test('a thousand sessions are imported in one go, and again', async () => {
  const many = Array.from({ length: 1000 }, (_, n) => ({ uid: `${n}`, title: `Talk ${n}` }))
  expect(await importing(many)).toMatchObject({ added: 1000 })
  expect(await importing(many)).toMatchObject({ id: null, unchanged: 1000 })
  expect(await importing(many.map((talk) => ({ ...talk, room: 'Hall' })))).toMatchObject({ moved: 1000 })
}, 30_000)
