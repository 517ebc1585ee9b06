import type { ImportChange } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSqliteAgendaStore } from '../store/sqlite/sqlite-agenda-store.ts'
import { temporaryDatabase } from '../store/sqlite/temporary-database.ts'
import type { AgendaStore } from './agenda-store.ts'
import { importAgenda } from './import-agenda.ts'
import { beginningsIn } from './templates/session-templates.ts'
import { agendaText, type Talk } from './testing/agenda-text.ts'

const BOSTON = { slug: 'bos', title: 'Boston', timeZone: 'America/New_York' }
const fog: Talk = { uid: 'fog', title: 'Fog and edge', start: '20170509T140000Z', end: '20170509T150000Z', room: '101' }
const nfv: Talk = { uid: 'nfv', title: 'Telecom', start: '20170509T150000Z', end: '20170509T160000Z', room: '102' }
const helm: Talk = { uid: 'helm', title: 'Helm', start: '20170509T160000Z', end: '20170509T170000Z', room: '103' }

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
const writingIn = (pad: string) =>
  base.database.kysely.updateTable('pad').set({ head: 2, changed_at: 1500 }).where('name', '=', pad).execute()
const pads = async () => Object.fromEntries((await store.sessions('bos')).map(({ title, pad }) => [title, pad]))
const everything = async () => {
  const { kysely } = base.database
  const all = await Promise.all([
    kysely.selectFrom('session').selectAll().orderBy('id').execute(),
    kysely.selectFrom('session_alias').selectAll().execute(),
    kysely.selectFrom('session_question').selectAll().execute(),
    kysely.selectFrom('pad').selectAll().orderBy('name').execute(),
  ])
  return JSON.stringify(all)
}
const kinds = (changes: ImportChange[]) => changes.map(({ kinds }) => kinds.join(' '))

test('what merely became known, since an earlier version did not keep it, is kept and is no change', async () => {
  const text = 'ID,Title,Start,Type\n1,Fog,2027-06-05 10:00,BoF\n2,NFV,2027-06-05 11:00,Talk'
  const again = () => importAgenda({ store, now: () => 2000 }, BOSTON, { text, problems: [] })
  const types = async () => (await store.sessions('bos')).map(({ type }) => type)
  await again()
  await base.database.kysely.updateTable('session').set({ type: null }).execute()
  expect(await again()).toMatchObject({ id: null, unchanged: 2, changed: 0, changes: [] })
  expect(await types()).toEqual(['BoF', 'Talk'])
})

describe('the report', () => {
  test('shows each change before and after, and leaves out what stays as it is', async () => {
    await importing([fog, nfv, helm])
    await writingIn('bos-telecom')
    const { changes } = await importing([fog, { ...nfv, title: 'NFV', room: '200' }], { dryRun: true })
    expect(changes).toMatchObject([
      {
        kinds: ['renamed', 'moved'],
        fields: ['title', 'room'],
        pad: 'bos-telecom',
        edited: true,
        before: { title: 'Telecom', room: '102', start: '2017-05-09T15:00:00Z' },
        after: { title: 'NFV', room: '200' },
      },
      { kinds: ['missing'], pad: 'bos-helm', edited: false, before: { title: 'Helm' }, after: null },
    ])
  })

  test('shows a description only where it is another one', async () => {
    await importing([
      { ...fog, description: 'Old words' },
      { ...nfv, description: 'Kept words' },
    ])
    const now = [
      { ...fog, description: 'New words' },
      { ...nfv, room: '9', description: 'Kept words' },
    ]
    const { changes } = await importing(now, { dryRun: true })
    expect(changes.map(({ before, after }) => [before?.description, after?.description])).toEqual([
      ['Old words', 'New words'],
      [null, null],
    ])
  })

  test('says in a dry run what would be refused, and writes nothing', async () => {
    await importing([fog, nfv, helm])
    const before = await everything()
    expect((await importing([fog], { dryRun: true })).refusal).toMatchObject({ code: 'agenda-shrunken' })
    expect((await importing([fog], { dryRun: true, confirm: true })).refusal).toBeNull()
    expect(await everything()).toBe(before)
  })

  test('says what is true of the feed as a whole', async () => {
    await importing([fog, nfv, helm])
    const earlier = (time = '') => time.replace('T1', 'T0')
    const shifted = [fog, nfv, helm].map((talk) => ({
      ...talk,
      uid: `new ${talk.uid}`,
      start: earlier(talk.start),
      end: earlier(talk.end),
    }))
    expect((await importing(shifted, { dryRun: true })).notes).toEqual([
      expect.stringMatching(/^Most sessions came under new ids/),
      'All times are 10 h earlier than before: this looks like a change of the time zone.',
    ])
    const renamed = [fog, { ...nfv, room: '101' }].map((talk) => ({ ...talk, room: 'Hall A' }))
    await importing([{ ...nfv, room: '101' }, fog, helm])
    expect((await importing([...renamed, helm], { dryRun: true })).notes).toEqual([
      'The room "101" is called "Hall A" now.',
    ])
  })
})

