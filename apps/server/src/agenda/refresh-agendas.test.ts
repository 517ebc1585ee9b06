import { TestClock } from '@forumpad/sync/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSqliteAgendaStore } from '../store/sqlite/sqlite-agenda-store.ts'
import { createSqliteAuditStore } from '../store/sqlite/sqlite-audit-store.ts'
import { createSqliteImportHistory } from '../store/sqlite/sqlite-import-history.ts'
import { createSqliteSourceStore } from '../store/sqlite/sqlite-source-store.ts'
import { temporaryDatabase } from '../store/sqlite/temporary-database.ts'
import { AgendaNotFetched } from './agenda-not-fetched.ts'
import { importAgenda } from './import-agenda.ts'
import { type AgendaRefresh, createAgendaRefresh } from './refresh-agendas.ts'
import type { FeedValidators } from './source-store.ts'
import { agendaText, type Talk } from './testing/agenda-text.ts'

const MINUTE = 60_000
const BOSTON = { slug: 'bos', title: 'Boston', timeZone: 'America/New_York' }
const URL_OF_FEED = 'https://example.org/agenda.ics'
// The clock of the test begins on 8 May 2017 at 13:00 UTC.
const fog: Talk = { uid: 'fog', title: 'Fog', room: '101' }
const nfv: Talk = { uid: 'nfv', title: 'NFV', room: '102' }
const helm: Talk = { uid: 'helm', title: 'Helm', room: '103' }
const past: Talk = { uid: 'past', title: 'Opening', start: '20170508T080000Z', end: '20170508T090000Z' }

let base: Awaited<ReturnType<typeof temporaryDatabase>>
let parts: ReturnType<typeof open>
let refresh: AgendaRefresh
/** What the far server has, and what it was asked with. */
let feed: { text: string; etag: string } | undefined
let asked: FeedValidators[]
let failures: unknown[]

function open() {
  const { database } = base
  return {
    store: createSqliteAgendaStore(database),
    history: createSqliteImportHistory(database),
    sources: createSqliteSourceStore(database),
    clock: new TestClock(),
    failed: (error: unknown) => void failures.push(error),
    async fetchIfChanged(_: string, validators: FeedValidators) {
      asked.push(validators)
      if (feed === undefined) throw new AgendaNotFetched('example.org answered 503.')
      if (validators.etag === feed.etag) return { is: 'unchanged' } as const
      const agenda = { text: feed.text, problems: [] }
      return { is: 'fetched', agenda, validators: { etag: feed.etag, lastModified: null } } as const
    },
  }
}

beforeEach(async () => {
  asked = []
  failures = []
  base = await temporaryDatabase()
  parts = open()
  await parts.store.addEvent(BOSTON, null, 1)
  const text = agendaText([fog, nfv, helm, past])
  await importAgenda({ store: parts.store, now: () => 1 }, BOSTON, { text, problems: [] })
  serve(fog, nfv, helm, past)
  refresh = createAgendaRefresh(parts)
  refresh.start()
})
afterEach(async () => {
  await refresh.stop()
  await base.remove()
})

function serve(...talks: Talk[]): void {
  const text = agendaText(talks)
  feed = { text, etag: `"${text.length} ${JSON.stringify(talks)}"` }
}
const every = (everyMinutes: number | null) =>
  parts.sources.save({
    event: 'bos',
    url: URL_OF_FEED,
    everyMinutes,
    checkedAt: null,
    nextAt: parts.clock.now(),
    said: null,
    failures: 0,
    validators: { etag: null, lastModified: null },
    digest: null,
    reading: null,
  })
const passing = async (minutes: number) => {
  for (let half = 0; half < minutes * 2; half += 1) {
    await parts.clock.pass(MINUTE / 2)
    await refresh.looked()
  }
}
const said = async () => (await parts.sources.find('bos'))?.said
const titles = async () => (await parts.store.sessions('bos')).map(({ title }) => title).sort()
const states = async () => (await parts.history.imports('bos', 10)).map(({ state, by }) => `${by} ${state}`)

test('looks when it is time, asks only whether the feed has changed, and imports what is new', async () => {
  await every(30)
  await passing(1)
  expect(asked).toEqual([{ etag: null, lastModified: null }])
  expect(await said()).toBe('The feed has changed, but no session has.')
  await passing(28)
  expect(asked).toHaveLength(1)
  await passing(2)
  expect(asked).toHaveLength(2)
  expect(asked[1]?.etag).toBe(feed?.etag)
  expect(await said()).toBe('The feed has not changed.')
  serve({ ...fog, title: 'Fog and edge' }, nfv, helm, past)
  await passing(31)
  expect(await said()).toBe('The feed has changed and was imported.')
  expect(await titles()).toContain('Fog and edge')
  expect((await parts.history.imports('bos', 1))[0]).toMatchObject({ by: 'refresh', source: URL_OF_FEED, renamed: 1 })
})

test('what it imports is noted as done by the clock, and a look that changes nothing is not', async () => {
  const noted = () => createSqliteAuditStore(base.database).ofEvent('bos', null, 10)
  await every(30)
  serve(fog, nfv, helm, past, { uid: 'new', title: 'New' })
  await passing(1)
  const entry = { act: 'import-applied', role: 'clock', person: null, name: null, about: 'Import 2, 1 new' }
  expect(await noted()).toMatchObject([entry])
  await passing(31)
  expect(await noted()).toHaveLength(1)
})

