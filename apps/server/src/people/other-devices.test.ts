import { TestClock } from '@forumpad/sync/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type RunningApp, runApp } from '../testing/running-app.ts'

let clock: TestClock
let server: RunningApp
beforeEach(async () => {
  clock = new TestClock()
  server = await runApp({}, { clock })
  await server.api('POST', '/pads', { name: 'edge', text: 'before' })
})
afterEach(() => server.end())

type Browser = { cookie: string }

/** Somebody with a browser: it keeps the cookie that the first page gave it. */
async function browser(): Promise<Browser> {
  return { cookie: cookieOf(await fetch(server.url)) }
}

const cookieOf = ({ headers }: Response) => headers.getSetCookie()[0]?.split(';')[0] ?? ''
const meOf = async (headers: Browser) => (await server.api('GET', '/me', undefined, headers)).body

async function passOf(laptop: Browser, pad = 'edge'): Promise<string> {
  const { status, body } = await server.api('POST', `/me/devices?pad=${encodeURIComponent(pad)}`, undefined, laptop)
  expect(status).toBe(201)
  return String(body.url)
}

const opens = (url: string, headers: Browser) => fetch(url, { headers })
const joins = (url: string, headers: Browser, more: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', headers: { ...headers, ...more }, redirect: 'manual' })

it('makes a phone the person of the laptop, with their name, and leads to the pad', async () => {
  const [laptop, phone] = [await browser(), await browser()]
  await server.api('PATCH', '/me', { name: 'Ana Castro' }, laptop)
  const url = await passOf(laptop)
  expect(url).toMatch(new RegExp(`^${server.url}/join/[\\w-]{24}\\?pad=edge$`))

  const page = await opens(url, phone)
  expect([page.status, page.headers.get('referrer-policy')]).toEqual([200, 'same-origin'])
  const answer = await joins(url, phone)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/p/edge'])
  expect(await meOf({ cookie: cookieOf(answer) })).toEqual(await meOf(laptop))
})

it('works once, however often somebody looks at it before', async () => {
  const [laptop, phone, thief] = [await browser(), await browser(), await browser()]
  const url = await passOf(laptop)
  for (let looks = 0; looks < 3; looks++) expect((await opens(url, thief)).status).toBe(200)
  const answers = await Promise.all([joins(url, phone), joins(url, thief)])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 404])
  expect((await opens(url, phone)).status).toBe(404)
})

it('is worthless after ten minutes, and when it is made up', async () => {
  const [laptop, phone] = [await browser(), await browser()]
  const url = await passOf(laptop)
  await clock.pass(10 * 60_000)
  expect((await opens(url, phone)).status).toBe(404)
  expect((await joins(url, phone)).status).toBe(404)
  expect((await joins(`${server.url}/join/made-up`, phone)).status).toBe(404)
})

it('is not used by a page of another site, and leads nowhere else', async () => {
  const [laptop, phone] = [await browser(), await browser()]
  const elsewhere = await passOf(laptop, '//evil.example/x')
  expect(elsewhere).not.toContain('evil')
  const forged = `${elsewhere}?pad=${encodeURIComponent('//evil.example')}`
  expect((await joins(forged, phone, { origin: 'https://evil.example' })).status).toBe(403)
  expect((await joins(forged, phone)).headers.get('location')).toBe('/')
})
