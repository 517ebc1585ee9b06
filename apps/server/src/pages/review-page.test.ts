import type { PageData, ReviewData } from '@forumpad/api'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type RunningApp, runApp } from '../testing/running-app.ts'
import { stockClient } from '../testing/stock-client.ts'

let server: RunningApp
beforeEach(async () => {
  server = await runApp()
})
afterEach(() => server.end())

/** A browser of its own, under this name. */
async function person(name: string): Promise<{ cookie: string }> {
  const { headers } = await server.page('/')
  const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await server.api('PATCH', '/me', { name }, { cookie })
  return { cookie }
}

async function review(path = '/p/edge/review'): Promise<ReviewData> {
  const { status, data } = await server.page(path)
  expect(status).toBe(200)
  return onlyReview(data)
}

function onlyReview(data: PageData): ReviewData {
  if (data.page !== 'review') throw new Error(`This is the page ${data.page}.`)
  return data
}

it('shows the text with whoever wrote it, what was marked in it, and each one’s part of it', async () => {
  await server.makePad('edge', '# Purpose')
  const ada = await stockClient(server.url, 'edge', await person('Ada'))
  const grace = await stockClient(server.url, 'edge', await person('Grace'))
  ada.writes('ACTION: Ana to ask <everybody>, due 2026-06-01')
  await grace.sees('ACTION: Ana to ask <everybody>, due 2026-06-01')
  grace.writes('AGREED: yes')
  await ada.sees('AGREED: yes')

  const { html, marked, contributors, state, role } = await review()
  expect(html).toContain('Purpose')
  expect(html).toMatch(/Written by <\/span>Ada<\/span>.*&lt;everybody&gt;/)
  expect(html).toMatch(/Written by <\/span>Grace<\/span>/)
  expect(marked).toMatchObject([
    {
      is: 'action',
      words: 'Ana to ask <everybody>, due 2026-06-01',
      due: '2026-06-01',
      people: ['Ana'],
      isDone: false,
    },
    { is: 'decision', words: 'yes' },
  ])
  for (const { line } of marked) expect(html).toContain(`id="${line}"`)
  expect(contributors.map(({ person: { name }, share }) => `${name} ${Math.round(share * 100)}`)).toEqual([
    'Ada 80',
    'Grace 20',
  ])
  expect(state).toEqual({ is: 'draft' })
  expect(role).toBe('editor')

  ada.writes('One more')
  await grace.sees('One more')
  expect((await review()).html).toContain('One more')
  ada.leaves()
  grace.leaves()
})

it('of a pad that nobody has opened shows the template, and writes nothing', async () => {
  await server.makePad('edge', '# Purpose\n\n- [ ] Book a room')
  const { html, marked, contributors } = await review()
  expect(html).toContain('Purpose')
  expect(marked).toMatchObject([{ is: 'action', words: 'Book a room', isDone: false }])
  expect(contributors).toEqual([])
  expect(await server.pads.find('edge')).toMatchObject({ revision: 0 })
})

it('is for those who may read the pad', async () => {
  await server.makePad('edge', 'A secret')
  await server.roles.setPadAccess('edge', 'closed')
  const { status, data } = await server.page('/p/edge/review')
  expect(status).toBe(403)
  expect(JSON.stringify(data)).not.toContain('secret')
  expect((await server.page('/p/nowhere/review')).status).toBe(404)
})
