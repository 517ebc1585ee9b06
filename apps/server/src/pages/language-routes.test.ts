import { afterEach, beforeEach, expect, it } from 'vitest'
import { type RunningApp, runApp } from '../testing/running-app.ts'

let server: RunningApp
beforeEach(async () => {
  server = await runApp()
})
afterEach(() => server.end())

const choose = (to: string, referer?: string) =>
  fetch(`${server.url}/language?to=${encodeURIComponent(to)}`, {
    redirect: 'manual',
    headers: referer === undefined ? {} : { referer },
  })

it('keeps the choice and goes back to the page that it was made on', async () => {
  const { status, headers } = await choose('de', `${server.url}/search?q=budget`)
  expect(status).toBe(303)
  expect(headers.get('location')).toBe('/search?q=budget')
  expect(headers.get('set-cookie')).toBe('language=de; Path=/; Max-Age=31536000; SameSite=Lax')
})

it('keeps nothing that it does not speak, and leads nowhere else', async () => {
  for (const to of ['fr', '', 'de; Path=/admin', 'toString'])
    expect((await choose(to, `${server.url}/`)).headers.get('set-cookie')).toBeNull()
  for (const referer of ['https://elsewhere.example/p/a', `${server.url}//elsewhere.example/`, 'no address']) {
    const { headers } = await choose('de', referer)
    expect(headers.get('location')).toBe('/')
    expect(headers.get('set-cookie')).toBeNull()
  }
})

it('hands a page out in the language of whoever asks, and says what that hangs on', async () => {
  const { data, headers } = await server.page('/', { headers: { 'accept-language': 'ar-EG,ar;q=0.9' } })
  expect(data).toMatchObject({ page: 'home', language: 'ar' })
  expect(headers.get('content-language')).toBe('ar')
  expect(headers.get('vary')).toContain('accept-language, cookie')
  const chosen = await server.page('/', { headers: { 'accept-language': 'ar', cookie: 'language=de' } })
  expect(chosen.data).toMatchObject({ language: 'de' })
})
