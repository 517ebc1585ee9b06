import { settled, TestClock } from '@forumpad/sync/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'
import { stockClient } from '../testing/stock-client.ts'
import { agendaText, type Talk } from './testing/agenda-text.ts'

const fog: Talk = { uid: 'fog', title: 'Fog', room: '101', padName: 'fog' }
const nfv: Talk = { uid: 'nfv', title: 'NFV', room: '102', start: '20170509T200000Z', end: '20170509T210000Z' }
const helm: Talk = { uid: 'helm', title: 'Helm', room: '103', start: '20170509T220000Z', end: '20170509T230000Z' }
/** The id of Fog on another session, and Fog under an unknown one. */
const reused = [{ ...fog, title: 'Object storage' }, { ...fog, uid: 'other' }, nfv, helm]

let app: RunningApp
beforeEach(async () => {
  app = await runApp()
  await ask('POST', '/events', { slug: 'bos', title: 'Boston', timeZone: 'America/New_York' })
})
afterEach(() => app.end())

const ask = (method: string, path: string, body?: unknown, key = ORGANISER_KEY) =>
  app.api(method, path, body, { authorization: `Bearer ${key}` })
const importing = async (talks: Talk[], wish = {}) =>
  (await ask('POST', '/events/bos/imports', { text: agendaText(talks), ...wish })).body
const taking = async (id: unknown) =>
  (
    await fetch(`${app.url}/api/v1/events/bos/imports/${id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${ORGANISER_KEY}` },
    })
  ).status
/** Writes a line in a pad and waits until it is on the disk. */
async function writing(pad: string, line: string): Promise<void> {
  const ada = await stockClient(app.url, pad)
  const grace = await stockClient(app.url, pad)
  ada.writes(line)
  await grace.sees(line)
  ada.leaves()
  grace.leaves()
}
const linesOf = async (pad: string) => {
  const reader = await stockClient(app.url, pad)
  const lines = reader.lines()
  reader.leaves()
  return lines
}

test('notes stay at their address with their session, through every import, by hand and back', async () => {
  await importing([fog, nfv, helm])
  await writing('fog', 'Fog is low cloud.')
  const before = await linesOf('fog')

  expect(await importing([{ ...fog, title: 'Fog and edge', uid: 'changed' }, nfv])).toMatchObject({ missing: 1 })
  await importing([helm], { confirm: true })
  expect(await importing([fog, nfv, helm])).toMatchObject({ added: 0, missing: 0 })
  expect(await linesOf('fog')).toEqual(before)
  expect((await app.agenda.sessionOfPad('fog'))?.title).toBe('Fog')

  const list = (await ask('GET', '/events/bos/imports')).body as unknown as { id: number; undoable: boolean }[]
  for (const { id } of list) expect(await taking(id)).toBe(204)
  expect(await linesOf('fog')).toEqual(before)
  expect(await app.agenda.sessions('bos')).toMatchObject([{ pad: 'fog', state: 'missing' }])
})

test('what is unclear is seen in a dry run, decided in the next call, and listed', async () => {
  await importing([fog, nfv, helm])
  await writing('fog', 'Fog is low cloud.')
  const dry = await importing(reused, { dryRun: true })
  const unclear = (dry.changes as { kinds: string[]; incoming: string; candidates: { session: string }[] }[]).filter(
    ({ kinds }) => kinds.includes('unclear'),
  )
  expect(unclear.map(({ incoming }) => incoming)).toEqual(['fog', 'other'])
  const wrong = await ask('POST', '/events/bos/imports', {
    text: agendaText(reused),
    decisions: [{ incoming: 'fog', session: 'nobody' }],
  })
  expect(wrong).toMatchObject({ status: 422, body: { code: 'impossible-decision' } })

  const decisions = [{ incoming: 'other', session: unclear[0]?.candidates[0]?.session }]
  expect(await importing(reused, { decisions })).toMatchObject({ id: 2, added: 1, unclear: 0, missing: 0 })
  expect(await linesOf('fog')).toContain('Fog is low cloud.')
  expect((await app.agenda.sessionOfPad('fog'))?.title).toBe('Fog')

  const { status, body } = await ask('GET', '/events/bos/imports')
  expect(status).toBe(200)
  expect(body).toMatchObject([
    { id: 2, state: 'applied', by: 'organiser', added: 1, undoable: true },
    { id: 1, state: 'applied', added: 3, undoable: false },
  ])
  expect((await ask('GET', '/events/bos/imports/2')).body).toMatchObject({ id: 2, changes: [{ kinds: ['added'] }] })
  expect(await ask('GET', '/events/bos/imports/9')).toMatchObject({ status: 404, body: { code: 'no-such-import' } })
  expect(await ask('GET', '/events/bos/imports', undefined, 'another-key-altogether')).toMatchObject({ status: 401 })
})

