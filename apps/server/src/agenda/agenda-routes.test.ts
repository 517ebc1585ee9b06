import type { SessionWithActivity } from '@forumpad/api'
import fastify, { type FastifyInstance, type InjectOptions } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addApiErrors } from '../http/api-errors.ts'
import { createOrganiser } from '../http/organiser.ts'
import { byTheClock } from '../noter.ts'
import { createSqliteAgendaStore } from '../store/sqlite/sqlite-agenda-store.ts'
import { createSqliteImportHistory } from '../store/sqlite/sqlite-import-history.ts'
import { createSqliteSourceStore } from '../store/sqlite/sqlite-source-store.ts'
import { temporaryDatabase } from '../store/sqlite/temporary-database.ts'
import { AgendaNotFetched } from './agenda-not-fetched.ts'
import { eventRoutes } from './agenda-routes.ts'
import { importRoutes } from './import-routes.ts'
import { agendaText } from './testing/agenda-text.ts'

const KEY = 'the key of the organiser'
const BOSTON = { slug: 'bos', title: 'Boston', timeZone: 'America/New_York' }
const FEED = agendaText([{ uid: 'fog', title: 'Fog and edge', start: '20170509T144000', end: '20170509T152000' }])

let base: Awaited<ReturnType<typeof temporaryDatabase>>
let app: FastifyInstance
beforeEach(async () => {
  base = await temporaryDatabase()
  app = fastify()
  addApiErrors(app)
  const parts = {
    store: createSqliteAgendaStore(base.database),
    now: () => 1000,
    requireOrganiser: createOrganiser(KEY.replaceAll(' ', '-')).requireOrganiser,
  }
  await app.register(eventRoutes, {
    ...parts,
    activity: async (pads) =>
      new Map(pads.map((pad) => [pad, { words: 7, revisions: 2, changedAt: null, present: [], presentCount: 0 }])),
  })
  await app.register(importRoutes, {
    ...parts,
    history: createSqliteImportHistory(base.database),
    sources: createSqliteSourceStore(base.database),
    noterOf: async () => byTheClock({ event: null, pad: null }, 0),
    async fetchAgenda(url) {
      if (url === 'https://example.org/agenda.ics') return { text: FEED, problems: ['It was read as Windows-1252.'] }
      throw new AgendaNotFetched('example.org answered 404.')
    },
  })
})
afterEach(async () => {
  await app.close()
  await base.remove()
})

async function ask(method: InjectOptions['method'], url: string, body?: object, key = KEY) {
  const headers = { authorization: `Bearer ${key.replaceAll(' ', '-')}` }
  const response = await app.inject({ method, url, headers, ...(body && { payload: body }) })
  return { status: response.statusCode, type: response.headers['content-type'], body: response.json() }
}
const making = (event: object = BOSTON) => ask('POST', '/events', event)
const importing = (body: object, event = 'bos') => ask('POST', `/events/${event}/imports`, body)

describe('events', () => {
  test('are made by organisers and seen by everybody', async () => {
    expect(await making()).toMatchObject({ status: 201, body: BOSTON })
    expect(await ask('GET', '/events', undefined, 'none')).toMatchObject({
      status: 200,
      body: [{ slug: 'bos', sessions: 0 }],
    })
    expect(await ask('GET', '/events/bos', undefined, 'none')).toMatchObject({ status: 200, body: BOSTON })
  })

  test('are made once, with a slug and a zone that can be used', async () => {
    await making()
    expect(await making()).toMatchObject({ status: 409, body: { code: 'event-exists' } })
    expect(await making({ ...BOSTON, slug: 'Bad Slug' })).toMatchObject({
      status: 400,
      body: { code: 'invalid-request' },
    })
    expect(await making({ ...BOSTON, slug: 'mars', timeZone: 'Mars/Phobos' })).toMatchObject({
      status: 400,
      type: expect.stringMatching(/^application\/problem\+json/),
      body: {
        code: 'unknown-time-zone',
        detail: '"Mars/Phobos" is not a time zone; a good one looks like America/New_York.',
      },
    })
  })

  test('that are not there are a 404', async () => {
    expect(await ask('GET', '/events/none')).toMatchObject({ status: 404, body: { code: 'no-such-event' } })
    expect(await ask('GET', '/events/none/sessions')).toMatchObject({ status: 404 })
    expect(await importing({ text: FEED }, 'none')).toMatchObject({ status: 404 })
  })

  test('nobody but an organiser makes or imports anything', async () => {
    await making()
    expect(await ask('POST', '/events', BOSTON, 'other')).toMatchObject({
      status: 401,
      body: { code: 'organiser-only' },
    })
    expect(await ask('POST', '/events/bos/imports', { text: FEED }, 'other')).toMatchObject({ status: 401 })
  })
})

