import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'
import { stockClient } from '../testing/stock-client.ts'

let server: RunningApp
beforeEach(async () => {
  server = await runApp()
})
afterEach(() => server.end())

describe('A pad', () => {
  it('shows its template before anybody has opened it, and a GET writes nothing', async () => {
    await server.makePad('edge', '# Purpose')
    const { status, data, headers } = await server.page('/p/edge')
    expect(status).toBe(200)
    expect(data).toMatchObject({ page: 'pad', facts: null, epoch: 1, pad: { name: 'edge', revision: 0 } })
    expect(data).toHaveProperty('html', expect.stringContaining('Purpose'))
    expect(data).toHaveProperty('pad.url', `${server.url}/p/edge`)
    expect(headers.get('cache-control')).toBe('private, no-cache')
    expect(await server.pads.find('edge')).toMatchObject({ revision: 0, changedAt: null })
  })

  it('shows what was typed as soon as it is committed', async () => {
    await server.makePad('edge')
    const [ada, grace] = await Promise.all([stockClient(server.url, 'edge'), stockClient(server.url, 'edge')])
    await server.page('/p/edge')
    ada.writes('<b>Words</b> & more')
    await grace.sees('<b>Words</b> & more')
    const { data } = await server.page('/p/edge')
    expect(data).toHaveProperty('html', expect.stringContaining('&lt;b&gt;Words&lt;/b&gt; &amp; more'))
    ada.leaves()
    grace.leaves()
  })

  it('is there under an address with spaces, as Etherpad had them, and with letters in any form', async () => {
    await server.makePad('Edge_computing')
    await server.makePad('Café')
    const { status, headers } = await server.page('/p/Edge%20computing')
    expect(status).toBe(302)
    expect(headers.get('location')).toBe('/p/Edge_computing')
    expect((await server.page('/p/Cafe%CC%81')).status).toBe(200)
  })
})

describe('An unknown pad', () => {
  it('is a 404 with the nearest names and the name it could get, and is not made', async () => {
    for (const name of ['BOS-ops-telecom-nfv', 'plenary']) await server.makePad(name)
    const { status, data } = await server.page('/p/BOS-ops-telecom-nvf')
    expect(status).toBe(404)
    expect(data).toMatchObject({
      page: 'no-such-pad',
      name: 'BOS-ops-telecom-nvf',
      creatable: 'BOS-ops-telecom-nvf',
      nearest: [{ name: 'BOS-ops-telecom-nfv' }],
    })
    expect(await server.pads.names()).toHaveLength(2)
  })

  it('is made by its button, once', async () => {
    const press = () => server.page('/p/new-topic', { method: 'POST', body: new URLSearchParams() })
    const first = await press()
    expect(first.status).toBe(303)
    expect(first.headers.get('location')).toBe('/p/new-topic')
    expect((await press()).status).toBe(303)
    expect((await server.page('/p/new-topic')).data).toMatchObject({ page: 'pad', pad: { title: 'new-topic' } })
  })

  it('is not made for a page of another site, nor under an impossible name', async () => {
    const { status } = await server.page('/p/new-topic', {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    })
    expect(status).toBe(403)
    expect((await server.page('/p/-x', { method: 'POST' })).status).toBe(400)
    expect(await server.pads.names()).toEqual([])
  })

  it('is made by organisers only, where the operator wants that', async () => {
    await server.end()
    server = await runApp({ padCreation: 'organisers' })
    expect((await server.page('/p/topic')).data).toMatchObject({ page: 'no-such-pad', creatable: null })
    expect((await server.page('/p/topic', { method: 'POST' })).status).toBe(403)

    const link = await server.page(`/organiser?key=${ORGANISER_KEY}`)
    expect(link.status).toBe(303)
    const cookie = link.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await server.page('/p/topic', { headers: { cookie } })).data).toMatchObject({ creatable: 'topic' })
    expect((await server.page('/p/topic', { method: 'POST', headers: { cookie } })).status).toBe(303)
    expect((await server.page('/organiser?key=a-guess')).status).toBe(403)
  })
})

describe('The first page', () => {
  it('lists the pads that one has written in, and nobody else’s', async () => {
    await server.makePad('quiet')
    const first = await server.page('/')
    const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    await server.api('POST', '/pads', { name: 'mine', text: 'Hello' }, { cookie })
    await server.api('POST', '/pads', { name: 'theirs', text: 'Hello' })
    const home = await server.page('/', { headers: { cookie } })
    expect(home.data).toMatchObject({ page: 'home', events: [], recent: [{ name: 'mine' }] })
    expect((await server.page('/')).data).toMatchObject({ recent: [] })
  })

  it('has a field that leads to a pad', async () => {
    const to = async (name: string) =>
      (await server.page(`/open?name=${encodeURIComponent(name)}`)).headers.get('location')
    expect(await to('edge computing')).toBe('/p/edge%20computing')
    expect(await to('https://elsewhere.example/p/busy')).toBe('/p/busy')
    expect(await to(' ')).toBe('/')
  })
})

describe('A session', () => {
  const calendar = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Edge\r\nDTSTART:20170509T184000Z\r\nDTEND:20170509T192000Z\r\nLOCATION:Hall A\r\nX-FORUMPAD-PAD:BOS-edge\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`

  it('stands in the agenda with what goes on in its pad, and above the text of its pad', async () => {
    const organiser = { authorization: `Bearer ${ORGANISER_KEY}` }
    const event = { slug: 'boston', title: 'Boston', timeZone: 'America/New_York' }
    expect((await server.api('POST', '/events', event, organiser)).status).toBe(201)
    const report = await server.api('POST', '/events/boston/imports', { text: calendar }, organiser)
    expect(report.body).toMatchObject({ sessions: 1, added: 1 })

    const ada = await stockClient(server.url, 'BOS-edge')
    expect((await server.page('/e/boston')).data).toMatchObject({
      page: 'agenda',
      event,
      sessions: [{ session: { title: 'Edge', pad: 'BOS-edge' }, activity: { words: 0, presentCount: 1 } }],
    })
    ada.leaves()
    expect((await server.page('/p/BOS-edge')).data).toMatchObject({ facts: { event, session: { room: 'Hall A' } } })
  })

  it('of an unknown event is a 404 page', async () => {
    const { status, data } = await server.page('/e/nowhere')
    expect(status).toBe(404)
    expect(data).toMatchObject({ page: 'error', status: 404 })
  })
})

describe('Every answer', () => {
  it('has a strict Content-Security-Policy that names the host of the sockets', async () => {
    for (const path of ['/', '/p/nothing', '/nothing/at/all', '/api/v1/me', '/health']) {
      const policy = (await fetch(`${server.url}${path}`)).headers.get('content-security-policy')
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      expect(policy).toContain(`ws://${server.url.slice('http://'.length)}`)
      expect(policy).not.toContain('unsafe')
    }
  })

  it('knows a visitor again by their cookie', async () => {
    const first = await server.page('/')
    const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const again = await server.page('/', { headers: { cookie } })
    expect(again.data.me).toEqual(first.data.me)
    expect(again.headers.getSetCookie()).toEqual([])
  })

  it('to a lost visitor is a page', async () => {
    expect((await server.page('/nothing/at/all')).data).toMatchObject({ page: 'error', status: 404 })
  })
})
