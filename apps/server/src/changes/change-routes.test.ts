import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'
import { type StockClient, stockClient } from '../testing/stock-client.ts'

const ORGANISER = { authorization: `Bearer ${ORGANISER_KEY}` }

let server: RunningApp
let guest: StockClient

beforeEach(async () => {
  server = await runApp()
  await server.api('POST', '/pads', { name: 'edge', text: 'before' })
  guest = await stockClient(server.url, 'edge')
})
afterEach(async () => {
  guest.leaves()
  await server.end()
})

const text = async () => (await fetch(`${server.url}/api/v1/pads/edge/text`)).text()
const restore = (revision: unknown, headers: Record<string, string> = ORGANISER, pad = 'edge') =>
  server.api('POST', `/pads/${pad}/restore`, { revision }, headers)

async function writes(words: string): Promise<number> {
  guest.writes(words)
  while (!(await text()).includes(words)) await new Promise((resolve) => setTimeout(resolve, 5))
  return Number((await server.api('GET', '/pads/edge')).body.revision)
}

describe('Restoring over the HTTP API', () => {
  it('makes the pad what it was, for those who have it open too, and can be undone', async () => {
    const newest = await writes('after')
    const done = await restore(1)
    expect(done).toMatchObject({ status: 200, body: { changed: true, before: newest, revision: newest + 1 } })
    expect(await text()).toBe('before\n')
    await restore(newest)
    expect(await text()).toBe('before\nafter\n')
    expect((await restore(newest)).body).toEqual({ changed: false, before: newest + 2, revision: newest + 2 })
    await guest.sees('after')
  })

  it('is for moderators: nobody else changes anything', async () => {
    const cookie = (await server.api('GET', '/me')).headers.getSetCookie()[0]?.split(';')[0] ?? ''
    await writes('after')
    expect(await restore(1, { cookie })).toMatchObject({ status: 401, body: { code: 'organiser-only' } })
    expect(await text()).toBe('before\nafter\n')
  })

  it('leaves a frozen pad as it is, and says so', async () => {
    await writes('after')
    await server.api('POST', '/pads/edge/freeze', undefined, ORGANISER)
    const refused = await restore(1)
    expect(refused).toMatchObject({ status: 403, body: { code: 'pad-frozen' } })
    expect(await text()).toBe('before\nafter\n')
  })

  it.each([
    [0, 400, 'invalid-request'],
    [1.5, 400, 'invalid-request'],
    ['1', 400, 'invalid-request'],
    [99, 404, 'no-such-revision'],
    [1e300, 404, 'no-such-revision'],
  ])('refuses revision %j', async (revision, status, code) => {
    expect(await restore(revision)).toMatchObject({ status, body: { code } })
    expect(await text()).toBe('before\n')
  })

  it('names a pad that is not there', async () => {
    expect(await restore(1, ORGANISER, 'egde')).toMatchObject({ status: 404, body: { code: 'no-such-pad' } })
  })
})