describe('imports', () => {
  beforeEach(() => making())

  test('of a text: the report, and the sessions with what happens in their pads', async () => {
    expect(await importing({ text: FEED })).toMatchObject({
      status: 200,
      body: { id: 1, format: 'iCalendar', sessions: 1, added: 1, problems: [expect.stringMatching(/no time zone/)] },
    })
    expect(await ask('GET', '/events/bos/sessions', undefined, 'none')).toMatchObject({
      status: 200,
      body: [
        {
          session: { event: 'bos', title: 'Fog and edge', start: '2017-05-09T18:40:00Z', pad: 'bos-fog-and-edge' },
          activity: { words: 7, revisions: 2 },
        },
      ],
    })
    expect(await importing({ text: FEED })).toMatchObject({ body: { id: null, added: 0, unchanged: 1 } })
  })

  test('of a description: lists may leave it out', async () => {
    await importing({ text: FEED.replace('SUMMARY:', 'DESCRIPTION:Long words\nSUMMARY:') })
    const described = async (query: string) => {
      const { body } = await ask('GET', `/events/bos/sessions${query}`)
      return (body as SessionWithActivity[]).map(({ session }) => session.description)
    }
    expect(await described('')).toEqual(['Long words'])
    expect(await described('?descriptions=false')).toEqual([null])
    expect(await ask('GET', '/events/bos/sessions?descriptions=maybe')).toMatchObject({ status: 400 })
  })

  test('of an address: what was odd about it comes first', async () => {
    const report = await importing({ url: 'https://example.org/agenda.ics', dryRun: true })
    expect(report).toMatchObject({ status: 200, body: { id: null, added: 1 } })
    expect(report.body.problems).toEqual(['It was read as Windows-1252.', expect.stringMatching(/no time zone/)])
    expect((await ask('GET', '/events/bos/sessions')).body).toEqual([])
  })

  test('are undone by their number, the last one first', async () => {
    const { id } = (await importing({ text: FEED })).body
    const undoing = async (key = KEY) => {
      const headers = { authorization: `Bearer ${key.replaceAll(' ', '-')}` }
      return (await app.inject({ method: 'DELETE', url: `/events/bos/imports/${id}`, headers })).statusCode
    }
    expect(await undoing('other')).toBe(401)
    expect(await undoing()).toBe(204)
    expect(await undoing()).toBe(404)
    expect((await ask('GET', '/events/bos/sessions')).body).toEqual([])
  })

  test.each([
    [{}, 400, 'invalid-request', /either "url" or "text"/],
    [{ url: 'https://example.org/', text: FEED }, 400, 'invalid-request', /and not both/],
    [{ url: 'https://example.org/missing' }, 422, 'agenda-not-fetched', /answered 404/],
    [{ text: '<html></html>' }, 422, 'agenda-unreadable', /This is a web page/],
    [{ text: '' }, 422, 'agenda-unreadable', /The feed is empty/],
    [{ text: agendaText([]) }, 422, 'agenda-empty', /No session could be read/],
    [{ text: 'x'.repeat(50 * 1024 * 1024) }, 422, 'agenda-unreadable', /The feed is too large: 50 MB/],
  ])('that cannot be: case %#', async (body, status, code, detail) => {
    expect(await importing(body)).toMatchObject({
      status,
      type: expect.stringMatching(/^application\/problem\+json/),
      body: { code, detail: expect.stringMatching(detail) },
    })
  })
})
