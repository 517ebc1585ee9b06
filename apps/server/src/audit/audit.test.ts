import { afterEach, beforeEach, expect, test } from 'vitest'
import { agendaText } from '../agenda/testing/agenda-text.ts'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'

const asOrganiser = { authorization: `Bearer ${ORGANISER_KEY}` }

let app: RunningApp
beforeEach(async () => {
  app = await runApp()
  await app.api('POST', '/events', { slug: 'bos', title: 'Boston', timeZone: 'UTC' }, asOrganiser)
  await app.api('POST', '/events/bos/imports', { text: agendaText([{ uid: 'fog', title: 'Fog' }]) }, asOrganiser)
}, 30_000)
afterEach(() => app.end())

const log = async (query = '') => (await app.api('GET', `/events/bos/audit${query}`, undefined, asOrganiser)).body
const acts = async () => ((await log()).entries as { act: string }[]).map(({ act }) => act)

/** Somebody with a cookie of their own, who holds a role by a link. */
async function holder(role: string, event = 'bos'): Promise<string> {
  const cookie = (await app.page('/')).headers.get('set-cookie')?.split(';')[0] ?? ''
  const { body } = await app.api('POST', `/events/${event}/links`, { role }, asOrganiser)
  await fetch(String(body.url), { redirect: 'manual', headers: { cookie } })
  await app.api('PATCH', '/me', { name: 'Ana', hue: 3 }, { cookie, origin: app.url })
  return cookie
}

test('who did what is noted with their name and role of that time, the newest first', async () => {
  const cookie = await holder('moderator')
  expect((await app.api('POST', '/pads/bos-fog/freeze', undefined, { cookie, origin: app.url })).status).toBe(200)
  await app.api('PATCH', '/me', { name: 'Another name', hue: 3 }, { cookie, origin: app.url })
  const { entries, next } = (await log()) as { entries: Record<string, unknown>[]; next: null }
  expect(entries).toMatchObject([
    { act: 'frozen', pad: 'bos-fog', name: 'Ana', role: 'moderator' },
    { act: 'link-made', pad: null, name: null, person: null, role: 'organiser', about: 'Link 1: moderator' },
    { act: 'import-applied', about: 'Import 1, 1 new' },
  ])
  expect(next).toBeNull()
})

test('what was refused, or only tried, is not noted', async () => {
  await app.api('POST', '/events/bos/imports', { text: agendaText([]), dryRun: true }, asOrganiser)
  expect((await app.api('POST', '/pads/bos-fog/freeze', undefined, { origin: app.url })).status).toBe(401)
  expect(await acts()).toEqual(['import-applied'])
})

test('only organisers read it', async () => {
  const cookie = await holder('moderator')
  expect((await app.api('GET', '/events/bos/audit', undefined, { cookie })).status).toBe(401)
  expect((await app.api('GET', '/events/bos/audit')).status).toBe(401)
  const { data } = await app.page('/e/bos/manage', { headers: { cookie } })
  expect(data).toMatchObject({ page: 'manage', audit: null })
})
