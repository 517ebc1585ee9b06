import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'

const ORGANISER = { authorization: `Bearer ${ORGANISER_KEY}` }

let server: RunningApp
beforeEach(async () => {
  server = await runApp()
})
afterEach(() => server.end())

const ask = async (query: string, headers = {}) => server.api('GET', `/search?${query}`, undefined, headers)

/** What is found, once something is: new text is there within five seconds. */
async function finds(query: string) {
  const until = Date.now() + 5_000
  for (;;) {
    const { body } = await ask(query)
    if (body.total !== 0 || Date.now() > until) return body
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

describe('The search', () => {
  it('finds new text within five seconds, with the link to its line', async () => {
    await server.api('POST', '/pads', { name: 'edge', title: 'Edge', text: 'first\nthe Größe of the budget' })
    expect(await finds('q=grosse%20budget')).toMatchObject({
      total: 1,
      pads: [
        {
          pad: 'edge',
          passages: [
            {
              in: 'notes',
              line: expect.stringMatching(/^line-\d+-\d+-the-gr%C3%B6%C3%9Fe-of-the-budget$/),
              text: 'the Größe of the budget',
              found: [
                [4, 9],
                [17, 23],
              ],
            },
          ],
        },
      ],
    })
  })

  it('finds what was written before the server stopped', async () => {
    await server.api('POST', '/pads', { name: 'edge', text: 'kept for ever' })
    server = await server.restart()
    expect(await finds('q=kept')).toMatchObject({ total: 1 })
  })

  it('shows a page, and says on it what is wrong with a question', async () => {
    await server.api('POST', '/pads', { name: 'edge', text: 'the budget' })
    await finds('q=budget')
    expect((await server.page('/search')).data).toMatchObject({
      page: 'search',
      q: '',
      outcome: { is: 'nothing asked' },
    })
    expect((await server.page('/search?q=budget')).data).toMatchObject({
      outcome: { is: 'found', results: { total: 1 } },
    })
    const { status, data } = await server.page(`/search?q=${'x'.repeat(10_000)}`)
    expect(status).toBe(400)
    expect(data).toMatchObject({
      outcome: { is: 'refused', detail: expect.stringContaining('at most 500 characters') },
    })
  })

  it.each([
    ['x'.repeat(10_000), 'query-too-long'],
    ['- * "" -"" **', 'nothing-to-look-for'],
    ['"""""""', 'nothing-to-look-for'],
    ['', 'nothing-to-look-for'],
    ['day:yesterday', 'no-such-day'],
  ])('refuses %.20s with a code', async (q, code) => {
    expect(await ask(`q=${encodeURIComponent(q)}`)).toMatchObject({ status: 400, body: { code } })
  })

  it('tells nothing of a closed pad to whoever may not read it', async () => {
    await server.api('POST', '/pads', { name: 'edge', title: 'Secret plans', text: 'the budget' })
    await finds('q=budget')
    await server.roles.setPadAccess('edge', 'closed')
    expect((await ask('q=budget')).body).toMatchObject({ total: 0, pads: [] })
    expect((await ask('q=secret')).body).toMatchObject({ total: 0, pads: [] })
    expect((await ask('q=budget', ORGANISER)).body).toMatchObject({ total: 1 })
  })

  it('finds a pad by its title before anybody has opened it, although it was written wrongly', async () => {
    await server.makePad('kubernetes')
    expect(await finds('q=kubernets')).toMatchObject({ total: 1, pads: [{ titleFound: [[0, 10]], passages: [] }] })
  })
})
