import { LONGEST_COMMENT, type PassageAnchor } from '@forumpad/api'
import { anchorBetween, ROOT } from '@forumpad/pad-schema'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type PageLine, pageLine } from '../testing/page-line.ts'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'

const CHAIR = { authorization: `Bearer ${ORGANISER_KEY}` }

let server: RunningApp
let keys = 0
beforeEach(async () => {
  server = await runApp()
  await server.api('POST', '/pads', { name: 'edge', text: 'the budget of this year\nsecond line' })
})
afterEach(() => server.end())

const comes = (headers: Record<string, string> = {}) => pageLine(server.url, 'edge', headers)

async function anchor(from: number, to: number): Promise<PassageAnchor> {
  const committed = await server.app.livePads.read('edge')
  const doc = new Y.Doc()
  if (committed) Y.applyUpdate(doc, committed.state)
  const found = anchorBetween(doc.getXmlFragment(ROOT), { block: 0, offset: from }, { block: 0, offset: to })
  if (!found) throw new Error('There are no words.')
  return found
}
const BUDGET = [4, 10] as const

const key = () => `key-of-${++keys}`
const begins = async (page: PageLine, text: string, at?: PassageAnchor) =>
  page.ask('comments', { is: 'begin', key: key(), text, anchor: at ?? (await anchor(...BUDGET)) })
const answers = (page: PageLine, thread: number, text: string) =>
  page.ask('comments', { is: 'answer', key: key(), text, thread })
async function reads(page: PageLine, since = 0) {
  const answer = await page.ask('comments', { is: 'look', since })
  if (answer.is !== 'answer' || answer.body.is !== 'comments') throw new Error('No comments came.')
  return answer.body.comments
}

describe('A comment', () => {
  it('is about words that the server reads in the text, reaches everybody, and is there after a restart', async () => {
    const [ada, grace] = [await comes(), await comes()]
    expect(await begins(ada, 'How much\u202E is it?')).toMatchObject({
      body: { is: 'said', comment: { id: 1, thread: 1, quote: 'budget', text: 'How much is it?', resolvedBy: null } },
    })
    await grace.until(() => grace.news('comments').length > 0)
    expect(await answers(grace, 1, 'A lot')).toMatchObject({ body: { comment: { id: 2, thread: 1, quote: '' } } })
    server = await server.restart()
    expect(await reads(await comes())).toMatchObject([
      { id: 1, quote: 'budget', anchor: await anchor(...BUDGET) },
      { id: 2, thread: 1, anchor: null },
    ])
  })

  it('is refused when its words are gone, or when there is nothing in it', async () => {
    const ada = await comes()
    const nowhere = { client: 7, clock: 7 }
    expect(await begins(ada, 'words', { first: nowhere, last: nowhere })).toMatchObject({ code: 'passage-gone' })
    expect(await begins(ada, ' \u202E ')).toMatchObject({ code: 'empty' })
    expect(await begins(ada, 'x'.repeat(LONGEST_COMMENT + 1))).toMatchObject({ code: 'too-long' })
    expect(await answers(ada, 7, 'to nobody')).toMatchObject({ code: 'no-such-thread' })
    expect(await reads(ada)).toEqual([])
  })

  it('is settled and opened again, and deleted by its author or a moderator alone', async () => {
    const [ada, grace, chair] = [await comes(), await comes(), await comes(CHAIR)]
    await begins(ada, 'How much?')
    await grace.ask('comments', { is: 'settle', thread: 1, settled: true })
    expect(await reads(ada)).toMatchObject([{ id: 1, resolvedBy: expect.any(String) }])
    await ada.ask('comments', { is: 'settle', thread: 1, settled: false })
    expect(await reads(ada)).toMatchObject([{ id: 1, resolvedBy: null }])
    expect(await grace.ask('comments', { is: 'delete', id: 1 })).toMatchObject({ code: 'not-allowed' })
    await chair.ask('comments', { is: 'delete', id: 1 })
    expect(await reads(ada)).toMatchObject([{ id: 1, text: '', deletedBy: 'organiser', quote: 'budget' }])
  })

  it('is written by readers where a moderator allows it', async () => {
    await server.roles.setPadAccess('edge', 'by-link')
    const [reader, chair] = [await comes(), await comes(CHAIR)]
    expect(reader.role).toBe('reader')
    expect(await begins(reader, 'May I?')).toMatchObject({ code: 'not-allowed' })
    expect(await reader.ask('comments', { is: 'allow', readers: true })).toMatchObject({ code: 'not-allowed' })
    await chair.ask('comments', { is: 'allow', readers: true })
    expect(await begins(reader, 'Thank you')).toMatchObject({ body: { comment: { id: 1 } } })
    await chair.ask('comments', { is: 'allow', readers: false })
    expect(await answers(reader, 1, 'And now?')).toMatchObject({ code: 'not-allowed' })
  })

  it('waits when there are too many at once, and is not taken by a frozen pad', async () => {
    const ada = await comes()
    const codes = []
    for (let count = 0; count < 10; count += 1) {
      const answer = await begins(ada, `comment ${count}`)
      if (answer.is === 'refusal') codes.push(answer.code)
    }
    expect(new Set(codes)).toEqual(new Set(['too-many']))
    await server.api('POST', '/pads/edge/freeze', undefined, CHAIR)
    const grace = await comes()
    expect(await begins(grace, 'late')).toMatchObject({ code: 'frozen' })
    expect((await reads(grace)).length).toBeGreaterThan(3)
  })

  it('is found by the search, until it is deleted', async () => {
    const ada = await comes()
    await begins(ada, 'the quokka knows')
    const finds = async () => (await server.api('GET', '/search?q=quokka')).body.total
    await expect.poll(finds, { timeout: 5_000 }).toBe(1)
    await ada.ask('comments', { is: 'delete', id: 1 })
    await expect.poll(finds, { timeout: 5_000 }).toBe(0)
  })
})
