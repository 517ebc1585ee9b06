import type { OutcomeList, OutcomesData } from '@forumpad/api'
import { markdownToDocument, ROOT, writeDocument } from '@forumpad/pad-schema'
import type { PadStore } from '@forumpad/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'

const asOrganiser = { authorization: `Bearer ${ORGANISER_KEY}` }
const EVENT = 'forum'
const AGENDA = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//x//EN
${[
  ['nfv', 'Telecom WG', '20260510T184000Z'],
  ['edge', 'Edge WG', '20260511T150000Z'],
]
  .map(
    ([uid, title, start]) => `BEGIN:VEVENT\nUID:${uid}\nSUMMARY:${title}\nDTSTART:${start}\nDURATION:PT40M\nEND:VEVENT`,
  )
  .join('\n')}
END:VCALENDAR`

let server: RunningApp
let log: PadStore
/** The pads of the two sessions. */
let nfv = ''
let edge = ''

beforeAll(async () => {
  const store = (real: PadStore) => {
    log = real
    return real
  }
  server = await runApp({}, { store })
  await server.api('POST', '/events', { slug: EVENT, title: 'Forum', timeZone: 'America/New_York' }, asOrganiser)
  await server.api('POST', `/events/${EVENT}/imports`, { text: AGENDA }, asOrganiser)
  const sessions = await server.agenda.sessions(EVENT)
  nfv = sessions.find(({ title }) => title === 'Telecom WG')?.pad ?? ''
  edge = sessions.find(({ title }) => title === 'Edge WG')?.pad ?? ''
})
afterAll(() => server.end())

/** Writes what a person says at the end of a pad, and waits until its outcomes are kept. */
async function writes(pad: string, person: string, markdown: string): Promise<void> {
  const before = JSON.stringify(await listOf(`/pads/${pad}/outcomes`, asOrganiser))
  await server.app.livePads.edit(pad, person, (doc) =>
    writeDocument(doc.getXmlFragment(ROOT), markdownToDocument(markdown)),
  )
  await expect
    .poll(async () => JSON.stringify(await listOf(`/pads/${pad}/outcomes`, asOrganiser)), { timeout: 10_000 })
    .not.toBe(before)
}

const listOf = async (path: string, headers: Record<string, string> = {}) =>
  (await server.api('GET', path, undefined, headers)).body as unknown as OutcomeList

const texts = async (query = '', headers: Record<string, string> = {}) =>
  (await listOf(`/events/${EVENT}/outcomes${query}`, headers)).outcomes.map(({ text }) => text)

const textOf = async (pad: string) => (await fetch(`${server.url}/api/v1/pads/${pad}/text`)).text()

/** Somebody with a cookie of their own. */
async function cookieOf(): Promise<string> {
  const { headers } = await server.page('/')
  return headers.get('set-cookie')?.split(';')[0] ?? ''
}

describe('the outcomes of an event', () => {
  test('are gathered from all pads, in the order of the agenda, days counted from the session', async () => {
    await writes(edge, 'bob', '- DECISION: one node\n- see https://example.org/spec/')
    await writes(
      nfv,
      'ada',
      '- ACTION: Ana to ask, by Friday ##nfv\n- [x] tell Bob\n- Q: who pays?\n- http://www.example.org/spec#two',
    )
    expect(await texts()).toEqual(['Ana to ask, by Friday ##nfv', 'tell Bob', 'who pays?', 'one node'])
    const { outcomes, pads, sharedLinks } = await listOf(`/events/${EVENT}/outcomes`)
    expect(pads.map(({ title }) => title)).toEqual(['Telecom WG', 'Edge WG'])
    expect(outcomes[0]).toMatchObject({ people: ['Ana'], due: '2026-05-15', tags: ['nfv'], done: false, box: true })
    expect(sharedLinks).toMatchObject([
      { url: 'http://www.example.org/spec#two', places: [{ pad: nfv }, { pad: edge, title: 'Edge WG' }] },
    ])
  })

  test.each([
    ['?kind=decision', ['one node']],
    ['?kind=link', ['http://www.example.org/spec#two', 'see']],
    ['?state=open', ['Ana to ask, by Friday ##nfv', 'who pays?']],
    ['?state=done&kind=', ['tell Bob']],
    ['?person=ana', ['Ana to ask, by Friday ##nfv']],
    ['?tag=NFV', ['Ana to ask, by Friday ##nfv']],
    ['?day=2026-05-11', ['one node']],
    ['?series=Edge+WG', ['one node']],
    ['?track=none', []],
  ])('filtered by %s', async (query, expected) => {
    expect(await texts(query)).toEqual(expected)
  })

  test.each(['?kind=nonsense', '?state=half', '?day=tomorrow', `?person=${'x'.repeat(400)}`])(
    'say what is wrong with %s',
    async (query) => {
      expect((await server.api('GET', `/events/${EVENT}/outcomes${query}`)).status).toBe(400)
    },
  )

  test('are a page, with what may be chosen', async () => {
    const { status, data } = await server.page(`/e/${EVENT}/outcomes?kind=action&by=person`)
    const page = data as OutcomesData
    expect(status).toBe(200)
    expect(page).toMatchObject({
      page: 'outcomes',
      by: 'person',
      total: 2,
      counts: { action: 2, decision: 1, link: 2 },
    })
    expect(page.choices).toMatchObject({ people: ['Ana'], tags: ['nfv'], days: ['2026-05-10', '2026-05-11'] })
    expect((await server.page(`/p/${edge}/outcomes`)).data).toMatchObject({
      ...{ pad: { name: edge, title: 'Edge WG' }, outcomes: [{ text: 'one node' }, { kind: 'link' }] },
      sharedLinks: [{ places: [{ pad: nfv }, { pad: edge }] }],
    })
    expect((await server.page('/e/nowhere/outcomes')).status).toBe(404)
  })

  test('of closed pads are for those who may read them', async () => {
    await server.api('PUT', `/pads/${edge}/access`, { access: 'closed' }, asOrganiser)
    expect(await texts('?kind=decision')).toEqual([])
    expect(await texts('?kind=decision', asOrganiser)).toEqual(['one node'])
    expect((await listOf(`/events/${EVENT}/outcomes`)).sharedLinks).toEqual([])
    expect((await server.api('GET', `/pads/${edge}/outcomes`)).status).toBe(403)
    const { status, data } = await server.page(`/e/${EVENT}/outcomes`)
    expect([status, JSON.stringify(data)]).toEqual([200, expect.not.stringContaining('one node')])
    for (const ending of ['csv', 'md', 'json', 'ics'])
      expect(await (await fetch(`${server.url}/e/${EVENT}/outcomes.${ending}`)).text()).not.toContain('one node')
    await server.api('PUT', `/pads/${edge}/access`, { access: null }, asOrganiser)
  })
})

describe('ticking', () => {
  const outcomeCalled = async (text: string) => {
    const found = (await listOf(`/pads/${nfv}/outcomes`)).outcomes.find((outcome) => outcome.text.startsWith(text))
    if (!found) throw new Error(`Nothing says "${text}"`)
    return found
  }
  const tick = (name: string, done: boolean, headers: Record<string, string> = {}) =>
    server.api('PUT', `/pads/${nfv}/outcomes/${encodeURIComponent(name)}`, { done }, headers)

  test('makes the line a ticked task, at once, in the name of whoever ticks; its words stay their author’s', async () => {
    const { name } = await outcomeCalled('Ana')
    const cookie = await cookieOf()
    const before = await log.load(nfv)
    expect((await tick(name, true, { cookie })).status).toBe(200)
    expect(await outcomeCalled('Ana')).toMatchObject({ name, done: true })
    expect(await textOf(nfv)).toContain('[x] ACTION: Ana to ask, by Friday ##nfv\n[x] tell Bob')
    const [row] = await log.readLog(nfv, before?.head ?? 0, 10)
    const { body: me } = await server.api('GET', '/me', undefined, { cookie })
    expect(row?.person).toBe(me.id)

    expect((await tick(name, false, { cookie })).status).toBe(200)
    expect(await textOf(nfv)).toContain('[ ] ACTION: Ana to ask')
    const after = await log.load(nfv)
    expect((await tick(name, false, { cookie })).status).toBe(200)
    expect((await log.load(nfv))?.head).toBe(after?.head)
  })

  test('by a form, which leads back to where one was, and nowhere else', async () => {
    const { name } = await outcomeCalled('Ana')
    const post = async (to: string, back: string) => {
      const path = `${server.url}/p/${nfv}/outcomes/${encodeURIComponent(name)}/${to}?back=${encodeURIComponent(back)}`
      const answer = await fetch(path, { method: 'POST', redirect: 'manual' })
      return [answer.status, answer.headers.get('location')]
    }
    expect(await post('done', '/e/forum/outcomes?kind=action')).toEqual([303, '/e/forum/outcomes?kind=action'])
    expect(await outcomeCalled('Ana')).toMatchObject({ done: true })
    expect(await post('open', '//evil.example/')).toEqual([303, `/p/${nfv}/outcomes`])
    expect(await outcomeCalled('Ana')).toMatchObject({ done: false })
  })

  test('is refused with a word: for readers, in a frozen pad, for a line that is gone or is no task', async () => {
    const { name } = await outcomeCalled('Ana')
    const question = await outcomeCalled('who pays')
    expect((await tick(question.name, true)).body).toMatchObject({ code: 'not-a-task' })
    await server.api('PUT', `/pads/${nfv}/access`, { access: 'by-link' }, asOrganiser)
    expect((await tick(name, true)).body).toMatchObject({ code: 'reading-only' })
    expect((await listOf(`/events/${EVENT}/outcomes`)).pads[0]).toMatchObject({ name: nfv, mayTick: false })
    await server.api('PUT', `/pads/${nfv}/access`, { access: null }, asOrganiser)

    await server.api('POST', `/pads/${nfv}/freeze`, undefined, asOrganiser)
    expect((await tick(name, true)).body).toMatchObject({ code: 'pad-frozen' })
    await server.api('POST', `/pads/${nfv}/thaw`, undefined, asOrganiser)

    expect((await tick('line-1-1', true)).body).toMatchObject({ code: 'line-gone' })
    expect((await tick('nonsense', true)).body).toMatchObject({ code: 'line-gone' })
    expect(await outcomeCalled('Ana')).toMatchObject({ done: false })
  })
})
