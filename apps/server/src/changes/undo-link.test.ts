import { afterEach, beforeEach, expect, test } from 'vitest'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'
import { type StockClient, stockClient } from '../testing/stock-client.ts'

const KEY = { authorization: `Bearer ${ORGANISER_KEY}` }

let server: RunningApp
const guests: StockClient[] = []
beforeEach(async () => {
  server = await runApp()
  await server.api('POST', '/pads', { name: 'edge', text: 'Agenda' }, KEY)
}, 30_000)
afterEach(async () => {
  for (const guest of guests.splice(0)) guest.leaves()
  await server.end()
})

const textOf = async (pad = 'edge') => await (await fetch(`${server.url}/api/v1/pads/${pad}/text`)).text()

async function makesLink(on = '/pads/edge'): Promise<{ id: number; url: string }> {
  const { body } = await server.api('POST', `${on}/links`, { role: 'editor' }, KEY)
  return { id: (body.link as { id: number }).id, url: String(body.url) }
}

async function comes(): Promise<{ cookie: string; opens(link: { url: string }): Promise<void> } & StockClient> {
  const cookie = (await fetch(server.url)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const client = await stockClient(server.url, 'edge', { cookie })
  guests.push(client)
  const opens = async ({ url }: { url: string }) => void (await fetch(url, { headers: { cookie }, redirect: 'manual' }))
  return { ...client, cookie, opens }
}

async function writes(who: StockClient, line: string): Promise<void> {
  who.writes(line)
  await expect.poll(() => textOf()).toContain(line)
  // The next change is at another moment than this one.
  const at = Date.now()
  await expect.poll(() => Date.now()).toBeGreaterThan(at + 1)
}

const undo = (link: number, headers: Record<string, string> = KEY, more = {}) =>
  server.api('POST', '/pads/edge/undo-link', { link, ...more }, headers)

test('Everything that came through one link goes, of all who opened it since they did, and nothing else', async () => {
  const [theirs, others] = [await makesLink(), await makesLink()]
  const [ada, vandal, friend] = [await comes(), await comes(), await comes()]
  await ada.opens(others)
  await writes(ada, 'Ada before')
  await writes(vandal, 'Harmless before the link')
  await vandal.opens(theirs)
  await friend.opens(theirs)
  await writes(vandal, 'Spam one')
  await writes(friend, 'Spam two')
  await writes(ada, 'Ada after')
  const { revision } = (await server.pads.find('edge')) ?? {}
  // It need not be live any more: that is why somebody asks.
  await fetch(`${server.url}/api/v1/pads/edge/links/${theirs.id}`, { method: 'DELETE', headers: KEY })

  const { status, body } = await undo(theirs.id)
  expect([status, body]).toMatchObject([200, { changed: true, before: revision, left: { shared: 0, already: 0 } }])
  const lines = (await textOf()).split('\n').filter((line) => line !== '')
  expect(lines).toEqual(['Agenda', 'Ada before', 'Harmless before the link', 'Ada after'])
  expect((await undo(theirs.id)).body).toMatchObject({ changed: false })
}, 30_000)

test('It is for moderators, of links that reach the pad', async () => {
  const link = await makesLink()
  const ada = await comes()
  expect((await undo(link.id, { cookie: ada.cookie, origin: server.url })).status).toBe(401)
  expect((await undo(link.id + 7)).body).toMatchObject({ status: 404, code: 'no-such-link' })
  await server.api('POST', '/pads', { name: 'other', text: 'x' }, KEY)
  const elsewhere = await makesLink('/pads/other')
  expect((await undo(elsewhere.id)).body).toMatchObject({ status: 404, code: 'no-such-link' })
  expect((await undo(link.id, KEY, { from: 9 })).body).toMatchObject({ status: 404, code: 'no-such-revision' })
  expect((await undo(link.id)).body).toMatchObject({ changed: false })
}, 30_000)
