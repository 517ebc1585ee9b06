import type { EventTemplates, TemplatesData } from '@forumpad/api'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ORGANISER_KEY, type RunningApp, runApp } from '../../testing/running-app.ts'
import { type StockClient, stockClient } from '../../testing/stock-client.ts'

const asOrganiser = { authorization: `Bearer ${ORGANISER_KEY}` }
const AGENDA = `Title,Start,End,Room,Type,Track,ID
Fog,2026-05-10 14:00,2026-05-10 14:40,Hynes 101,BoF,Ops,fog
Upgrades,2026-05-10 15:00,2026-05-10 15:40,Hynes 102,Forum,Ops,upgrades
Lunch,2026-05-10 16:00,2026-05-10 16:40,Hall,,,lunch`

let app: RunningApp
const guests: StockClient[] = []
beforeEach(async () => {
  app = await runApp()
  await app.api('POST', '/events', { slug: 'bos', title: 'Boston', timeZone: 'UTC' }, asOrganiser)
  await brings(AGENDA)
}, 30_000)
afterEach(async () => {
  for (const guest of guests.splice(0)) guest.leaves()
  await app.end()
})

const brings = (text: string) => app.api('POST', '/events/bos/imports', { text }, asOrganiser)
const textOf = async (pad: string) => (await fetch(`${app.url}/api/v1/pads/bos-${pad}/text`)).text()
const keeps = (path: string, markdown: string) =>
  app.api('PUT', `/events/bos/templates${path}`, { markdown }, asOrganiser)
const without = (path: string) =>
  fetch(`${app.url}/api/v1/events/bos/${path}`, { method: 'DELETE', headers: asOrganiser })
const forgets = (path: string) => without(`templates${path}`)
const acts = async () =>
  ((await app.api('GET', '/events/bos/audit', undefined, asOrganiser)).body.entries as Record<string, unknown>[]).map(
    ({ act, about }) => [act, about],
  )
