import { CLOSE } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'
import { type StockClient, stockClient } from '../testing/stock-client.ts'

const ORGANISER = { authorization: `Bearer ${ORGANISER_KEY}` }

let server: RunningApp
const guests: StockClient[] = []

beforeEach(async () => {
  server = await runApp()
  await server.api('POST', '/pads', { name: 'edge', text: 'before' })
})
afterEach(async () => {
  for (const guest of guests.splice(0)) guest.leaves()
  await server.end()
})

async function comes(): Promise<StockClient> {
  const guest = await stockClient(server.url, 'edge')
  guests.push(guest)
  return guest
}

const closed = ({ provider }: StockClient) =>
  new Promise<number>((resolve) => provider.once('connection-close', (event) => resolve(event?.code ?? 0)))

const freeze = () => server.api('POST', '/pads/edge/freeze', undefined, ORGANISER)
const thaw = () => server.api('POST', '/pads/edge/thaw', undefined, ORGANISER)
const text = async () => (await fetch(`${server.url}/api/v1/pads/edge/text`)).text()

describe('Freezing a pad over the HTTP API', () => {
  it('answers the pad, with the time since when, which stays when it is asked again', async () => {
    const before = Date.now()
    const { status, body } = await freeze()
    expect(status).toBe(200)
    expect(body).toMatchObject({ name: 'edge', url: `${server.url}/p/edge`, revision: 1 })
    expect(Date.parse(String(body.frozenAt))).toBeGreaterThanOrEqual(before)
    expect(await freeze()).toMatchObject({ status: 200, body: { frozenAt: body.frozenAt } })
    expect((await server.api('GET', '/pads/edge')).body.frozenAt).toBe(body.frozenAt)
  })

  it('closes whoever writes with 4403 and leaves the readers, on connections that are open', async () => {
    const [writer, reader] = [await comes(), await comes()]
    await freeze()
    const end = closed(writer)
    writer.writes('after')
    expect(await end).toBe(CLOSE.notAllowed)
    expect(await text()).toBe('before\n')
    expect(reader.provider.wsconnected).toBe(true)
    expect(reader.lines()).toEqual(['before'])
  })

  it('lasts over a restart', async () => {
    const { body } = await freeze()
    server = await server.restart()
    expect((await server.api('GET', '/pads/edge')).body.frozenAt).toBe(body.frozenAt)
    const writer = await comes()
    const end = closed(writer)
    writer.writes('after')
    expect(await end).toBe(CLOSE.notAllowed)
  })

  it('ends with a thaw, also for those who stayed', async () => {
    const [writer, reader] = [await comes(), await comes()]
    await freeze()
    expect(await thaw()).toMatchObject({ status: 200, body: { name: 'edge', frozenAt: null } })
    expect(await thaw()).toMatchObject({ status: 200, body: { frozenAt: null } })
    writer.writes('after')
    await reader.sees('after')
    expect(await text()).toBe('before\nafter\n')
  })

  it('is known to the page before any script has run', async () => {
    const { body } = await freeze()
    const { data } = await server.page('/p/edge')
    expect(data).toMatchObject({ page: 'pad', pad: { frozenAt: body.frozenAt } })
  })

  it('is offered by the page to organisers alone', async () => {
    const { headers } = await fetch(`${server.url}/organiser?key=${ORGANISER_KEY}`, { redirect: 'manual' })
    const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await server.page('/p/edge', { headers: { cookie } })).data).toMatchObject({ role: 'organiser' })
    expect((await server.page('/p/edge')).data).toMatchObject({ role: 'editor' })
    const frozen = await server.api('POST', '/pads/edge/freeze', undefined, { cookie, origin: server.url })
    expect(frozen).toMatchObject({ status: 200, body: { name: 'edge' } })
  })

  it.each(['freeze', 'thaw'])('is for organisers: nobody else may %s', async (what) => {
    const cookie = (await server.api('GET', '/me')).headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const refused = await server.api('POST', `/pads/edge/${what}`, undefined, { cookie })
    expect(refused).toMatchObject({ status: 401, body: { code: 'organiser-only' } })
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect((await server.api('GET', '/pads/edge')).body.frozenAt).toBeNull()
  })

  it.each(['freeze', 'thaw'])('names a pad that is not there, and makes none: %s', async (what) => {
    const refused = await server.api('POST', `/pads/egde/${what}`, undefined, ORGANISER)
    expect(refused).toMatchObject({ status: 404, body: { code: 'no-such-pad' } })
    expect(await server.pads.find('egde')).toBeUndefined()
  })

  it('is described', async () => {
    const { body } = await server.api('GET', '/openapi.json')
    for (const what of ['freeze', 'thaw']) {
      expect(body).toHaveProperty(['paths', `/api/v1/pads/{pad}/${what}`, 'post', 'security'], [{ organiser: [] }])
    }
  })
})
