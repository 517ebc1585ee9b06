import { markdownToDocument, ROOT, writeDocument } from '@forumpad/pad-schema'
import type { PadStore } from '@forumpad/sync'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { agendaText } from '../agenda/testing/agenda-text.ts'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'

const HEADERS = { authorization: `Bearer ${ORGANISER_KEY}` }
const AGENDA = agendaText([{ uid: 'fog', title: 'Fog', padName: 'fog' }])

/** How often the log of a pad, or its freezing, could not be stored. */
let failures = 0
let app: RunningApp
beforeEach(async () => {
  failures = 0
  app = await runApp({}, { store: counting })
  await app.api('POST', '/events', { slug: 'bos', title: 'Boston', timeZone: 'UTC' }, HEADERS)
  await app.api('POST', '/events/bos/imports', { text: AGENDA }, HEADERS)
}, 30_000)
afterEach(() => app.end())

function counting(real: PadStore): PadStore {
  const count = (error: unknown) => {
    failures += 1
    throw error
  }
  return {
    ...real,
    append: (...given) => real.append(...given).catch(count),
    setFrozen: (...given) => real.setFrozen(...given).catch(count),
  }
}

const rowsOf = (table: string) => app.database.raw.prepare(`SELECT * FROM ${table}`).all()
const noted = () => rowsOf('audit_entry').length

/** From now on a change of any of these tables fails; `mend` lets it through again. */
function breaks(tables: readonly string[]): { mend(): void } {
  const names = tables.flatMap((table) =>
    ['INSERT', 'UPDATE', 'DELETE'].map((change) => ({ table, change, name: `broken_${table}_${change}` })),
  )
  for (const { table, change, name } of names)
    app.database.raw.exec(
      `CREATE TEMP TRIGGER ${name} BEFORE ${change} ON main.${table} BEGIN SELECT RAISE(ABORT, 'The disk is full'); END`,
    )
  return {
    mend() {
      for (const { name } of names) app.database.raw.exec(`DROP TRIGGER ${name}`)
    },
  }
}

/** What acts of power change. */
const TABLES = [
  ...[
    'agenda_import',
    'session',
    'event_template',
    'role_link',
    'event_access',
    'pad_access',
    'event_lock',
    'pad_lock',
  ],
  ...['event_freezing', 'person_block'],
]
const state = () => TABLES.map(rowsOf)

type Act = { does: string; before?(): Promise<unknown>; act(): Promise<{ status: number }> }
const asks = (method: string, path: string, body?: unknown) =>
  fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: { ...HEADERS, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
const changed = agendaText([{ uid: 'fog', title: 'More fog', padName: 'fog' }])
const ACTS: Act[] = [
  { does: 'applies an agenda', act: () => asks('POST', '/events/bos/imports', { text: changed }) },
  { does: 'undoes an import', act: () => asks('DELETE', '/events/bos/imports/1') },
  { does: 'saves a template', act: () => asks('PUT', '/events/bos/templates', { markdown: 'Hello' }) },
  {
    does: 'removes a template',
    before: () => asks('PUT', '/events/bos/templates/BoF', { markdown: 'Hello' }),
    act: () => asks('DELETE', '/events/bos/templates/BoF'),
  },
  { does: 'makes a link for the event', act: () => asks('POST', '/events/bos/links', { role: 'editor' }) },
  { does: 'makes a link for a pad', act: () => asks('POST', '/pads/fog/links', { role: 'editor' }) },
  {
    does: 'revokes a link',
    before: () => asks('POST', '/events/bos/links', { role: 'editor' }),
    act: () => asks('DELETE', '/events/bos/links/1'),
  },
  { does: 'chooses who may come to the event', act: () => asks('PUT', '/events/bos/access', { access: 'closed' }) },
  { does: 'chooses who may come to a pad', act: () => asks('PUT', '/pads/fog/access', { access: 'closed' }) },
  { does: 'locks the event', act: () => asks('POST', '/events/bos/lock') },
  { does: 'locks a pad', act: () => asks('POST', '/pads/fog/lock') },
  { does: 'unlocks a pad', before: () => asks('POST', '/pads/fog/lock'), act: () => asks('POST', '/pads/fog/unlock') },
  { does: 'chooses when to freeze', act: () => asks('PUT', '/events/bos/freezing', { hoursAfterEnd: 2 }) },
  { does: 'blocks a person', act: () => asks('PUT', '/events/bos/blocks/eve') },
  {
    does: 'lifts a block',
    before: () => asks('PUT', '/events/bos/blocks/eve'),
    act: () => asks('DELETE', '/events/bos/blocks/eve'),
  },
]

describe('An act and the note of it are stored together', () => {
  test.each(ACTS)('whoever $does', async ({ before, act }) => {
    await before?.()
    const [was, entries] = [state(), noted()]

    const audit = breaks(['audit_entry'])
    expect((await act()).status).toBe(500)
    expect(state()).toEqual(was)
    audit.mend()

    const rest = breaks(TABLES)
    expect((await act()).status).toBe(500)
    expect(noted()).toBe(entries)
    rest.mend()

    expect((await act()).status).toBeLessThan(300)
    expect(state()).not.toEqual(was)
    expect(noted()).toBe(entries + 1)
  })
})

test('an archive is not given to anybody who could not be noted', async () => {
  const takes = () => fetch(`${app.url}/e/bos/archive.zip`, { headers: HEADERS })
  const audit = breaks(['audit_entry'])
  expect((await takes()).status).toBe(500)
  audit.mend()
  const archive = await takes()
  expect(archive.status).toBe(200)
  await archive.arrayBuffer()
  expect(noted()).toBe(2)
})

describe('What goes through the log of a pad is stored with the note of it, as soon as both can be', () => {
  const pad = () => app.database.raw.prepare('SELECT head, frozen_at FROM pad').get()
  const writes = (markdown: string) =>
    app.app.livePads.edit('fog', 'ana', (doc) => writeDocument(doc.getXmlFragment(ROOT), markdownToDocument(markdown)))
  const acts: { does: string; path: string; body?: object }[] = [
    { does: 'freezes it', path: 'freeze' },
    { does: 'restores it', path: 'restore', body: { revision: 1 } },
    { does: 'undoes what somebody did', path: 'undo-person', body: { person: 'ana' } },
  ]
  const cases = acts.flatMap((act) => ['audit_entry', 'pad'].map((table) => ({ ...act, table })))

  test.each(cases)(
    'while $table cannot be written, whoever $does',
    async ({ table, path, body }) => {
      await writes('One')
      await writes('Two')
      const [was, entries] = [pad(), noted()]
      const broken = breaks([table])
      const answer = asks('POST', `/pads/fog/${path}`, body)
      await expect.poll(() => failures).toBeGreaterThan(0)
      expect([pad(), noted()]).toEqual([was, entries])
      broken.mend()
      expect((await answer).status).toBe(200)
      expect(pad()).not.toEqual(was)
      expect(noted()).toBe(entries + 1)
    },
    30_000,
  )
})
