import type { AgendaSource, ImportReport } from '@forumpad/api'
import { TestClock } from '@forumpad/sync/testing'
import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addApiErrors } from '../http/api-errors.ts'
import { serverOptions } from '../http/server-options.ts'
import { byTheClock } from '../noter.ts'
import { createSqliteAgendaStore } from '../store/sqlite/sqlite-agenda-store.ts'
import { createSqliteImportHistory } from '../store/sqlite/sqlite-import-history.ts'
import { createSqliteSourceStore } from '../store/sqlite/sqlite-source-store.ts'
import { temporaryDatabase } from '../store/sqlite/temporary-database.ts'
import type { AgendaStore } from './agenda-store.ts'
import type { ImportHistory } from './import-history.ts'
import { importRoutes } from './import-routes.ts'
import { createAgendaRefresh } from './refresh-agendas.ts'
import { sourceRoutes } from './source-routes.ts'

const URL_OF_TABLE = 'https://example.org/plan.csv'
const TABLE = `Thema;Wann;Wo
Nebel;05/06/2027 10:00;Saal 1
Mittag;05/06/2027 12:00;Mensa`
const COLUMNS = { title: 'Thema', start: 'Wann', room: '3' }

let base: Awaited<ReturnType<typeof temporaryDatabase>>
let app: FastifyInstance
let store: AgendaStore
let history: ImportHistory
let clock: TestClock
let served: string
let refresh: ReturnType<typeof createAgendaRefresh>

beforeEach(async () => {
  base = await temporaryDatabase()
  store = createSqliteAgendaStore(base.database)
  history = createSqliteImportHistory(base.database)
  await store.addEvent({ slug: 'graz', title: 'Graz', timeZone: 'Europe/Vienna' }, null, 1)
  clock = new TestClock()
  served = TABLE
  const sources = createSqliteSourceStore(base.database)
  const parts = { store, history, sources, now: () => clock.now(), requireOrganiser: async () => {} }
  app = fastify(serverOptions('silent'))
  addApiErrors(app)
  await app.register(importRoutes, {
    ...parts,
    noterOf: async () => byTheClock({ event: null, pad: null }, 0),
    fetchAgenda: async () => ({ text: served, problems: [] }),
  })
  await app.register(sourceRoutes, parts)
  refresh = createAgendaRefresh({
    ...{ store, history, sources, clock },
    fetchIfChanged: async () => ({
      ...{ is: 'fetched', agenda: { text: served, problems: [] } },
      validators: { etag: null, lastModified: null },
    }),
    failed: (error) => {
      throw error
    },
  })
  refresh.start()
})
afterEach(async () => {
  await refresh.stop()
  await app.close()
  await base.remove()
})

async function ask<Body>(method: 'POST' | 'PUT' | 'GET', path: string, payload?: object) {
  const response = await app.inject({ method, url: `/events/graz/${path}`, ...(payload && { payload }) })
  return { status: response.statusCode, body: response.json() as Body }
}
const importing = (wish: object) => ask<ImportReport>('POST', 'imports', wish)
const sessions = async () => (await store.sessions('graz')).map(({ title, start, room }) => ({ title, start, room }))
const looksAgain = async () => {
  for (let halfMinutes = 0; halfMinutes < 2; halfMinutes += 1) {
    await clock.pass(30_000)
    await refresh.looked()
  }
}
const NEBEL = { title: 'Nebel', start: '2027-06-05T08:00:00Z', room: 'Saal 1' }

test('a table whose headings say too little is shown, refused, and read as somebody says', async () => {
  const dry = await importing({ text: TABLE, dryRun: true })
  expect(dry.status).toBe(200)
  expect(dry.body).toMatchObject({ sessions: 0, changes: [], refusal: { code: 'agenda-unreadable' } })
  expect(dry.body.table?.columns).toEqual([
    { heading: 'Thema', means: null, examples: ['Nebel', 'Mittag'] },
    { heading: 'Wann', means: null, examples: ['05/06/2027 10:00', '05/06/2027 12:00'] },
    { heading: 'Wo', means: null, examples: ['Saal 1', 'Mensa'] },
  ])
  expect(await importing({ text: TABLE, confirm: true })).toMatchObject({
    status: 422,
    body: { code: 'agenda-unreadable' },
  })

  const said = await importing({ text: TABLE, columns: COLUMNS, dayOrder: 'month first', dryRun: true })
  expect(said.body).toMatchObject({ sessions: 2, added: 2, refusal: null })
  expect(said.body.table).toMatchObject({
    columns: [{ means: 'title' }, { means: 'start' }, { means: 'room' }],
    dates: { order: 'month first', example: '05/06/2027', days: { 'day first': '2027-06-05' } },
  })
  expect(await sessions()).toEqual([])
  const done = await importing({ text: TABLE, columns: COLUMNS, dayOrder: 'day first' })
  expect(done.body.table).toBeUndefined()
  expect(await sessions()).toMatchObject([NEBEL, { title: 'Mittag', room: 'Mensa' }])
})

test('what is no table is refused in a dry run too, and a meaning that there is not is named', async () => {
  expect((await importing({ text: 'no agenda at all', dryRun: true })).status).toBe(422)
  const wrong = await importing({ text: TABLE, columns: { titel: 'Thema' }, dryRun: true })
  expect(wrong.status).toBe(400)
  expect((await importing({ text: TABLE, dayOrder: 'year first', dryRun: true })).status).toBe(400)
})

test('a refresh reads the table as it was read when somebody imported it', async () => {
  await importing({ url: URL_OF_TABLE, columns: COLUMNS, dayOrder: 'day first' })
  const set = await ask<AgendaSource>('PUT', 'source', { url: URL_OF_TABLE, everyMinutes: 30 })
  expect(set.body).toMatchObject({ columns: COLUMNS, dayOrder: 'day first' })
  served = TABLE.replace('Saal 1', 'Saal 2')
  await looksAgain()
  expect((await ask<AgendaSource>('GET', 'source')).body.said).toBe('The feed has changed and was imported.')
  expect(await sessions()).toMatchObject([{ ...NEBEL, room: 'Saal 2' }, { title: 'Mittag' }])
  expect((await importing({ url: URL_OF_TABLE, dryRun: true })).body).toMatchObject({ unchanged: 2, refusal: null })
})

test('what is said anew counts for the refresh too, and for a feed that waits', async () => {
  await ask('PUT', 'source', { url: URL_OF_TABLE, everyMinutes: 30, columns: { title: 'Wo', start: 'Wann' } })
  await importing({ url: URL_OF_TABLE, columns: COLUMNS, dayOrder: 'day first' })
  expect((await ask('GET', 'source')).body).toMatchObject({ columns: COLUMNS })
  served = TABLE.split('\n').slice(0, 1).join('\n')
  await looksAgain()
  const [waits] = await history.imports('graz', 1)
  expect(waits).toMatchObject({ state: 'waiting' })
  served = TABLE
  const shown = await importing({ import: waits?.id, dryRun: true })
  expect(shown.body).toMatchObject({ missing: 2, refusal: { code: 'agenda-empty' } })
  await ask('PUT', 'source', { url: 'https://example.org/other.csv', everyMinutes: 30 })
  expect((await ask<AgendaSource>('GET', 'source')).body.columns).toBeUndefined()
})
