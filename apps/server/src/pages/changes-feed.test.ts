import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'
import { type StockClient, stockClient } from '../testing/stock-client.ts'

const ORGANISER = { authorization: `Bearer ${ORGANISER_KEY}` }

let server: RunningApp
let guest: StockClient

beforeEach(async () => {
  server = await runApp()
  await server.api('POST', '/pads', { name: 'edge', title: 'Edge & more', text: 'before' })
  guest = await stockClient(server.url, 'edge')
})
afterEach(async () => {
  guest.leaves()
  await server.end()
})

const feed = (headers: Record<string, string> = {}) => fetch(`${server.url}/p/edge/changes.atom`, { headers })
const text = async () => (await fetch(`${server.url}/api/v1/pads/edge/text`)).text()

async function writes(words: string): Promise<void> {
  guest.writes(words)
  while (!(await text()).includes(words)) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('The feed of a pad', () => {
  it('tells bursts of changes: who, when, what came, and where to see all of it', async () => {
    await writes('a <script> & more')
    const answer = await feed()
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const atom = await answer.text()
    expect(atom).toContain('<title>Changes: Edge &amp; more</title>')
    expect(atom).toContain(`<id>${server.url}/p/edge/changes.atom</id>`)
    expect(atom.match(/<entry>/g)).toHaveLength(1)
    expect(atom).toMatch(/<author><name>Guest \w+<\/name><\/author>/)
    expect(atom).toMatch(/<updated>\d{4}-\d\d-\d\dT[\d:.]+Z<\/updated>/)
    expect(atom).toContain(`href="${server.url}/p/edge/changes?from=0&#38;to=`)
    expect(atom).toContain('&lt;ins&gt;a &amp;#60;script&amp;#62; &amp;#38; more&lt;/ins&gt;')
    expect(atom).not.toContain('<script>')
  })

  it('is not sent twice to who has it, and is new when somebody writes', async () => {
    const first = await feed()
    const etag = first.headers.get('etag') ?? ''
    expect((await feed({ 'if-none-match': etag })).status).toBe(304)
    await writes('after')
    // It is made anew every two seconds.
    await expect
      .poll(async () => (await feed({ 'if-none-match': etag })).status, { timeout: 10_000, interval: 200 })
      .toBe(200)
  })

  it('is for those who may read the pad, and for pads that there are', async () => {
    await server.api('PUT', '/pads/edge/access', { access: 'closed' }, ORGANISER)
    expect((await feed()).status).toBe(403)
    expect((await fetch(`${server.url}/p/egde/changes.atom`)).status).toBe(404)
  })
})