test('a feed that waits is looked at, applied or dismissed by its number', async () => {
  await importing([fog, nfv, helm])
  const report = await app.importHistory.report('bos', 1)
  if (report === undefined) throw new Error('The import is not in the history.')
  const waits = (talks: Talk[]) =>
    app.importHistory.keepWaiting('bos', {
      ...{ at: 5, by: 'refresh', source: 'https://example.org/a.ics', text: agendaText(talks), why: 'It has shrunk.' },
      ...{ report, reading: null },
    })
  const id = await waits([fog])
  expect(await ask('POST', '/events/bos/imports', { import: id })).toMatchObject({
    status: 422,
    body: { code: 'agenda-shrunken' },
  })
  expect((await ask('POST', '/events/bos/imports', { import: id, dryRun: true })).body).toMatchObject({ missing: 2 })
  expect((await ask('POST', '/events/bos/imports', { import: id, confirm: true })).body).toMatchObject({ missing: 2 })
  expect(await ask('POST', '/events/bos/imports', { import: id })).toMatchObject({
    status: 404,
    body: { code: 'not-waiting' },
  })
  const { body } = await ask('GET', '/events/bos/imports')
  expect(body).toMatchObject([{ source: 'https://example.org/a.ics' }, { state: 'superseded' }, {}])
  expect(await taking(await waits([]))).toBe(204)
  expect((await ask('GET', '/events/bos/imports')).body).toMatchObject([{ state: 'dismissed' }, {}, {}, {}])
})

test('an event has one source, which only organisers see and set', async () => {
  const url = 'https://example.org/agenda.ics'
  expect(await ask('GET', '/events/bos/source')).toMatchObject({ status: 404, body: { code: 'no-source' } })
  const set = await ask('PUT', '/events/bos/source', { url, everyMinutes: null })
  expect(set).toMatchObject({
    status: 200,
    body: { url, everyMinutes: null, checkedAt: null, nextAt: null, said: null },
  })
  expect((await ask('GET', '/events/bos/source')).body).toEqual(set.body)
  expect(await ask('GET', '/events/bos/source', undefined, 'another-key-altogether')).toMatchObject({ status: 401 })
  for (const wrong of [{ url: 'file:///etc/passwd', everyMinutes: 30 }, { url, everyMinutes: 1 }, { url }]) {
    expect(await ask('PUT', '/events/bos/source', wrong)).toMatchObject({ status: 400 })
  }
})

test('the server looks by its clock, and says what came of it', async () => {
  await app.end()
  const clock = new TestClock()
  app = await runApp({}, { clock })
  await ask('POST', '/events', { slug: 'bos', title: 'Boston', timeZone: 'America/New_York' })
  // An address of this machine is refused: what matters here is that somebody looked.
  await ask('PUT', '/events/bos/source', { url: 'http://127.0.0.1:9/a.ics', everyMinutes: 30 })
  await clock.pass(30_000)
  for (let turn = 0; turn < 20; turn += 1) await settled()
  expect((await ask('GET', '/events/bos/source')).body).toMatchObject({
    said: expect.stringMatching(/inside a private network/),
    checkedAt: new Date(clock.now()).toISOString(),
  })
})

test('the calls are described', async () => {
  const { body } = await ask('GET', '/openapi.json')
  const paths = Object.keys(body.paths as object).filter((path) => /imports|source/.test(path))
  expect(paths.sort()).toEqual([
    '/api/v1/events/{event}/imports',
    '/api/v1/events/{event}/imports/{import}',
    '/api/v1/events/{event}/source',
  ])
})
