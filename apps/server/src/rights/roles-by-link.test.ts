import { CLOSE } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'
import { type StockClient, stockClient } from '../testing/stock-client.ts'

const KEY = { authorization: `Bearer ${ORGANISER_KEY}` }

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

/** Somebody with a browser: it keeps the cookie that the first page gave it. */
async function browser(): Promise<Record<string, string>> {
  const { headers } = await fetch(server.url)
  return { cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

async function makeLink(role: string, more: object = {}, by: Record<string, string> = KEY, on = '/pads/edge') {
  const { status, body } = await server.api('POST', `${on}/links`, { role, ...more }, by)
  return { status, body, url: String(body.url), id: (body.link as { id?: number } | undefined)?.id }
}

const revoke = async (id = 0) => {
  const answer = await fetch(`${server.url}/api/v1/pads/edge/links/${id}`, { method: 'DELETE', headers: KEY })
  expect(answer.status).toBe(204)
}

const opens = (url: string, headers: Record<string, string>) => fetch(url, { headers, redirect: 'manual' })
const narrow = (access: string | null, on = '/pads/edge') => server.api('PUT', `${on}/access`, { access }, KEY)

async function comes(headers: Record<string, string> = {}): Promise<StockClient> {
  const guest = await stockClient(server.url, 'edge', headers)
  guests.push(guest)
  return guest
}

const closed = ({ provider }: StockClient) =>
  new Promise<number>((resolve) => provider.once('connection-close', (event) => resolve(event?.code ?? 0)))

describe('A link', () => {
  it('gives its role to whoever opens it, and leads to the pad', async () => {
    await narrow('by-link')
    const ada = await browser()
    expect((await server.page('/p/edge', { headers: ada })).data).toMatchObject({ role: 'reader' })
    const link = await makeLink('editor', { label: 'Note takers' })
    expect(link.status).toBe(201)
    expect(link.url).toMatch(new RegExp(`^${server.url}/r/[\\w-]{24}$`))

    const answer = await opens(link.url, ada)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/p/edge'])
    expect((await server.page('/p/edge', { headers: ada })).data).toMatchObject({ role: 'editor' })
    const { body } = await server.api('GET', '/pads/edge/links', undefined, KEY)
    const me = (await server.api('GET', '/me', undefined, ada)).body
    expect(body).toMatchObject([
      { id: link.id, label: 'Note takers', state: 'live', holderCount: 1, holders: [{ person: me }] },
    ])
  })

  it('keeps its secret: it is told once, stored as a hash, and goes to nobody by the way', async () => {
    const link = await makeLink('editor')
    const secret = link.url.split('/r/')[1] ?? ''
    const { headers } = await opens(link.url, await browser())
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(JSON.stringify((await server.api('GET', '/pads/edge/links', undefined, KEY)).body)).not.toContain(secret)
    expect(await server.roles.linkWithSecret(secret)).toBeUndefined()
  })

  it('makes nobody a holder who keeps no cookies, such as a program that shows what is behind a link', async () => {
    const { url, id = 0 } = await makeLink('editor')
    const first = await opens(url, {})
    const again = `${server.url}${first.headers.get('location')}`
    expect(first.headers.getSetCookie()).toHaveLength(1)
    const refused = await server.page(again.replace(server.url, ''))
    expect(refused).toMatchObject({ status: 400, data: { detail: expect.stringContaining('Allow cookies') } })
    expect(await server.roles.holders(id, 9)).toEqual({ last: [], count: 0 })

    const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await opens(again, { cookie })).headers.get('location')).toBe('/p/edge')
    expect((await server.roles.holders(id, 9)).count).toBe(1)
  })

  it('that is revoked, expired or made up works for nobody, and says so', async () => {
    const ada = await browser()
    const { url, id } = await makeLink('editor')
    await revoke(id)
    for (const address of [url, `${server.url}/r/made-up`]) {
      const { status, data } = await server.page(address.replace(server.url, ''), { headers: ada })
      expect(status).toBe(404)
      expect(data).toMatchObject({ detail: expect.stringMatching(/^This link does not work/) })
    }
    const past = await makeLink('editor', { expiresAt: new Date(Date.now() - 1000).toISOString() })
    expect(past).toMatchObject({ status: 400, body: { code: 'invalid-request' } })
  })

  it('is made by moderators too, who make nobody more than they are, and only where they are that', async () => {
    const chair = await browser()
    await opens((await makeLink('moderator')).url, chair)
    expect((await makeLink('moderator', {}, chair)).status).toBe(201)
    expect(await makeLink('organiser', {}, chair)).toMatchObject({ status: 400, body: { code: 'invalid-role' } })
    expect((await server.api('POST', '/pads/edge/freeze', undefined, chair)).status).toBe(200)

    await server.api('POST', '/pads', { name: 'other', text: 'x' })
    expect((await makeLink('reader', {}, chair, '/pads/other')).status).toBe(401)
    expect(await makeLink('reader', {}, await browser())).toMatchObject({
      status: 401,
      body: { code: 'organiser-only' },
    })
    expect((await server.api('GET', '/pads/edge/links', undefined, await browser())).status).toBe(401)
  })

  it('of an event makes organisers, who import its agenda, and nobody else’s', async () => {
    for (const slug of ['boston', 'denver']) {
      await server.api('POST', '/events', { slug, title: slug, timeZone: 'UTC' }, KEY)
    }
    const ada = await browser()
    const link = await makeLink('organiser', {}, KEY, '/events/boston')
    expect((await opens(link.url, ada)).headers.get('location')).toBe('/e/boston')
    expect((await server.api('GET', '/events/boston/imports', undefined, ada)).status).toBe(200)
    expect((await server.api('GET', '/events/denver/imports', undefined, ada)).status).toBe(401)

    expect((await server.page('/e/boston/manage', { headers: ada })).data).toMatchObject({ page: 'manage' })
    expect((await server.page('/e/denver/manage', { headers: ada })).status).toBe(403)

    const moderator = await browser()
    await opens((await makeLink('moderator', {}, ada, '/events/boston')).url, moderator)
    expect((await server.api('GET', '/events/boston/imports', undefined, moderator)).status).toBe(401)
    expect(await makeLink('organiser', {}, moderator, '/events/boston')).toMatchObject({ status: 403 })
  })

  it('is revoked by moderators too, unless it makes more than they are', async () => {
    await server.api('POST', '/events', { slug: 'boston', title: 'Boston', timeZone: 'UTC' }, KEY)
    const made = (role: string) => makeLink(role, {}, KEY, '/events/boston')
    const [organisers, moderators, editors] = [await made('organiser'), await made('moderator'), await made('editor')]
    const [ada, chair] = [await browser(), await browser()]
    await opens(organisers.url, ada)
    await opens(moderators.url, chair)
    const revokes = async (id = 0, headers: Record<string, string>) =>
      fetch(`${server.url}/api/v1/events/boston/links/${id}`, { method: 'DELETE', headers })

    const refused = await revokes(organisers.id, chair)
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ code: 'not-allowed', detail: expect.stringContaining('revoke') })
    expect((await server.api('GET', '/events/boston/imports', undefined, ada)).status).toBe(200)
    expect((await revokes(editors.id, chair)).status).toBe(204)
    expect((await revokes(moderators.id, chair)).status).toBe(204)
    expect((await revokes(organisers.id, ada)).status).toBe(204)
    expect((await server.api('GET', '/events/boston/imports', undefined, ada)).status).toBe(401)
  })
})