describe('a session that nobody but a person can recognise', () => {
  /** The id of Fog went to a session of another title, and its title came under a new id, in the same slot. */
  const reused = [{ ...fog, title: 'Object storage' }, { ...fog, uid: 'other' }, nfv, helm]

  beforeEach(async () => {
    await importing([fog, nfv, helm])
    await writingIn('bos-fog-and-edge')
  })

  test('stays as it is, while everything else is imported', async () => {
    const report = await importing([...reused.slice(0, 3), { ...helm, title: 'Helm hands-on' }])
    expect(report).toMatchObject({ unclear: 2, renamed: 1, added: 0, missing: 0 })
    expect(kinds(report.changes)).toEqual(['unclear', 'unclear', 'renamed'])
    expect(report.changes[0]).toMatchObject({
      incoming: 'fog',
      after: { title: 'Object storage' },
      candidates: [{ pad: 'bos-fog-and-edge', edited: true, face: { title: 'Fog and edge' } }],
      reason: expect.stringMatching(/id and its title point at different sessions/),
    })
    expect(await pads()).toEqual({
      'Fog and edge': 'bos-fog-and-edge',
      Telecom: 'bos-telecom',
      'Helm hands-on': 'bos-helm',
    })
  })

  test('is asked about again until somebody decides, even when the feed has become another one', async () => {
    await importing(reused)
    const before = await everything()
    expect(await importing(reused)).toMatchObject({ id: null, unclear: 2, added: 0, missing: 0 })
    expect(await everything()).toBe(before)
  })

  test('is decided by hand: the notes stay where they belong, and keys are remembered', async () => {
    await importing(reused)
    const [, title] = (await importing(reused, { dryRun: true })).changes
    const decisions = [
      { incoming: 'fog', session: 'new' },
      { incoming: 'other', session: title?.candidates[0]?.session ?? '' },
    ]
    expect(await importing(reused, { decisions })).toMatchObject({ unclear: 0, added: 1, missing: 0, unchanged: 3 })
    expect(await pads()).toMatchObject({ 'Fog and edge': 'bos-fog-and-edge', 'Object storage': 'bos-object-storage' })
    expect(await importing(reused)).toMatchObject({ id: null, unchanged: 4, unclear: 0 })
    const renamed = reused.map((talk) => ({ ...talk, title: `${talk.title} II` }))
    expect(await importing(renamed)).toMatchObject({ renamed: 4, added: 0 })
    expect(await pads()).toMatchObject({ 'Fog and edge II': 'bos-fog-and-edge' })
  })

  test.each([
    [[{ incoming: 'none', session: 'new' }], /no session "none" in this agenda/],
    [[{ incoming: 'fog', session: 'none' }], /event has no session "none"/],
    [['new', 'new'].map((session) => ({ incoming: 'fog', session })), /"fog" is decided twice/],
  ])('is not decided by what makes no sense: case %#', async (decisions, detail) => {
    const before = await everything()
    await expect(importing(reused, { decisions })).rejects.toMatchObject({
      code: 'impossible-decision',
      detail: expect.stringMatching(detail),
    })
    expect(await everything()).toBe(before)
  })

  test('is not decided by giving one known session to two', async () => {
    const id = (await store.sessionOfPad('bos-helm'))?.id ?? ''
    const decisions = ['fog', 'other'].map((incoming) => ({ incoming, session: id }))
    await expect(importing(reused, { decisions })).rejects.toMatchObject({ detail: expect.stringMatching(/to two/) })
  })
})

describe('undoing', () => {
  const undoing = async (id: number | null) => store.undoImport('bos', id ?? 0, beginningsIn(BOSTON))

  test('a decision gives keys back to whom they belonged, and opens the question again', async () => {
    await importing([fog, nfv, helm])
    await writingIn('bos-fog-and-edge')
    const reused = [{ ...fog, title: 'Object storage' }, { ...fog, uid: 'other' }, nfv, helm]
    await importing(reused)
    const before = await everything()
    const { id } = await importing(reused, { decisions: [{ incoming: 'fog', session: 'new' }] })
    expect(await everything()).not.toBe(before)
    expect(await undoing(id)).toBe('undone')
    expect(await everything()).toBe(before)
  })

  test('leaves alone what was written meanwhile, and the key of a session that stays', async () => {
    await importing([fog])
    const { id } = await importing([fog, helm])
    await writingIn('bos-helm')
    await undoing(id)
    expect(await store.sessionOfPad('bos-helm')).toMatchObject({ state: 'missing' })
    expect(await importing([fog, { ...helm, title: 'Renamed' }])).toMatchObject({ added: 0, changed: 1 })
    expect(await pads()).toMatchObject({ Renamed: 'bos-helm' })
  })
})

test('an edited pad is neither seeded again, nor given to another session, when ids are dealt anew', async () => {
  const talks = [fog, nfv, helm]
  await importing(talks)
  await writingIn('bos-fog-and-edge')
  const template = async () =>
    base.database.kysely.selectFrom('pad').select('template').where('name', '=', 'bos-fog-and-edge').executeTakeFirst()
  const before = await template()
  const dealt = talks.map((talk, n) => ({ ...talk, uid: talks[(n + 1) % 3]?.uid ?? '', end: '20170509T200000Z' }))
  await importing(dealt)
  expect(await pads()).toEqual({ 'Fog and edge': 'bos-fog-and-edge', Telecom: 'bos-telecom', Helm: 'bos-helm' })
  expect(await template()).toEqual(before)
})