test('looks at nothing by itself unless it is told to', async () => {
  await every(null)
  await passing(60)
  expect(asked).toEqual([])
})

test('reads the feed of a weekly call anew each day, since its next pads become due', async () => {
  const weekly = agendaText([fog, nfv, helm, past, { uid: 'call', title: 'Weekly call' }])
  const text = weekly.replace('SUMMARY:Weekly call', 'RRULE:FREQ=WEEKLY\r\nSUMMARY:Weekly call')
  feed = { text, etag: 'weekly' }
  await every(12 * 60)
  const calls = async () => (await titles()).filter((title) => title === 'Weekly call').length
  await passing(1)
  const first = await calls()
  expect(first).toBeGreaterThan(0)
  await parts.clock.pass(6 * 24 * 60 * MINUTE)
  await passing(1)
  for (let day = 0; day < 3; day += 1) {
    await parts.clock.pass(24 * 60 * MINUTE)
    await passing(1)
  }
  // Nine days on, with calls on Tuesdays.
  expect(await calls()).toBe(first + 2)
})

describe('what nobody should apply unseen waits for a person', () => {
  const onTime = (talk: Talk, hour: number) => ({
    ...talk,
    start: `20170509T${hour}4000Z`,
    end: `20170509T${hour + 1}2000Z`,
  })
  test.each([
    ['an empty feed', [], /No session could be read/],
    ['a feed that has shrunk', [fog], /3 of 4 sessions are not in this agenda/],
    ['sessions of the past that move', [fog, nfv, helm, { ...past, room: '9' }], /1 session of the past would move/],
    [
      'a feed that changed its ids',
      [fog, nfv, helm, past].map((talk) => ({ ...talk, uid: `new ${talk.uid}` })),
      /under new ids/,
    ],
    [
      'a feed that moved as a whole',
      [
        onTime(fog, 20),
        onTime(nfv, 20),
        onTime(helm, 20),
        { ...past, start: '20170508T100000Z', end: '20170508T110000Z' },
      ],
      /All times are 2 h later.*time zone/,
    ],
  ])('%s', async (_, talks, why) => {
    await every(30)
    serve(...talks)
    const before = await parts.store.sessions('bos')
    await passing(1)
    expect(await parts.store.sessions('bos')).toEqual(before)
    expect(await states()).toEqual(['refresh waiting', 'organiser applied'])
    const [waits] = await parts.history.imports('bos', 1)
    expect(waits?.why).toMatch(why)
    expect(await said()).toMatch(why)
    expect(await parts.history.waiting('bos', waits?.id ?? 0)).toMatchObject({ text: feed?.text, source: URL_OF_FEED })
  })

  test('once, not at every look, and not again after it was dismissed', async () => {
    await every(30)
    serve(fog)
    await passing(1)
    await parts.history.dismiss('bos', 2)
    feed = { text: feed?.text ?? '', etag: 'another etag for the same words' }
    await passing(90)
    expect(await states()).toEqual(['refresh dismissed', 'organiser applied'])
  })

  test('until a later feed can be applied', async () => {
    await every(30)
    serve(fog)
    await passing(1)
    serve(fog, nfv, helm, past, { uid: 'new', title: 'New' })
    await passing(31)
    expect(await states()).toEqual(['refresh applied', 'refresh superseded', 'organiser applied'])
    expect(await titles()).toContain('New')
  })
})

describe('a source that cannot be had', () => {
  test('is asked less and less often, and the agenda stays as it is', async () => {
    feed = undefined
    await every(10)
    await passing(1)
    expect(await said()).toBe('example.org answered 503.')
    await passing(18)
    expect(asked).toHaveLength(1)
    await passing(2)
    expect(asked).toHaveLength(2)
    await passing(39)
    expect(asked).toHaveLength(2)
    serve({ ...fog, title: 'Fog and edge' }, nfv, helm, past)
    await passing(2)
    expect(await parts.sources.find('bos')).toMatchObject({ failures: 0, said: expect.stringMatching(/was imported/) })
    expect(failures).toEqual([])
  })

  test('nor read: the sentence says why', async () => {
    await every(10)
    feed = { text: '<!doctype html><p>Sorry', etag: 'x' }
    await passing(1)
    expect(await said()).toMatch(/web page/)
    expect(await titles()).toHaveLength(4)
  })
})

test('an address that was changed during the look keeps what was set', async () => {
  await every(30)
  const fetchFirst = parts.fetchIfChanged
  await refresh.stop()
  const slow = {
    ...parts,
    async fetchIfChanged(url: string, validators: FeedValidators) {
      const fetched = await fetchFirst(url, validators)
      const now = await parts.sources.find('bos')
      if (now) await parts.sources.save({ ...now, url: 'https://example.org/other.ics' })
      return fetched
    },
  }
  refresh = createAgendaRefresh(slow)
  refresh.start()
  await passing(0.5)
  expect(await parts.sources.find('bos')).toMatchObject({ url: 'https://example.org/other.ics', checkedAt: null })
})

test('stopping waits for the look under way and starts no other', async () => {
  await every(30)
  await refresh.stop()
  await passing(5)
  expect(asked).toEqual([])
})
