import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { PadsFeed } from '@forumpad/api'
import { parse } from 'csv-parse/sync'
import { Value } from 'typebox/value'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { agendaText } from '../agenda/testing/agenda-text.ts'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'

let app: RunningApp
beforeEach(async () => {
  app = await runApp()
  await ask('POST', '/events', { slug: 'bos', title: 'Boston', timeZone: 'America/New_York' })
})
afterEach(() => app.end())

const ask = (method: string, path: string, body?: unknown) =>
  app.api(method, path, body, { authorization: `Bearer ${ORGANISER_KEY}` })
const imports = async (text: string) => expect((await ask('POST', '/events/bos/imports', { text })).status).toBe(200)
const feed = (name: string, headers = {}) => fetch(`${app.url}/e/bos/${name}`, { headers })
const text = async (name: string) => (await feed(name)).text()

const TALKS = [
  { uid: 'fog', title: 'Fog, edge | and =more', room: '101', padName: 'fog' },
  { uid: 'nfv', title: 'NFV', room: '102', padName: 'nfv', status: 'CANCELLED' },
]
const FEEDS = [
  'agenda.ics',
  'schedule.xml',
  'schedule.json',
  'pads.json',
  'pads.csv',
  'pads.md',
  'pads.wiki',
  'pads.html',
]

test('every feed links each session to its pad, for programs of any site, and is sent once', async () => {
  await imports(agendaText(TALKS))
  for (const name of FEEDS) {
    const answer = await feed(name)
    expect([name, answer.status]).toEqual([name, 200])
    const body = await answer.text()
    expect(body.replaceAll('\r\n ', '')).toContain(`${app.url}/p/fog`)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    const etag = answer.headers.get('etag') ?? ''
    expect((await feed(name, { 'if-none-match': `"other", W/${etag}` })).status).toBe(304)
    expect((await feed(name, { 'if-none-match': '"other"' })).status).toBe(200)
  }
  expect((await fetch(`${app.url}/e/nowhere/pads.json`)).status).toBe(404)
})

test('pads.json is as its schema says, with the keys of every import', async () => {
  await imports(agendaText(TALKS))
  await imports(agendaText(TALKS.map((talk) => ({ ...talk, uid: `${talk.uid}-2` }))))
  const pads = JSON.parse(await text('pads.json'))
  expect(Value.Errors(PadsFeed, pads)).toEqual([])
  expect(pads.pads[0]).toMatchObject({ keys: ['fog', 'fog-2'], state: 'confirmed', words: 0, pad: 'fog' })
  expect(pads.pads[1]).toMatchObject({ state: 'cancelled' })
  expect(await text('agenda.ics')).toContain('UID:fog-2\r\n')
  expect(JSON.parse(await text('schedule.json')).schedule.conference.days[0].rooms['101'][0].title).toBe(
    TALKS[0]?.title,
  )
})

test('a session that left the agenda leaves the feed and stays in the lists', async () => {
  await imports(agendaText(TALKS))
  await imports(agendaText(TALKS.slice(0, 1)))
  expect(await text('agenda.ics')).not.toContain('UID:nfv')
  const rows = parse(await text('pads.csv'), { bom: true, columns: true }) as Record<string, string>[]
  expect(rows.map(({ Title, State }) => [Title, State])).toEqual([
    ['Fog, edge | and =more', 'confirmed'],
    ['NFV', 'missing'],
  ])
})

// Real feeds hold people's names and are not part of the project; they are tried where a copy lies beside it.
const FOSDEM = join(import.meta.dirname, '../../../../../shared/agendas/fosdem2024.schedule.xml')

test('the feeds of 674 sessions link each of them (their work is printed, not judged)', async () => {
  if (!existsSync(FOSDEM)) {
    console.info(`No ${FOSDEM}: the size of the feeds was not tried.`)
    expect(existsSync(FOSDEM)).toBe(false)
    return
  }
  await imports(readFileSync(FOSDEM, 'utf8'))
  const delay = monitorEventLoopDelay({ resolution: 1 })
  for (const name of FEEDS) {
    delay.reset()
    delay.enable()
    // Work, not time: the machine may be busy with something else.
    const before = process.cpuUsage()
    const body = await text(name)
    const { user, system } = process.cpuUsage(before)
    delay.disable()
    const work = Math.round((user + system) / 1000)
    console.info(
      `${name}: ${work} ms of work, ${body.length} characters, longest wait ${Math.round(delay.max / 1e6)} ms`,
    )
    expect(body.match(/\/p\//g)?.length).toBeGreaterThanOrEqual(674)
  }
}, 60_000)
