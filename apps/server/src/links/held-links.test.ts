import type { ModerationData, PadData } from '@forumpad/api'
import { markdownToDocument, ROOT, writeDocument } from '@forumpad/pad-schema'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { agendaText } from '../agenda/testing/agenda-text.ts'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'

const KEY = { authorization: `Bearer ${ORGANISER_KEY}` }
const SOON = { timeout: 10_000 }
const PILLS = 'https://pills.example/buy'
const SLIDES = 'https://slides.example/fog'

let app: RunningApp
beforeEach(async () => {
  app = await runApp()
  await app.api('POST', '/events', { slug: 'bos', title: 'Boston', timeZone: 'UTC' }, KEY)
  const talks = ['fog', 'nfv'].map((uid) => ({ uid, title: uid, padName: uid }))
  await app.api('POST', '/events/bos/imports', { text: agendaText(talks) }, KEY)
}, 30_000)
afterEach(() => app.end())

/** Somebody with a cookie of their own; with a role, by a link. */
async function comes(name: string, role?: string): Promise<string> {
  const headers = { cookie: (await app.page('/')).headers.get('set-cookie')?.split(';')[0] ?? '', origin: app.url }
  if (role) {
    const { body } = await app.api('POST', '/events/bos/links', { role }, KEY)
    await fetch(String(body.url), { redirect: 'manual', headers })
  }
  return String((await app.api('PATCH', '/me', { name, hue: 3 }, headers)).body.id)
}
const writes = (person: string, markdown: string, pad = 'fog') =>
  app.app.livePads.edit(pad, person, (doc) => {
    const fragment = doc.getXmlFragment(ROOT)
    writeDocument(fragment, markdownToDocument(markdown))
  })
const post = (path: string, form: Record<string, string> = {}) =>
  fetch(`${app.url}/e/bos/moderation/${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: KEY,
    body: new URLSearchParams(form),
  })
const held = async () =>
  ((await app.page('/e/bos/moderation', { headers: KEY })).data as ModerationData).heldLinks.map(({ href, person }) => [
    href,
    person?.name ?? null,
  ])
const words = async (path: string) => (await fetch(`${app.url}${path}`, { headers: KEY })).text()
const shownIn = async (href: string) => {
  const places = {
    page: ((await app.page('/p/fog', { headers: KEY })).data as PadData).html,
    embed: await words('/p/fog/embed'),
    review: JSON.stringify((await app.page('/p/fog/review', { headers: KEY })).data),
    html: await words('/p/fog/export/html'),
    markdown: await words('/p/fog/export/md'),
    json: await words('/p/fog/export/json'),
    past: await words('/api/v1/pads/fog/history?from=1&frames=5'),
    changes: JSON.stringify((await app.page('/p/fog/changes?from=0', { headers: KEY })).data),
    outcomes: await words('/api/v1/events/bos/outcomes?kind=link'),
  }
  return Object.entries(places).flatMap(([place, text]) => (text.includes(href) ? [place] : []))
}
const EVERYWHERE = ['page', 'embed', 'review', 'html', 'markdown', 'json', 'past', 'changes', 'outcomes']
const bought = `[cheap](${PILLS})`

test('nothing is held unless a moderator says so, and what is there by then stays', async () => {
  const eve = await comes('Eve')
  await writes(eve, bought)
  await expect.poll(() => shownIn(PILLS), SOON).toEqual(EVERYWHERE)
  await post('hold-links')
  await expect.poll(() => shownIn(PILLS), SOON).toEqual(EVERYWHERE)
  expect(await held()).toEqual([])
}, 40_000)

test('a link of somebody unknown leads nowhere, wherever the server shows it, until it is let through', async () => {
  const eve = await comes('Eve')
  await post('hold-links')
  await writes(eve, bought)
  expect(await shownIn(PILLS)).toEqual([])
  await expect.poll(held, SOON).toEqual([[PILLS, 'Eve']])
  expect(await shownIn(PILLS)).toEqual([])
  expect(await words('/p/fog/export/md')).toContain('cheap')

  await post('release', { href: PILLS })
  expect(await held()).toEqual([])
  await expect.poll(() => shownIn(PILLS), SOON).toEqual(EVERYWHERE)
  const { entries } = (await app.api('GET', '/events/bos/audit', undefined, KEY)).body as { entries: object[] }
  expect(entries.slice(0, 2)).toMatchObject([
    { act: 'link-released', about: PILLS },
    { act: 'holding-chosen', about: 'On' },
  ])
}, 40_000)

test('whoever holds a link as editor is known, and so is whoever is trusted from then on', async () => {
  const [ana, eve] = [await comes('Ana', 'editor'), await comes('Eve')]
  await post('hold-links')
  await writes(ana, `[slides](${SLIDES})`)
  await expect.poll(() => shownIn(SLIDES), SOON).toEqual(EVERYWHERE)
  await writes(eve, bought)
  await expect.poll(held, SOON).toEqual([[PILLS, 'Eve']])
  await post(`trust/${eve}`)
  await expect.poll(() => shownIn(PILLS), SOON).toEqual(EVERYWHERE)
  await writes(eve, '[more](https://pills.example/more)', 'nfv')
  await expect.poll(() => words('/p/nfv/embed'), SOON).toContain('pills.example/more')
}, 40_000)

test("a link that somebody unknown puts on another's words is held", async () => {
  const [ana, eve] = [await comes('Ana', 'editor'), await comes('Eve')]
  await post('hold-links')
  await writes(ana, 'cheap')
  await app.app.livePads.edit('fog', eve, (doc) => {
    const line = doc.getXmlFragment(ROOT).toArray().at(-1)
    const text = line instanceof Y.XmlElement ? line.get(0) : undefined
    if (text instanceof Y.XmlText) text.format(0, 5, { link: { href: PILLS } })
  })
  await expect.poll(held, SOON).toEqual([[PILLS, 'Eve']])
  expect(await shownIn(PILLS)).toEqual([])
}, 40_000)

test('only those who keep order say so', async () => {
  const answer = await fetch(`${app.url}/e/bos/moderation/hold-links`, { method: 'POST', redirect: 'manual' })
  expect(answer.status).toBe(401)
})
