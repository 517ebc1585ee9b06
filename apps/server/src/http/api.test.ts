import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'
import { stockClient } from '../testing/stock-client.ts'

let server: RunningApp
beforeEach(async () => {
  server = await runApp()
})
afterEach(() => server.end())

const textOf = async (pad: string) => (await fetch(`${server.url}/api/v1/pads/${pad}/text`)).text()

describe('Pads by HTTP', () => {
  it('are made with a text and read again', async () => {
    const made = await server.api('POST', '/pads', {
      name: 'edge',
      title: 'Edge computing',
      markdown: '# Plan\n\n- one',
    })
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe(`${server.url}/p/edge`)
    expect(made.body).toMatchObject({ name: 'edge', title: 'Edge computing', revision: 1, words: 2 })
    expect((await server.api('GET', '/pads/edge')).body).toMatchObject({ revision: 1, url: `${server.url}/p/edge` })
    expect(await textOf('edge')).toMatch(/^Plan\n.*one/)
  })

  it.each([
    [{ text: 'a * not a list *\n\n# plain' }, 'a * not a list *\n\n# plain\n'],
    [{ html: '<h1>Plan</h1><script>alert(1)</script><p>words</p>' }, 'Plan\nwords\n'],
    [{}, ''],
  ])('take %o', async (content, text) => {
    await server.api('POST', '/pads', { name: 'edge', ...content })
    expect((await textOf('edge')).trimEnd()).toBe(text.trimEnd())
  })

  it('are never made twice', async () => {
    await server.api('POST', '/pads', { name: 'edge', text: 'first' })
    const again = await server.api('POST', '/pads', { name: 'edge', text: 'second' })
    expect(again).toMatchObject({ status: 409, body: { code: 'pad-exists' } })
    expect(await textOf('edge')).toBe('first\n')
  })

  it('show their text to everybody who is in them', async () => {
    await server.api('POST', '/pads', { name: 'edge', text: 'by a script' })
    const ada = await stockClient(server.url, 'edge')
    await ada.sees('by a script')
    ada.leaves()
  })
})

describe('Errors', () => {
  it.each([
    ['POST', '/pads', { name: 'a/b' }, 400, 'invalid-name'],
    ['POST', '/pads', { name: 'edge', text: 'x', html: 'y' }, 400, 'invalid-request'],
    ['POST', '/pads', { nme: 'edge' }, 400, 'invalid-request'],
    ['POST', '/pads', { name: 'edge', colour: 'red' }, 400, 'invalid-request'],
    ['POST', '/pads', { name: 7 }, 400, 'invalid-request'],
    ['PATCH', '/me', { name: ' ' }, 400, 'invalid-name'],
    ['PATCH', '/me', { hue: 99 }, 400, 'invalid-request'],
    ['GET', '/pads/nowhere', undefined, 404, 'no-such-pad'],
    ['GET', '/nowhere', undefined, 404, 'not-found'],
    ['POST', '/events', { slug: 'x', title: 'X', timeZone: 'UTC' }, 401, 'organiser-only'],
  ])('%s %s %o is problem+json %i %s', async (method, path, body, status, code) => {
    const answer = await server.api(method, path, body)
    expect(answer).toMatchObject({ status, body: { status, code, detail: expect.stringMatching(/\.$/) } })
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  })

  it('and so are a body that is no JSON, and a page of another site', async () => {
    const post = (headers: Record<string, string>, body: string) =>
      fetch(`${server.url}/api/v1/pads`, { method: 'POST', headers, body })
    const broken = await post({ 'content-type': 'application/json' }, '{"name":')
    expect([broken.status, broken.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ])
    const foreign = await post(
      { 'content-type': 'application/json', origin: 'https://evil.example' },
      '{"name":"edge"}',
    )
    expect(foreign.status).toBe(403)
    expect(await server.pads.names()).toEqual([])
  })
})

describe('Oneself', () => {
  it('is somebody with a name that can be changed', async () => {
    const me = await server.api('GET', '/me')
    const cookie = me.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const renamed = await server.api('PATCH', '/me', { name: ' Ada\u202E  Lovelace ', hue: 5 }, { cookie })
    expect(renamed.body).toEqual({ id: me.body.id, name: 'Ada Lovelace', hue: 5 })
    expect((await server.api('GET', '/me', undefined, { cookie })).body).toEqual(renamed.body)
  })
})

describe('For operators', () => {
  it('it tells health, readiness and numbers', async () => {
    const health = await fetch(`${server.url}/health`)
    expect(health.headers.get('content-type')).toMatch(/^application\/health\+json/)
    expect(await health.json()).toEqual({ status: 'pass' })
    expect((await fetch(`${server.url}/ready`)).status).toBe(200)
    expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('forumpad_revisions_total 0')
  })

  it('it is not ready while saving fails, and is again when it works', async () => {
    await server.end()
    let works = false
    server = await runApp(
      {},
      {
        store: (real) => ({
          ...real,
          append: (...of) => (works ? real.append(...of) : Promise.reject(new Error('disk full'))),
        }),
      },
    )
    await server.makePad('edge')
    const ada = await stockClient(server.url, 'edge')
    ada.writes('Not on disk yet')
    await expect.poll(async () => (await fetch(`${server.url}/ready`)).status, { timeout: 4_000 }).toBe(503)
    expect((await fetch(`${server.url}/health`)).status).toBe(200)
    expect(await textOf('edge')).toBe('')
    works = true
    await expect.poll(async () => (await fetch(`${server.url}/ready`)).status, { timeout: 4_000 }).toBe(200)
    await expect.poll(() => textOf('edge')).toBe('Not on disk yet\n')
    ada.leaves()
  })

  it('it describes its calls, on a page too that loads nothing from elsewhere', async () => {
    const { body } = await server.api('GET', '/openapi.json')
    expect(Object.keys(body.paths as object)).toEqual(
      expect.arrayContaining(['/api/v1/pads', '/api/v1/pads/{pad}', '/api/v1/me', '/api/v1/events']),
    )
    const page = await (await fetch(`${server.url}/api/v1/docs`)).text()
    expect(page).toContain('swagger-ui-bundle.js')
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//)
    expect(page).not.toMatch(/<script>|<style|style=/)
  })

  it('it asks for patience when somebody makes pads without end, but not organisers', async () => {
    // Refused ones count as well, and need no disk.
    const tries = (headers = {}) => server.api('POST', '/pads', { name: 'a/b' }, headers)
    const answers = await Promise.all(Array.from({ length: 310 }, () => tries()))
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(300)
    expect(answers.find(({ status }) => status === 429)?.body).toMatchObject({ code: 'too-many-requests' })
    expect((await tries({ authorization: `Bearer ${ORGANISER_KEY}` })).status).toBe(400)
  })
})