describe('A pad that needs a link for writing', () => {
  beforeEach(() => narrow('by-link'))

  it('is read by everybody, with a stock client too, which is closed when it writes', async () => {
    const reader = await comes()
    expect(reader.lines()).toEqual(['before'])
    const end = closed(reader)
    reader.writes('graffiti')
    expect(await end).toBe(CLOSE.notAllowed)
    expect(await (await fetch(`${server.url}/api/v1/pads/edge/text`)).text()).toBe('before\n')
  })

  it('lets somebody write who opens a link meanwhile, and no more once that is revoked', async () => {
    const ada = await browser()
    const [writer, reader] = [await comes(ada), await comes()]
    const { url, id } = await makeLink('editor')
    await opens(url, ada)
    writer.writes('by Ada')
    await reader.sees('by Ada')
    await revoke(id)
    const end = closed(writer)
    writer.writes('too late')
    expect(await end).toBe(CLOSE.notAllowed)
    expect(reader.lines()).toEqual(['before', 'by Ada'])
  })

  it('takes the right away at the moment when the link expires', async () => {
    const ada = await browser()
    const writer = await comes(ada)
    const { url } = await makeLink('editor', { expiresAt: new Date(Date.now() + 700).toISOString() })
    await opens(url, ada)
    writer.writes('in time')
    const end = closed(writer)
    const typing = setInterval(() => writer.writes('and on'), 50)
    expect(await end).toBe(CLOSE.notAllowed)
    clearInterval(typing)
    expect(await (await fetch(`${server.url}/api/v1/pads/edge/text`)).text()).toContain('in time')
  })
})

