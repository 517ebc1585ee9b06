import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerPage, PATIENCE_MS } from './answer-page.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A visit to a page, whose server answers when it is told to. */
function visit({ copy }: { copy?: string } = {}) {
  let resolve = (_: Response) => {}
  let reject = (_: Error) => {}
  const answer = new Promise<Response>((resolved, rejected) => {
    resolve = resolved
    reject = rejected
  })
  const heard: string[] = []
  const { page, kept } = answerPage({
    fetchPage: () => answer,
    heard: async (response) => void heard.push(await response.text()),
    copy: async () => (copy === undefined ? undefined : new Response(copy)),
    offlinePage: async () => new Response('not here'),
  })
  return { server: { resolve, reject }, heard, kept, shown: page.then((response) => response.text()) }
}

const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('a page', () => {
  it('is the one that the server sends, which is kept', async () => {
    const { server, shown, heard, kept } = visit({ copy: 'old' })
    await passes(PATIENCE_MS - 1)
    server.resolve(new Response('new'))
    expect(await shown).toBe('new')
    await kept
    expect(heard).toEqual(['new'])
  })

  it('is the refusal of the server rather than an old copy', async () => {
    const { server, shown } = visit({ copy: 'old' })
    server.resolve(new Response('not for you', { status: 403 }))
    expect(await shown).toBe('not for you')
  })

  it('is the copy at once without network', async () => {
    const { server, shown } = visit({ copy: 'old' })
    server.reject(new TypeError('Failed to fetch'))
    expect(await shown).toBe('old')
  })

  it('is the copy when the server does not answer in time, and what it says later is kept for the next visit', async () => {
    const { server, shown, heard, kept } = visit({ copy: 'old' })
    await passes(PATIENCE_MS)
    expect(await shown).toBe('old')
    server.resolve(new Response('new'))
    await kept
    expect(heard).toEqual(['new'])
  })

  it('is the copy while a proxy says that the server is away', async () => {
    const { server, shown } = visit({ copy: 'old' })
    server.resolve(new Response('Bad Gateway', { status: 502 }))
    expect(await shown).toBe('old')
  })

  it('is waited for where there is no copy', async () => {
    const { server, shown } = visit()
    await passes(10 * PATIENCE_MS)
    server.resolve(new Response('slow'))
    expect(await shown).toBe('slow')
  })

  it('is the page that says so where there is neither network nor copy', async () => {
    const { server, shown } = visit()
    server.reject(new TypeError('Failed to fetch'))
    expect(await shown).toBe('not here')
  })
})