const submits = (path: string, fields: Record<string, string>, headers: Record<string, string> = asOrganiser) =>
  fetch(`${app.url}/e/bos/templates${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: new URLSearchParams(fields),
  })

/** Somebody opens a pad and writes a line in it. */
async function writes(pad: string, words: string) {
  const [writer, reader] = [await stockClient(app.url, `bos-${pad}`), await stockClient(app.url, `bos-${pad}`)]
  guests.push(writer, reader)
  writer.writes(words)
  await reader.sees(words)
}

test('a pad that nobody has opened begins with the template of its type, its track or its event', async () => {
  expect(await textOf('lunch')).toContain('Purpose and goals')
  await keeps('', 'All of {event}')
  await keeps('/ops', 'Track {track}')
  await keeps('/BoF', '# {title} in {room}')
  expect(await Promise.all(['fog', 'upgrades', 'lunch'].map(textOf))).toEqual([
    'Fog in Hynes 101\n',
    'Track Ops\n',
    'All of Boston\n',
  ])
  await forgets('/BoF')
  await forgets('')
  expect(await textOf('fog')).toBe('Track Ops\n')
  expect(await textOf('lunch')).toContain('Purpose and goals')
  expect((await forgets('')).status).toBe(404)

  const listed = (await app.api('GET', '/events/bos/templates', undefined, asOrganiser)).body as EventTemplates
  expect(listed.templates).toMatchObject([{ type: 'ops', markdown: 'Track {track}' }])
  expect(listed.types).toEqual([
    { type: 'Ops', sessions: 2 },
    { type: 'BoF', sessions: 1 },
    { type: 'Forum', sessions: 1 },
  ])
  expect((await acts()).slice(0, 5)).toEqual([
    ['template-removed', ''],
    ['template-removed', 'BoF'],
    ['template-saved', 'BoF'],
    ['template-saved', 'ops'],
    ['template-saved', ''],
  ])
}, 40_000)

test('what is written in a pad is never touched by a template, whatever the agenda says later', async () => {
  await keeps('/BoF', 'Before')
  await writes('fog', 'Ana was here')
  const before = await textOf('fog')
  await keeps('/BoF', 'After')
  await brings(AGENDA.replace('Fog,', 'Fog and edge,').replace('Lunch,', 'Dinner,'))
  expect(await textOf('fog')).toBe(before)
  expect(before).toMatch(/Before/)
  await forgets('/BoF')
  expect(await textOf('fog')).toBe(before)
}, 40_000)

test('the agenda brings new sessions, new types and new titles, and undoing brings the old ones back', async () => {
  await keeps('/BoF', '{title}')
  await keeps('', '')
  const later = AGENDA.replace('Fog,', 'Fog and edge,').replace('Hall,,,', 'Hall,BoF,,')
  const { body } = await brings(`${later}\nHelm,2026-05-10 17:00,,Hall,bof,,helm`)
  expect(await Promise.all(['fog', 'lunch', 'helm', 'upgrades'].map(textOf))).toEqual([
    'Fog and edge\n',
    'Lunch\n',
    'Helm\n',
    '',
  ])
  await without(`imports/${body.id}`)
  expect(await Promise.all(['fog', 'lunch'].map(textOf))).toEqual(['Fog\n', ''])
}, 40_000)

test('an empty template is an empty pad, until there is another', async () => {
  await keeps('/BoF', '')
  expect(await textOf('fog')).toBe('')
  await keeps('/BoF', 'Words')
  expect(await textOf('fog')).toBe('Words\n')
}, 40_000)

test('what cannot be kept is said in a sentence, and nothing changes', async () => {
  const long = await keeps('', 'a'.repeat(20_001))
  expect(long).toMatchObject({ status: 413, body: { code: 'template-too-long' } })
  expect(long.body.detail).toBe(
    'The template has 20,001 characters; at most 20,000 are kept. Shorten it; nothing was changed.',
  )
  expect((await keeps(`/${'x'.repeat(101)}`, 'a')).status).toBe(400)
  expect((await keeps('/%20', 'a')).status).toBe(400)
  expect((await keeps('/BoF', '{foo} {title}')).body).toMatchObject({ unknown: ['{foo}'] })
  for (let n = 1; n < 50; n += 1) await keeps(`/type-${n}`, 'a')
  expect((await keeps('/one-more', 'a')).status).toBe(409)
  expect((await keeps('/BoF', 'again')).status).toBe(200)
}, 40_000)

test('the page shows a session as it would begin, keeps and removes, without any script', async () => {
  const page = async (query = '') =>
    (await app.page(`/e/bos/templates${query}`, { headers: asOrganiser })).data as TemplatesData
  expect(await page()).toMatchObject({ type: null, isKept: false, unopened: 3, preview: { session: { title: 'Fog' } } })
  expect((await page()).markdown).toContain('{agenda}')

  const preview = await submits('/preview', { type: 'Forum', markdown: '# {title}\r\n{agenda} {nonsense}' })
  expect(preview.status).toBe(200)
  const shown = (await preview.json()) as TemplatesData
  expect(shown).toMatchObject({ unknown: ['{nonsense}'], isKept: false, markdown: '# {title}\n{agenda} {nonsense}' })
  expect(shown.preview?.html).toMatch(/<h3[^>]*>Upgrades/)
  expect(await textOf('upgrades')).toContain('Purpose and goals')

  const saved = await submits('', { type: 'Forum', markdown: 'Dear {people}\r\nhello' })
  expect(saved.headers.get('location')).toBe('/e/bos/templates?type=Forum&said=saved')
  expect(await page('?type=forum')).toMatchObject({ isKept: true, markdown: 'Dear {people}\nhello', unopened: 1 })
  expect(await textOf('upgrades')).toMatch(/^Dear\s+hello/)
  const refused = await submits('', { type: 'Forum', markdown: 'b'.repeat(20_001) })
  expect(refused.status).toBe(413)
  expect(await refused.text()).toContain('at most 20,000 are kept')
  expect((await submits('/remove', { type: 'Forum', markdown: '' })).status).toBe(303)
  expect(await page('?type=Forum')).toMatchObject({ isKept: false })
  expect((await acts()).slice(0, 2)).toEqual([
    ['template-removed', 'Forum'],
    ['template-saved', 'Forum'],
  ])
}, 40_000)

test('only organisers of the event see and change templates, and no other site does it for them', async () => {
  const cookie = (await app.page('/')).headers.get('set-cookie')?.split(';')[0] ?? ''
  const { body } = await app.api('POST', '/events/bos/links', { role: 'moderator' }, asOrganiser)
  await fetch(String(body.url), { redirect: 'manual', headers: { cookie } })
  const asModerator = { cookie, origin: app.url }
  for (const [method, path] of [
    ['GET', ''],
    ['PUT', ''],
    ['PUT', '/BoF'],
    ['DELETE', ''],
    ['DELETE', '/BoF'],
  ] as const)
    expect(
      (
        await app.api(
          method,
          `/events/bos/templates${path}`,
          method === 'PUT' ? { markdown: 'x' } : undefined,
          asModerator,
        )
      ).status,
    ).toBe(401)
  expect((await app.page('/e/bos/templates', { headers: asModerator })).status).toBe(401)
  for (const path of ['', '/preview', '/remove'])
    expect((await submits(path, { type: '', markdown: 'x' }, asModerator)).status).toBe(401)
  expect(
    (await submits('', { type: '', markdown: 'x' }, { ...asOrganiser, origin: 'https://else.example' })).status,
  ).toBe(403)
  expect(await textOf('fog')).toContain('Purpose and goals')
}, 40_000)
