import { afterEach, beforeEach, expect, test } from 'vitest'
import { agendaText } from '../agenda/testing/agenda-text.ts'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'

let app: RunningApp
const ORGANISER = { authorization: `Bearer ${ORGANISER_KEY}` }
const clock = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().replace(/[-:]|\.\d+/g, '')
const TALKS = [
  { uid: 'fog', title: 'Fog', room: 'Hall 1/2', padName: 'fog', start: clock(-30), end: clock(30) },
  { uid: 'nfv', title: 'NFV', room: 'Hall 1/2', padName: 'nfv', start: clock(30), end: clock(60) },
]

beforeEach(async () => {
  app = await runApp()
  await app.api('POST', '/events', { slug: 'bos', title: 'Boston', timeZone: 'UTC' }, ORGANISER)
  await app.api('POST', '/events/bos/imports', { text: agendaText(TALKS) }, ORGANISER)
})
afterEach(() => app.end())

const go = (path: string) => fetch(`${app.url}${path}`, { redirect: 'manual' })
const board = async () => (await app.api('GET', '/events/bos/now')).body
const say = (wish: object, headers = {}) => app.api('PUT', '/pads/fog/now', wish, headers)

test('the board shows what is on and next, and what the moderator says of it', async () => {
  expect(await board()).toMatchObject({
    rooms: [{ room: 'Hall 1/2', now: [{ title: 'Fog', topic: null }], next: { title: 'NFV' } }],
  })
  expect((await say({ topic: 'Low cloud', lateMinutes: 10 })).status).toBe(401)
  expect((await say({ topic: ' Low\n cloud ', lateMinutes: 10 }, ORGANISER)).body).toEqual({
    topic: 'Low cloud',
    lateMinutes: 10,
  })
  expect(await board()).toMatchObject({ rooms: [{ now: [{ topic: 'Low cloud', lateMinutes: 10 }] }] })
  expect((await app.api('GET', '/pads/fog/now')).body).toEqual({ topic: 'Low cloud', lateMinutes: 10 })
  await say({ topic: '', lateMinutes: 0 }, ORGANISER)
  expect(await board()).toMatchObject({ rooms: [{ now: [{ topic: null, lateMinutes: 0 }] }] })
  expect((await say({ topic: 'x'.repeat(121), lateMinutes: 0 }, ORGANISER)).status).toBe(400)
  await app.makePad('free')
  expect((await app.api('PUT', '/pads/free/now', { topic: 'x', lateMinutes: 0 }, ORGANISER)).status).toBe(404)
})

test('whoever looks hears of it at once, and nobody hinders the end', async () => {
  const news = await fetch(`${app.url}/api/v1/events/bos/now/changes`)
  expect(news.headers.get('content-type')).toBe('text/event-stream')
  const reader = news.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toContain('retry')
  await say({ topic: 'Low cloud', lateMinutes: 0 }, ORGANISER)
  expect((await reader?.read())?.value).toBe('data: changed\n\n')
  // `end` waits for every connection.
  expect((await fetch(`${app.url}/api/v1/events/nowhere/now/changes`)).status).toBe(404)
})

test('pages of the board and of a room at any moment; the code of the room leads to the pad now on', async () => {
  const now = await app.page('/e/bos/now?room=Hall%201%2F2')
  expect(now.data).toMatchObject({
    page: 'now',
    ask: { room: 'Hall 1/2' },
    board: { rooms: [{ now: [{ title: 'Fog' }] }] },
  })
  const sign = await app.page('/e/bos/rooms/hall%201%2F2')
  expect(sign.data).toMatchObject({ page: 'room-sign', room: { room: 'Hall 1/2', next: { pad: 'nfv' } }, at: null })
  expect(sign.data).toMatchObject({ url: `${app.url}/e/bos/rooms/Hall%201%2F2/pad` })
  const later = encodeURIComponent(new Date(Date.now() + 40 * 60_000).toISOString())
  expect((await app.page(`/e/bos/rooms/Hall%201%2F2?at=${later}`)).data).toMatchObject({
    room: { now: [{ title: 'NFV' }] },
  })
  expect((await go('/e/bos/rooms/Hall%201%2F2/pad')).headers.get('location')).toBe('/p/fog')
  expect((await go(`/e/bos/rooms/Hall%201%2F2/pad?at=${later}`)).headers.get('location')).toBe('/p/nfv')
  expect((await go('/e/bos/rooms/Cellar')).status).toBe(404)
  expect((await go('/e/bos/now?at=yesterday')).status).toBe(200)
})

test('short links lead to pads of sessions in whatever case, and nowhere else', async () => {
  const { pads } = await (await go('/e/bos/pads.json')).json()
  const code = new URL(pads[0].short).pathname.slice(3)
  for (const typed of [code, code.toLowerCase()])
    expect((await go(`/s/${typed}`)).headers.get('location')).toBe('/p/fog')
  const mistyped = await app.page(`/s/${code.slice(0, 4)}${code[4] === 'A' ? 'C' : 'A'}`)
  expect(mistyped).toMatchObject({
    status: 404,
    data: { page: 'no-such-pad', creatable: null, nearest: [{ name: 'fog' }] },
  })
  await app.makePad('secret-address')
  for (let number = 0; number < 3; number += 1) expect(JSON.stringify(mistyped.data)).not.toContain('secret-address')
})

test('a pad is shown in frames to read, unless it is closed', async () => {
  const embed = await go('/p/fog/embed')
  expect(embed.headers.get('content-security-policy')).toContain('frame-ancestors *')
  expect(embed.headers.get('x-frame-options')).toBeNull()
  const html = await embed.text()
  expect(html).toContain('>Fog</a>')
  expect(html).not.toContain('<script')
  const oembed = await go(`/oembed?url=${encodeURIComponent(`${app.url}/p/fog`)}&maxwidth=300`)
  expect(oembed.headers.get('access-control-allow-origin')).toBe('*')
  expect(await oembed.json()).toMatchObject({ version: '1.0', type: 'rich', title: 'Fog', width: 300 })
  expect((await go(`/oembed?url=${encodeURIComponent('https://evil.example/p/fog')}`)).status).toBe(404)
  expect((await go(`/oembed?url=${encodeURIComponent(`${app.url}/p/nobody`)}`)).status).toBe(404)
  await app.api('PUT', '/pads/fog/access', { access: 'closed' }, ORGANISER)
  expect((await go('/p/fog/embed')).status).toBe(403)
  expect((await go(`/oembed?url=${encodeURIComponent(`${app.url}/p/fog`)}`)).status).toBe(401)
  expect((await go('/p/nfv')).headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
  expect((await go('/e/bos/both?one=fog&other=nfv')).headers.get('content-security-policy')).toContain(
    "frame-src 'self'",
  )
  expect((await go('/e/bos/both?one=fog&other=nobody')).status).toBe(404)
})

test('a shared agenda names its sessions by their codes', async () => {
  const { pads } = await (await go('/e/bos/pads.json')).json()
  const code = new URL(pads[1].short).pathname.slice(3)
  const { data } = await app.page(`/e/bos/mine?stars=${code.toLowerCase()}.XXXXX`)
  expect(data).toMatchObject({ page: 'my-agenda', shared: [pads[1].session] })
  expect((await app.page('/e/bos/mine')).data).toMatchObject({ shared: null })
})
