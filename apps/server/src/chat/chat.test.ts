import { type ChatMessage, LONGEST_CHAT_MESSAGE } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type PageLine, pageLine } from '../testing/page-line.ts'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'

const CHAIR = { authorization: `Bearer ${ORGANISER_KEY}` }

let server: RunningApp
let keys = 0
beforeEach(async () => {
  server = await runApp()
  await server.makePad('edge')
})
afterEach(() => server.end())

const comes = (headers: Record<string, string> = {}) => pageLine(server.url, 'edge', headers)

/** The headers of somebody with a name. */
async function named(name: string): Promise<Record<string, string>> {
  const answer = await server.api('PATCH', '/me', { name })
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
}

async function says(page: PageLine, text: string, key = `key-of-${++keys}`) {
  return page.ask('chat', { is: 'say', key, text })
}

async function reads(page: PageLine, since = 0): Promise<ChatMessage[]> {
  const answer = await page.ask('chat', { is: 'look', since })
  if (answer.is !== 'answer' || answer.body.is !== 'messages') throw new Error('No messages came.')
  return answer.body.messages
}

const heard = (page: PageLine) => page.news('chat').map(({ message }) => message)

describe('What somebody says', () => {
  it('reaches everybody on the pad under the name that the server knows, and is there after a restart', async () => {
    const ada = await comes(await named('Ada Lovelace'))
    const grace = await comes()
    const answer = await says(ada, '  Hello \u202Ethere\u0007 ')
    expect(answer).toMatchObject({ body: { is: 'said', message: { id: 1, text: 'Hello there' } } })
    await grace.until(() => heard(grace).length > 0)
    expect(heard(grace)).toMatchObject([{ text: 'Hello there', person: { name: 'Ada Lovelace' }, deletedBy: null }])
    server = await server.restart()
    expect(await reads(await comes())).toEqual(heard(grace))
  })

  it('is said once, however often its page asks for it', async () => {
    const ada = await comes(await named('Ada'))
    await says(ada, 'once', 'the-same-key')
    await says(ada, 'once', 'the-same-key')
    expect(await reads(ada)).toHaveLength(1)
    expect(heard(ada)).toHaveLength(1)
  })

  it.each([
    ['nothing', ' \n\u202E', 'empty'],
    ['too much', 'x'.repeat(LONGEST_CHAT_MESSAGE + 1), 'too-long'],
    ['far too much', 'x'.repeat(LONGEST_CHAT_MESSAGE * 2 + 1), 'malformed'],
  ])('is refused when it is %s', async (_, text, code) => {
    const ada = await comes()
    expect(await says(ada, text)).toMatchObject({ is: 'refusal', code })
    expect(await reads(ada)).toEqual([])
  })

  it('is refused in a flood, in words that say what to do, and the others notice nothing', async () => {
    const flooder = await comes()
    const grace = await comes()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => says(flooder, `flood ${n}`)))
    const refused = answers.filter(({ is }) => is === 'refusal')
    expect(refused.length).toBeGreaterThan(10)
    expect(refused[0]).toMatchObject({ code: 'too-many', text: expect.stringContaining('still here') })
    expect(await says(grace, 'Calm')).toMatchObject({ is: 'answer' })
  })

  it('is refused in a frozen pad, whose chat can be read', async () => {
    const ada = await comes()
    await says(ada, 'before')
    await server.api('POST', '/pads/edge/freeze', undefined, CHAIR)
    expect(await says(ada, 'after')).toMatchObject({ is: 'refusal', code: 'frozen' })
    expect((await reads(ada)).map(({ text }) => text)).toEqual(['before'])
  })

  it('is refused where there is no pad', async () => {
    const lost = await pageLine(server.url, 'egde')
    await expect(Promise.race([says(lost, 'hello'), lost.closed])).resolves.toSatisfy(
      (outcome) => outcome === 4404 || outcome.code === 'no-such-pad',
    )
    expect(await server.pads.find('egde')).toBeUndefined()
  })
})

describe('Whoever was away', () => {
  it('gets what was said and deleted since, and no more', async () => {
    const ada = await comes(await named('Ada'))
    const grace = await comes(await named('Grace'))
    await says(ada, 'one')
    await says(ada, 'two')
    const known = Math.max(...(await reads(grace)).map(({ change }) => change))
    await grace.leaves()
    await says(ada, 'three')
    await ada.ask('chat', { is: 'delete', id: 1 })
    const back = await comes()
    expect((await reads(back, known)).map(({ id, text, deletedBy }) => ({ id, text, deletedBy }))).toEqual([
      { id: 3, text: 'three', deletedBy: null },
      { id: 1, text: '', deletedBy: 'author' },
    ])
    expect(await back.ask('chat', { is: 'count', read: 2 })).toMatchObject({ body: { unread: 1, newest: 3 } })
  })

  it('reads back in pages', async () => {
    const ada = await comes()
    for (let n = 1; n <= 120; n++) {
      await server.chat.add('edge', { at: n, person: { id: 'p', name: 'P', hue: 0 }, text: `m${n}`, key: `key-${n}` })
    }
    const newest = await ada.ask('chat', { is: 'look', since: 0 })
    expect(newest).toMatchObject({ body: { fresh: true, older: true, messages: { length: 50, 0: { text: 'm71' } } } })
    const last = await ada.ask('chat', { is: 'older', before: 21 })
    expect(last).toMatchObject({ body: { older: false, messages: { length: 20, 0: { text: 'm1' } } } })
  })
})

describe('Deleting', () => {
  it("is for the organiser and the author: the mark stays, the words are gone from everybody's page", async () => {
    const ada = await comes(await named('Ada'))
    const grace = await comes(await named('Grace'))
    const chair = await comes(CHAIR)
    await says(ada, 'rude')
    expect(await grace.ask('chat', { is: 'delete', id: 1 })).toMatchObject({ is: 'refusal', code: 'not-allowed' })
    expect(await chair.ask('chat', { is: 'delete', id: 1 })).toMatchObject({ is: 'answer' })
    await grace.until(() => heard(grace).length > 1)
    expect(heard(grace).at(-1)).toMatchObject({ id: 1, text: '', deletedBy: 'organiser', person: { name: 'Ada' } })
    expect(await chair.ask('chat', { is: 'delete', id: 9 })).toMatchObject({ code: 'no-such-message' })
  })
})
