import { createHash } from 'node:crypto'
import type { PageData, ReviewData, VersionData } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agendaText } from '../agenda/testing/agenda-text.ts'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'
import { stockClient } from '../testing/stock-client.ts'

const ORGANISER = { authorization: `Bearer ${ORGANISER_KEY}` }

let server: RunningApp
afterEach(() => server.end())

const freeze = (pad: string) => server.api('POST', `/pads/${pad}/freeze`, undefined, ORGANISER)
const thaw = (pad: string) => server.api('POST', `/pads/${pad}/thaw`, undefined, ORGANISER)
const review = async (pad: string) => pageOf<ReviewData>('review', `/p/${pad}/review`)
const version = async (pad: string, n: number) => pageOf<VersionData>('version', `/p/${pad}/versions/${n}`)

async function pageOf<Data extends { page: PageData['page'] }>(page: Data['page'], path: string): Promise<Data> {
  const { data } = await server.page(path)
  if (data.page !== page) throw new Error(`${path} is the page ${data.page}.`)
  return data as unknown as Data
}

async function write(pad: string, text: string): Promise<void> {
  const [ada, grace] = await Promise.all([stockClient(server.url, pad), stockClient(server.url, pad)])
  ada.writes(text)
  await grace.sees(text)
  ada.leaves()
  grace.leaves()
}

const file = async (address: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(server.url + address, { headers })
  return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type'), answer }
}

describe('A frozen pad', () => {
  beforeEach(async () => {
    server = await runApp()
    await server.makePad('edge', '# Purpose')
    await write('edge', 'AGREED: we <meet> again')
  })

  it('has a version with a permanent address, whose checksum anybody can count anew', async () => {
    expect((await review('edge')).versions).toEqual([])
    await freeze('edge')
    const { versions, state } = await review('edge')
    expect(state.is).toBe('frozen')
    expect(versions).toMatchObject([{ number: 1, revision: (await server.pads.find('edge'))?.revision, by: null }])

    for (const type of ['md', 'txt', 'json'] as const) {
      const { text } = await file(`/p/edge/versions/1.${type}`)
      expect(text).toContain('Purpose')
      expect(createHash('sha256').update(text).digest('hex')).toBe(versions[0]?.checksums[type])
    }
    const { marked, html, newest } = await version('edge', 1)
    expect(marked).toMatchObject([{ is: 'decision', words: 'we <meet> again' }])
    expect(html).toContain('we &lt;meet&gt; again')
    expect(newest).toBe(1)
    const tag = (await file('/p/edge/versions/1.md')).answer.headers.get('etag') ?? ''
    expect((await file('/p/edge/versions/1.md', { 'if-none-match': tag })).status).toBe(304)
  })

  it('that is opened, corrected and frozen again has two, and the first stays as it was', async () => {
    await freeze('edge')
    const first = await file('/p/edge/versions/1.json')
    await thaw('edge')
    expect((await review('edge')).versions).toHaveLength(1)
    await write('edge', 'A correction')
    await freeze('edge')
    expect((await review('edge')).versions.map(({ number }) => number)).toEqual([2, 1])
    expect((await file('/p/edge/versions/1.json')).text).toBe(first.text)
    expect((await version('edge', 1)).html).not.toContain('correction')
    expect(await version('edge', 1)).toMatchObject({ newest: 2 })
    expect((await version('edge', 2)).html).toContain('A correction')

    await thaw('edge')
    await freeze('edge')
    expect((await review('edge')).versions, 'nothing was changed').toHaveLength(2)
  })

  it('says where there is no such version', async () => {
    for (const address of ['1', '0', '1.pdf', '1.md.md', '99999999999999999999', '-1', '%2e'])
      expect((await file(`/p/edge/versions/${address}`)).status, address).toBe(404)
    await freeze('edge')
    const { status, text } = await file('/p/edge/versions/2')
    expect(status).toBe(404)
    expect(text).toContain('The newest is /p/edge/versions/1.')
  })

  it('is frozen and opened on its page by moderators alone, and tells its versions to those who may read it', async () => {
    const press = async (what: string, headers: Record<string, string> = {}) =>
      (await server.page(`/p/edge/review/${what}`, { method: 'POST', headers, body: new URLSearchParams() })).status
    expect(await press('freeze')).toBe(401)
    expect(await press('freeze', ORGANISER)).toBe(303)
    expect((await server.pads.find('edge'))?.frozenAt).not.toBeNull()
    expect(await press('thaw')).toBe(401)
    expect(await press('thaw', ORGANISER)).toBe(303)
    expect((await server.pads.find('edge'))?.frozenAt).toBeNull()

    await server.roles.setPadAccess('edge', 'closed')
    for (const address of ['/versions/1', '/versions/1.md', '/versions/1.json', '/review', '/review/mail']) {
      const { status, text } = await file(`/p/edge${address}`)
      expect([401, 403], address).toContain(status)
      expect(text).not.toContain('Purpose')
    }
  })

  it('is told of in a mail that is drafted for moderators alone', async () => {
    expect((await file('/p/edge/review/mail.eml')).status).toBe(401)
    await freeze('edge')
    const { text, type } = await file('/p/edge/review/mail.eml', ORGANISER)
    expect(type).toBe('message/rfc822')
    expect(text).toMatch(/^X-Unsent: 1\r\nSubject: Minutes: edge\r\n/)
    const [plain = '', html = ''] = [...text.matchAll(/base64\r\n\r\n([\w+/=\r\n]+)/g)].map(([, encoded = '']) =>
      Buffer.from(encoded, 'base64').toString(),
    )
    expect(plain).toContain('- we <meet> again')
    expect(plain).toContain(`${server.url}/p/edge/versions/1`)
    expect(html).toContain('<li>we &lt;meet&gt; again</li>')
  })
})