describe('A closed pad', () => {
  it('throws out who is in, and lets in who has a link', async () => {
    const ada = await browser()
    await opens((await makeLink('reader')).url, ada)
    const [reader, stranger] = [await comes(ada), await comes()]
    const end = closed(stranger)
    await narrow('closed')
    expect(await end).toBe(CLOSE.notAllowed)
    expect(reader.provider.wsconnected).toBe(true)
    expect((await server.page('/p/edge', { headers: ada })).data).toMatchObject({ page: 'pad', role: 'reader' })
  })

  it('tells its title to everybody, and its text to nobody: not on its page, not by any address that names it', async () => {
    await narrow('closed')
    const { status, data } = await server.page('/p/edge')
    expect(status).toBe(403)
    expect(data).toMatchObject({ page: 'error', title: 'edge', detail: expect.stringContaining('with a link') })
    expect(JSON.stringify(data)).not.toContain('before')
    expect((await server.api('GET', '/pads/edge')).body).toMatchObject({ name: 'edge', title: 'edge' })
    expect(await server.api('GET', '/pads/edge/text')).toMatchObject({ status: 403, body: { code: 'closed-pad' } })

    // Whatever is added later, unless it says that it needs no right.
    const open = new Set(['/api/v1/pads/:pad', '/api/v1/pads/:pad/access', '/p/:pad'])
    const { body } = await server.api('GET', '/openapi.json')
    for (const path of Object.keys(body.paths as object).filter((each) => each.includes('{pad}'))) {
      if (open.has(path.replaceAll(/\{(\w+)\}/g, ':$1'))) continue
      const address = path.replace('{pad}', 'edge').replaceAll(/\{\w+\}/g, '1')
      for (const method of Object.keys((body.paths as Record<string, object>)[path] ?? {})) {
        const answer = await fetch(`${server.url}${address}`, { method: method.toUpperCase() })
        expect([method, path, answer.status]).toEqual([method, path, 403])
      }
    }
  })

  it('is opened by its own choice in an event that is closed, and follows the event otherwise', async () => {
    await server.api('POST', '/events', { slug: 'boston', title: 'Boston', timeZone: 'UTC' }, KEY)
    const text = [
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Telecom',
      'DTSTART:20260510T100000Z\r\nDTEND:20260510T110000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    ].join('\r\n')
    await server.api('POST', '/events/boston/imports', { text }, KEY)
    const [session] = await server.agenda.sessions('boston')
    const pad = `/pads/${session?.pad}`
    await narrow('closed', '/events/boston')
    expect((await server.api('GET', `${pad}/text`)).status).toBe(403)
    expect((await narrow('open', pad)).body).toEqual({ chosen: 'open', access: 'open', lock: null })
    expect((await fetch(`${server.url}/api/v1${pad}/text`)).status).toBe(200)
    expect((await narrow(null, pad)).body).toEqual({ chosen: null, access: 'closed', lock: null })
    expect((await server.api('GET', `${pad}/text`)).status).toBe(403)
    expect((await server.api('PUT', `${pad}/access`, { access: 'open' }, await browser())).status).toBe(403)
  })
})

it('What was given and narrowed lasts over a restart, and a link that expired meanwhile gives nothing', async () => {
  await narrow('closed')
  const [ada, grace] = [await browser(), await browser()]
  await opens((await makeLink('editor')).url, ada)
  await opens((await makeLink('editor', { expiresAt: new Date(Date.now() + 300).toISOString() })).url, grace)
  server = await server.restart()
  expect((await server.page('/p/edge', { headers: ada })).data).toMatchObject({ role: 'editor' })
  await expect.poll(async () => (await server.page('/p/edge', { headers: grace })).status).toBe(403)
})
