import { PERSON_HEADER } from '@forumpad/api'
import { beforeEach, describe, expect, it } from 'vitest'
import { forgetOtherBuilds } from './asset-copies.ts'
import { addressesKept, isKeptPage, PageCopies } from './page-copies.ts'
import { memoryCaches } from './testing/memory-caches.ts'

const at = (path: string) => `https://pads.example${path}`
const build = { name: 'b1', assets: [] }

function page(text: string, { person = 'ada', status = 200, type = 'text/html; charset=utf-8' } = {}): Response {
  return new Response(text, { status, headers: { 'content-type': type, [PERSON_HEADER]: person } })
}

let caches: CacheStorage
let copies: PageCopies
beforeEach(() => {
  caches = memoryCaches()
  copies = new PageCopies(caches, build)
})
const textAt = async (path: string) => (await copies.find(at(path)))?.text()

describe('the pages on this device', () => {
  it('are those of the last answer, whatever the query said', async () => {
    await copies.heard(at('/p/nfv'), page('yesterday'))
    await copies.heard(at('/p/nfv?from=agenda'), page('today'))
    expect(await textAt('/p/nfv?view=projector')).toBe('today')
    expect(await textAt('/p/other')).toBeUndefined()
  })

  it('are the start page, agendas and pads, and nothing that acts or shows a secret', () => {
    expect(['/', '/p/nfv', '/e/bos', '/p/F%C3%B6hn?x=1'].filter((path) => !isKeptPage(at(path)))).toEqual([])
    const others = [
      '/organiser?key=k',
      '/open?name=x',
      '/p/nfv/export/txt',
      '/api/v1/me',
      '/e/bos/manage',
      '/join/c',
      '/p/',
    ]
    expect(others.filter((path) => isKeptPage(at(path)))).toEqual([])
  })

  it('go when another person sits there', async () => {
    await copies.heard(at('/p/secret'), page('for Ada'))
    await copies.heard(at('/'), page('Hello Grace', { person: 'grace' }))
    expect(await textAt('/p/secret')).toBeUndefined()
    expect(await textAt('/')).toBe('Hello Grace')
  })

  it.each([401, 403, 404, 410])('go when the server answers %i', async (status) => {
    await copies.heard(at('/p/nfv'), page('words'))
    await copies.heard(at('/p/nfv'), page('no', { status }))
    expect(await textAt('/p/nfv')).toBeUndefined()
  })

  it.each([429, 500, 502, 302])('stay when it answers %i', async (status) => {
    await copies.heard(at('/p/nfv'), page('words'))
    await copies.heard(at('/p/nfv'), page('later', { status }))
    expect(await textAt('/p/nfv')).toBe('words')
  })

  it('are pages of ours and nothing that stands in between', async () => {
    const login = new Response('Buy Wi-Fi', { headers: { 'content-type': 'text/html' } })
    await copies.heard(at('/p/nfv'), login)
    await copies.heard(at('/p/feed'), page('{}', { type: 'application/json' }))
    expect(await addressesKept(caches)).toEqual([])
  })

  it('are the sixty that were opened last', async () => {
    for (let n = 0; n < 60; n++) await copies.heard(at(`/p/${n}`), page('words'))
    await copies.heard(at('/p/0'), page('again'))
    await copies.heard(at('/p/60'), page('words'))
    expect(await textAt('/p/1')).toBeUndefined()
    expect((await addressesKept(caches)).slice(0, 2)).toEqual([at('/p/60'), at('/p/0')])
    expect(await addressesKept(caches)).toHaveLength(60)
  })

  it('of another build are not shown, and go with its files when a build takes over', async () => {
    await copies.heard(at('/p/nfv'), page('old'))
    await (await caches.open('assets/b1')).put(at('/assets/main-1.js'), new Response('old()'))
    const newer = new PageCopies(caches, { name: 'b2', assets: [] })
    expect(await newer.find(at('/p/nfv'))).toBeUndefined()
    await newer.heard(at('/p/nfv'), page('new'))
    await forgetOtherBuilds(caches, { name: 'b2', assets: [] })
    expect(await caches.keys()).toEqual(['pages/b2/ada'])
  })
})