describe('The setting of an event', () => {
  it('is chosen by those who keep order in it', async () => {
    server = await runApp()
    await server.api('POST', '/events', { slug: 'bos', title: 'Boston', timeZone: 'UTC' }, ORGANISER)
    const set = (hoursAfterEnd: unknown, headers: Record<string, string> = ORGANISER) =>
      server.api('PUT', '/events/bos/freezing', { hoursAfterEnd }, headers)
    expect((await set(2, {})).status).toBe(401)
    for (const wrong of [0, 1.5, -1, 100_000, '2']) expect((await set(wrong)).status, String(wrong)).toBe(400)
    expect((await server.api('GET', '/events/bos/freezing')).body).toEqual({ hoursAfterEnd: null })
    expect((await set(2)).body).toEqual({ hoursAfterEnd: 2 })
    expect((await set(null)).body).toEqual({ hoursAfterEnd: null })
    expect((await server.api('PUT', '/events/nowhere/freezing', { hoursAfterEnd: 2 }, ORGANISER)).status).toBe(404)
  })
})

describe('The pads of an event', () => {
  it('are counted and frozen at once, by day and by track', async () => {
    server = await runApp()
    await server.api('POST', '/events', { slug: 'bos', title: 'Boston', timeZone: 'America/New_York' }, ORGANISER)
    // In Boston the second begins on the evening of the first one's day.
    const talks = [
      { uid: 'nfv', title: 'NFV', start: '20170508T130000Z', end: '20170508T140000Z', padName: 'nfv' },
      { uid: 'late', title: 'Late', start: '20170509T010000Z', end: '20170509T020000Z', padName: 'late' },
      { uid: 'edge', title: 'Edge', start: '20170509T130000Z', end: '20170509T140000Z', padName: 'edge' },
    ]
    await server.api('POST', '/events/bos/imports', { text: agendaText(talks) }, ORGANISER)
    await write('nfv', 'Notes')
    const many = async (wish: object, headers: Record<string, string> = ORGANISER) =>
      server.api('POST', '/events/bos/freeze', wish, headers)
    const frozen = async () =>
      (await server.pads.findMany(['nfv', 'late', 'edge']))
        .filter(({ frozenAt }) => frozenAt !== null)
        .map(({ name }) => name)
    expect((await many({}, {})).status).toBe(401)
    expect((await many({ day: 'tomorrow' })).status).toBe(400)
    expect((await many({ dryRun: true })).body).toEqual({ open: 3, frozen: 0 })
    expect((await many({ dryRun: true, track: 'Forum' })).body).toEqual({ open: 0, frozen: 0 })
    expect(await frozen()).toEqual([])

    expect((await many({ day: '2017-05-08' })).body).toEqual({ open: 2, frozen: 2 })
    expect((await frozen()).sort()).toEqual(['late', 'nfv'])
    expect((await many({})).body).toEqual({ open: 1, frozen: 1 })
    expect((await review('edge')).versions).toHaveLength(1)
  })
})
