import type { ModerationData } from '@forumpad/api'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { agendaText } from '../agenda/testing/agenda-text.ts'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'
import { type StockClient, stockClient } from '../testing/stock-client.ts'

const asOrganiser = { authorization: `Bearer ${ORGANISER_KEY}` }

let app: RunningApp
const guests: StockClient[] = []
beforeEach(async () => {
  app = await runApp()
  await app.api('POST', '/events', { slug: 'bos', title: 'Boston', timeZone: 'UTC' }, asOrganiser)
  const talks = ['fog', 'nfv'].map((uid) => ({ uid, title: uid, padName: uid }))
  await app.api('POST', '/events/bos/imports', { text: agendaText(talks) }, asOrganiser)
}, 30_000)
afterEach(async () => {
  for (const guest of guests.splice(0)) guest.leaves()
  await app.end()
})

/** Somebody with a cookie of their own, and their id. */
async function browser() {
  const headers = { cookie: (await app.page('/')).headers.get('set-cookie')?.split(';')[0] ?? '', origin: app.url }
  const { body } = await app.api('PATCH', '/me', { name: 'Eve', hue: 3 }, headers)
  return { headers, id: String(body.id) }
}

/** Writes a line in a pad and waits until others see it. */
async function writes(pad: string, words: string, headers: Record<string, string>): Promise<StockClient> {
  const [writer, reader] = [await stockClient(app.url, pad, headers), await stockClient(app.url, pad)]
  guests.push(writer, reader)
  writer.writes(words)
  await reader.sees(words)
  return writer
}

const moderation = async (query = '') =>
  (await app.page(`/e/bos/moderation${query}`, { headers: asOrganiser })).data as ModerationData
const textOf = async (pad: string) => (await fetch(`${app.url}/api/v1/pads/${pad}/text`)).text()
const post = (path: string) =>
  fetch(`${app.url}/e/bos/moderation/${path}`, { method: 'POST', redirect: 'manual', headers: asOrganiser })
const acts = async () =>
  ((await app.api('GET', '/events/bos/audit', undefined, asOrganiser)).body.entries as Record<string, unknown>[]).map(
    ({ act, about }) => [act, about],
  )

test('what was done in all pads is listed by person and pad, and all of one person is undone everywhere', async () => {
  const [eve, ana] = [await browser(), await browser()]
  await writes('fog', 'Eve was here', eve.headers)
  await writes('fog', 'Notes of Ana', ana.headers)
  await writes('nfv', 'Eve was here too', eve.headers)

  const page = await moderation()
  expect(page.changes.map(({ pad, person }) => [pad, person.id])).toEqual([
    ['nfv', eve.id],
    ['fog', ana.id],
    ['fog', eve.id],
  ])
  expect(page.changes[0]).toMatchObject({ came: 16, went: 0 })
  expect((await moderation(`?person=${ana.id}`)).changes.map(({ pad }) => pad)).toEqual(['fog'])

  await app.api('POST', '/pads/fog/undo-person', { person: ana.id, to: 1 }, asOrganiser)
  // It came to nothing.
  expect((await acts())[0]).toEqual(['import-applied', 'Import 1, 2 new'])
  await app.api('POST', '/pads/nfv/freeze', undefined, asOrganiser)
  expect((await post(`undo/${eve.id}`)).headers.get('location')).toContain('undone=1&frozen=1')
  expect(await textOf('fog')).toContain('Notes of Ana')
  expect(await textOf('fog')).not.toContain('Eve was here')
  expect(await textOf('nfv')).toContain('Eve was here too')
  expect((await acts())[0]).toEqual(['person-undone', 'Eve'])
}, 40_000)

test('the way to earlier changes leads on although hundreds came in the same millisecond', async () => {
  const add = app.database.raw.prepare(
    `INSERT INTO pad_update (pad, revision, at, person, bytes) SELECT id, ?, ?, ?, x'0000' FROM pad WHERE name = ?`,
  )
  const raise = app.database.raw.prepare('UPDATE pad SET head = ?, changed_at = ? WHERE name = ?')
  for (const pad of ['fog', 'nfv']) {
    for (let revision = 1; revision <= 700; revision += 1) add.run(revision, 5000, `writer ${revision % 40}`, pad)
    raise.run(700, 5000, pad)
  }
  const seen = new Set<string>()
  let [page, pages] = [await moderation(), 1]
  for (; ; pages += 1) {
    for (const { pad, person } of page.changes) seen.add(`${pad} ${person.id}`)
    if (page.next === null || pages === 50) break
    page = await moderation(`?before=${encodeURIComponent(page.next)}`)
  }
  expect(pages).toBeLessThan(50)
  expect(seen.size).toBe(80)
}, 40_000)

