import { afterEach, beforeEach, expect, test } from 'vitest'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'

let app: RunningApp

beforeEach(async () => {
  app = await runApp()
  await app.api('POST', '/pads', { name: 'edge', title: 'Edge', markdown: '# Goals\n\n- find **operators**' })
})
afterEach(() => app.end())

test('tells who made which revision, what it held and with which authors', async () => {
  const { body } = await app.api('GET', '/pads/edge/revisions')
  expect(body).toMatchObject({ newest: 1, revisions: [{ number: 1, label: null }], next: null })
  const stretch = await app.api('GET', '/pads/edge/history')
  expect(stretch.body).toMatchObject({ newest: 1, first: { number: 1, by: 0 }, steps: [] })
  expect(JSON.stringify(stretch.body)).toContain('class=\\"written\\"')
  const marks = await app.api('GET', '/pads/edge/revisions/marks')
  expect(marks.body).toMatchObject({
    marks: [
      { is: 'writing', revision: 1 },
      { is: 'joined', revision: 1 },
    ],
  })
})

test.each(['0', '2', '0.5', '1e300', 'x', '-1'])('says that there is no revision %s', async (number) => {
  expect(await app.api('GET', `/pads/edge/history?from=${number}`)).toMatchObject({
    status: 404,
    body: { code: 'no-such-revision' },
  })
  expect((await app.page(`/p/edge/${number}/export/txt`)).data).toMatchObject({ page: 'error', status: 404 })
})

test('answers no more than a stretch may have', async () => {
  for (const wish of ['frames=201', 'frames=0', 'by=0', 'frames=200&by=1000']) {
    expect(await app.api('GET', `/pads/edge/history?${wish}`)).toMatchObject({
      status: 400,
      body: { code: 'too-many-revisions' },
    })
  }
})

test('gives a revision as text, Markdown, HTML and data', async () => {
  const file = async (type: string) => await (await fetch(`${app.url}/p/edge/1/export/${type}`)).text()
  expect(await file('txt')).toBe('Goals\n* find operators\n')
  expect(await file('md')).toContain('- find **operators**')
  expect(await file('html')).toContain('<h1>Goals</h1>')
  const data = JSON.parse(await file('json'))
  expect(data).toMatchObject({
    revision: { number: 1 },
    document: { blocks: [{ kind: 'heading' }, { kind: 'bullet' }] },
  })
  expect(data.credits[1]).toMatchObject([{ from: 0, to: 14, author: data.people[0].id, verified: true }])
  const now = await fetch(`${app.url}/p/edge/export/md`)
  expect(now.headers.get('content-disposition')).toContain('edge-1.md')
  expect((await app.page('/p/edge/1/export/exe')).data).toMatchObject({ status: 404 })
})

test('saves a revision under a label, which everybody finds in the lists, and takes it away again', async () => {
  const saved = await app.api('POST', '/pads/edge/saved', { label: ' Before\nlunch ' })
  expect(saved).toMatchObject({ status: 201, body: { revision: 1, label: 'Before lunch' } })
  expect((await app.api('GET', '/pads/edge/revisions')).body).toMatchObject({ revisions: [{ label: 'Before lunch' }] })
  expect((await app.page('/p/edge/timeslider')).data).toMatchObject({
    page: 'timeslider',
    marks: [{ is: 'writing' }, { is: 'joined' }, { is: 'saved', label: 'Before lunch' }],
  })
  expect(await app.api('POST', '/pads/edge/saved', { revision: 2 })).toMatchObject({ status: 404 })
  const others = await app.api('DELETE', '/pads/edge/saved/1').catch(() => undefined)
  expect(others?.status).toBe(401)
  const key = { authorization: `Bearer ${ORGANISER_KEY}` }
  await fetch(`${app.url}/api/v1/pads/edge/saved/1`, { method: 'DELETE', headers: key })
  expect((await app.api('GET', '/pads/edge/revisions')).body).toMatchObject({ revisions: [{ label: null }] })
})

test('saves nothing in a frozen pad, and says so', async () => {
  const key = { authorization: `Bearer ${ORGANISER_KEY}` }
  await app.api('POST', '/pads/edge/freeze', undefined, key)
  expect(await app.api('POST', '/pads/edge/saved', { label: 'Too late' })).toMatchObject({
    status: 403,
    body: { code: 'pad-frozen' },
  })
})

test('tells nothing of a closed pad to those who may not read it', async () => {
  const key = { authorization: `Bearer ${ORGANISER_KEY}` }
  await app.api('PUT', '/pads/edge/access', { access: 'closed' }, key)
  for (const path of ['/revisions', '/revisions/marks', '/history', '/saved'])
    expect((await app.api('GET', `/pads/edge${path}`)).status).toBe(403)
  for (const path of ['/timeslider', '/export/txt', '/1/export/json'])
    expect((await app.page(`/p/edge${path}`)).data).toMatchObject({ page: 'error', status: 403 })
})
