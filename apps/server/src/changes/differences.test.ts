import type { TextDifferences } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'
import { type StockClient, stockClient } from '../testing/stock-client.ts'

const KEY = { authorization: `Bearer ${ORGANISER_KEY}` }

type Writer = StockClient & { id: string }

let server: RunningApp
let ada: Writer
let grace: Writer

beforeEach(async () => {
  server = await runApp()
  await server.api('POST', '/pads', { name: 'edge', markdown: '# Goals\n\nwe meet on Monday\n\n- one\n- two' }, KEY)
  ada = await comes('Ada')
  grace = await comes('Grace')
})
afterEach(async () => {
  ada.leaves()
  grace.leaves()
  await server.end()
})

async function comes(name: string): Promise<Writer> {
  const cookie = (await server.api('GET', '/me')).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { body } = await server.api('PATCH', '/me', { name }, { cookie, origin: server.url })
  return { ...(await stockClient(server.url, 'edge', { cookie })), id: String(body.id) }
}

const root = ({ doc }: StockClient) => doc.getXmlFragment('default')
const textIn = (who: StockClient, line: number) => (root(who).get(line) as Y.XmlElement).get(0) as Y.XmlText

/** Waits until a change is stored; gives its revision. */
async function does(who: StockClient, change: () => void): Promise<number> {
  const before = await newest()
  who.doc.transact(change)
  while ((await newest()) === before) await new Promise((resolve) => setTimeout(resolve, 5))
  for (const other of [ada, grace]) {
    while (other.lines().join() !== who.lines().join()) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return newest()
}

const newest = async () => Number((await server.api('GET', '/pads/edge')).body.revision)

async function differences(query: string): Promise<TextDifferences> {
  const { status, body } = await server.api('GET', `/pads/edge/differences?${query}`)
  expect(status).toBe(200)
  return body as unknown as TextDifferences
}

describe('Differences over the HTTP API', () => {
  it('say what came and went, word by word, and who did it', async () => {
    const first = await newest()
    await does(ada, () => {
      textIn(ada, 1).delete(11, 6)
      textIn(ada, 1).insert(11, 'Tuesday')
    })
    await does(grace, () => {
      root(grace).delete(2, 1)
      ;(root(grace).get(0) as Y.XmlElement).setAttribute('level', 2 as unknown as string)
    })
    grace.writes('more')
    await grace.sees('more')
    while ((await differences(`from=${first}`)).changes.length < 4)
      await new Promise((resolve) => setTimeout(resolve, 5))

    const { people, changes } = await differences(`from=${first}`)
    expect(people.map(({ name }) => name)).toEqual(['Grace', 'Ada'])
    expect(changes.map(({ is, before, after, text, by }) => ({ is, before, after, text, by }))).toEqual([
      { is: 'changed', before: 1, after: 1, text: 'Goals', by: [grace.id] },
      { is: 'changed', before: 2, after: 2, text: 'we meet on Tuesday', by: [ada.id] },
      { is: 'removed', before: 3, after: null, text: '* one', by: [grace.id] },
      { is: 'added', before: null, after: 4, text: 'more', by: [grace.id] },
    ])
    expect(changes[0]?.shape).toMatchObject({ before: { level: 1 }, after: { level: 2 } })
    expect(changes[1]?.words).toEqual([
      { is: 'kept', text: 'we meet on ', by: null },
      { is: 'removed', text: 'Monday', by: ada.id },
      { is: 'added', text: 'Tuesday', by: ada.id },
    ])
    const only = await differences(`from=${first}&author=${ada.id}`)
    expect(only.changes).toEqual([changes[1]])
    expect((await differences(`from=${first}&to=${first + 1}`)).changes).toEqual([changes[1]])
  })

  it('from 0 are all that was written', async () => {
    expect((await differences('from=0')).changes.map(({ is, text }) => `${is} ${text}`)).toEqual([
      'added Goals',
      'added we meet on Monday',
      'added * one',
      'added * two',
    ])
  })

  it.each([
    ['', 400, 'invalid-request'],
    ['from=-1', 400, 'invalid-request'],
    ['from=1.5', 400, 'invalid-request'],
    ['from=1&to=1', 400, 'invalid-request'],
    ['from=1&to=0', 400, 'invalid-request'],
    ['from=0&to=99', 404, 'no-such-revision'],
    ['from=0&to=999999999999999', 404, 'no-such-revision'],
  ])('of nothing that there is are refused: %s', async (query, status, code) => {
    expect(await server.api('GET', `/pads/edge/differences?${query}`)).toMatchObject({ status, body: { code } })
  })

  it('of a closed pad are nobody’s business', async () => {
    await server.api('PUT', '/pads/edge/access', { access: 'closed' }, KEY)
    const answer = await server.api('GET', '/pads/edge/differences?from=0')
    expect(answer).toMatchObject({ status: 403, body: { code: 'closed-pad' } })
    expect((await fetch(`${server.url}/p/edge/changes`)).status).toBe(403)
  })
})

describe('The page of changes', () => {
  const page = (query: string, headers: Record<string, string> = KEY) =>
    server.page(`/p/edge/changes${query}`, { headers })

  it('shows the text with what came and went, and whose it is', async () => {
    const first = await newest()
    await does(ada, () => textIn(ada, 1).insert(17, ' <b>all</b>'))
    const { status, data } = await page(`?from=${first}`)
    expect(status).toBe(200)
    expect(data).toMatchObject({ page: 'changes', places: 1, role: 'organiser', only: null, changers: [{ places: 1 }] })
    const html = 'html' in data ? data.html : ''
    expect(html).toMatch(/Changed by <b data-hue="\d+" dir="auto">Ada<\/b>/)
    expect(html).toMatch(/we meet on Monday<ins data-hue="\d+" title="Ada"> &lt;b&gt;all&lt;\/b&gt;<\/ins>/)
    expect((await page(`?from=${first}&author=nobody`)).data).toMatchObject({ places: 0, only: { id: 'nobody' } })
    expect((await page('?from=&to=')).data).toMatchObject({ from: { revision: 0, at: null } })
    expect((await page('?from=x')).status).toBe(400)
    expect((await page('?from=99&to=100')).status).toBe(404)
  })

  it('has a form for moderators that restores, without a script, and shows what that changed', async () => {
    const first = await newest()
    const second = await does(ada, () => root(ada).delete(0, 4))
    const form = { method: 'POST', headers: { ...KEY, 'content-type': 'application/x-www-form-urlencoded' } }
    const { status, headers } = await server.page(`/p/edge/restore/${first}`, form)
    expect([status, headers.get('location')]).toEqual([303, `/p/edge/changes?from=${second}&to=${second + 1}`])
    expect(await (await fetch(`${server.url}/api/v1/pads/edge/text`)).text()).toContain('we meet on Monday')
    const refused = await server.page(`/p/edge/restore/${second}`, { method: 'POST' })
    expect(refused.status).toBe(401)
  })

  it('has a form for moderators that undoes everything of one person, and says what was left', async () => {
    const first = await newest()
    await does(grace, () => root(grace).delete(0, 2))
    const last = await does(ada, () => textIn(ada, 0).insert(3, ' and more'))
    const address = `/p/edge/undo-person/${grace.id}/${first}/${last}`
    expect((await server.page(address, { method: 'POST' })).status).toBe(401)
    const { status, headers } = await server.page(address, { method: 'POST', headers: KEY })
    expect([status, headers.get('location')]).toEqual([303, `/p/edge/changes?from=${last}&to=${last + 1}`])
    expect(await (await fetch(`${server.url}/api/v1/pads/edge/text`)).text()).toBe(
      'Goals\nwe meet on Monday\n* one and more\n* two\n',
    )
    expect((await page(`?from=${last}&left=1.2`)).data).toMatchObject({ left: { shared: 1, already: 2 } })
    for (const span of ['2/1', 'x/1', '0/99', '0/1.5'])
      expect((await server.page(`/p/edge/undo-person/x/${span}`, { method: 'POST', headers: KEY })).status).toBe(404)
  })
})