test('who is blocked loses the right to write at once, in open pages too, until that is lifted', async () => {
  const eve = await browser()
  const page = await writes('fog', 'Eve was here', eve.headers)
  const role = async () => ((await app.page('/p/fog', { headers: eve.headers })).data as { role?: string }).role
  expect(await role()).toBe('editor')

  await app.api('PUT', `/events/bos/blocks/${eve.id}`, undefined, asOrganiser)
  page.writes('Eve goes on')
  await expect.poll(role).toBe('reader')
  const ana = await browser()
  await writes('fog', 'Ana may write', ana.headers)
  expect(await textOf('fog')).not.toContain('Eve goes on')
  expect((await moderation()).blocked).toMatchObject([{ person: { id: eve.id, name: 'Eve' } }])

  expect((await post(`lift/${eve.id}`)).status).toBe(303)
  expect(await role()).toBe('editor')
  expect((await acts()).slice(0, 2)).toEqual([
    ['block-lifted', 'Eve'],
    ['person-blocked', 'Eve'],
  ])
}, 40_000)

test('a lock leaves the writing to those with a link, at once, whatever was chosen, until it is lifted', async () => {
  const [eve, ana] = [await browser(), await browser()]
  const { body } = await app.api('POST', '/events/bos/links', { role: 'editor' }, asOrganiser)
  await fetch(String(body.url), { redirect: 'manual', headers: ana.headers })
  await app.api('PUT', '/pads/nfv/access', { access: 'open' }, asOrganiser)
  const page = await writes('fog', 'Eve was here', eve.headers)
  const role = async (pad: string, { headers } = eve) =>
    ((await app.page(`/p/${pad}`, { headers })).data as { role?: string }).role

  expect((await post('lock')).status).toBe(303)
  page.writes('Eve goes on')
  await writes('fog', 'Ana may write', ana.headers)
  expect(await Promise.all([role('fog'), role('nfv'), role('fog', ana)])).toEqual(['reader', 'reader', 'editor'])
  expect(await textOf('fog')).not.toContain('Eve goes on')
  expect((await moderation()).isLocked).toBe(true)
  expect((await app.api('GET', '/pads/nfv/access')).body).toEqual({ chosen: 'open', access: 'by-link', lock: 'event' })

  expect((await post('unlock')).status).toBe(303)
  expect(await Promise.all([role('fog'), role('nfv')])).toEqual(['editor', 'editor'])
  expect((await app.api('POST', '/pads/fog/lock', undefined, asOrganiser)).body).toEqual({ lock: 'pad' })
  expect(await Promise.all([role('fog'), role('nfv')])).toEqual(['reader', 'editor'])
  expect((await app.api('POST', '/pads/fog/unlock', undefined, eve.headers)).status).toBe(403)
  expect((await app.api('POST', '/events/bos/lock', undefined, eve.headers)).status).toBe(401)
  expect((await app.api('POST', '/pads/fog/unlock', undefined, asOrganiser)).body).toEqual({ lock: null })
  expect((await acts()).slice(0, 4)).toEqual([
    ['unlocked', ''],
    ['locked', ''],
    ['unlocked', 'All pads'],
    ['locked', 'All pads'],
  ])
}, 40_000)

test('moderation is for those who keep order, and nobody blocks whoever is more than they are', async () => {
  const [eve, ana] = [await browser(), await browser()]
  const opens = async (role: string, { headers }: typeof eve) => {
    const { body } = await app.api('POST', '/events/bos/links', { role }, asOrganiser)
    await fetch(String(body.url), { redirect: 'manual', headers })
  }
  expect((await app.page('/e/bos/moderation', { headers: eve.headers })).status).toBe(401)
  expect((await app.api('PUT', `/events/bos/blocks/${ana.id}`, undefined, eve.headers)).status).toBe(401)
  await opens('moderator', eve)
  await opens('organiser', ana)
  expect((await app.api('PUT', `/events/bos/blocks/${ana.id}`, undefined, eve.headers)).status).toBe(403)
  expect((await app.api('PUT', `/events/bos/blocks/${eve.id}`, undefined, ana.headers)).status).toBe(200)
  expect((await app.page('/e/bos/moderation', { headers: eve.headers })).status).toBe(401)
}, 40_000)
