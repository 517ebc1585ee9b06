import { ROOT, schemaCheck } from '@forumpad/pad-schema'
import { createLivePads, type LivePads } from '@forumpad/sync'
import { settled, TestClock } from '@forumpad/sync/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { importAgenda } from './agenda/import-agenda.ts'
import { agendaText } from './agenda/testing/agenda-text.ts'
import { createMinutesCore } from './minutes-core.ts'
import { byTheClock } from './noter.ts'
import { createSqliteAgendaStore } from './store/sqlite/sqlite-agenda-store.ts'
import { createSqliteAuditStore } from './store/sqlite/sqlite-audit-store.ts'
import { createSqliteFreezeSettings } from './store/sqlite/sqlite-freeze-settings.ts'
import { createSqlitePadDirectory } from './store/sqlite/sqlite-pad-directory.ts'
import { createSqlitePadStore } from './store/sqlite/sqlite-pad-store.ts'
import { createSqliteVersionStore } from './store/sqlite/sqlite-version-store.ts'
import { temporaryDatabase } from './store/sqlite/temporary-database.ts'

const NOTE = byTheClock({ event: null, pad: null }, 0)('frozen')

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const BOSTON = { slug: 'bos', title: 'Boston', timeZone: 'UTC' }
// The clock of the test begins on 8 May 2017 at 13:00 UTC.
const nfv = { uid: 'nfv', title: 'NFV', start: '20170508T130000Z', end: '20170508T140000Z', padName: 'nfv' }
const edge = { uid: 'edge', title: 'Edge', start: '20170508T150000Z', end: '20170508T160000Z', padName: 'edge' }

let base: Awaited<ReturnType<typeof temporaryDatabase>>
let clock: TestClock
let server: ReturnType<typeof start>
let failures: unknown[]

/** What a start of the program makes of what is on the disk. */
function start() {
  const { database } = base
  const store = createSqlitePadStore(database)
  const stores = {
    store,
    pads: createSqlitePadDirectory(database),
    agenda: createSqliteAgendaStore(database),
    versions: createSqliteVersionStore(database),
    freezeSettings: createSqliteFreezeSettings(database),
    clock,
  }
  const livePads: LivePads = createLivePads({
    store,
    schema: schemaCheck,
    clock,
    frame: (payload) => ({ payload }),
    seed: async () => undefined,
    persons: async () => [],
    events: { committed: () => {}, status: () => {}, failed: (_, error) => failures.push(error), closed: () => {} },
  })
  const people = { find: async (id: string) => ({ id, name: id, hue: 0 }) }
  const core = createMinutesCore({
    ...stores,
    livePads,
    heldLinks: { shown: async (_, document) => document, stamp: async () => '' },
    people,
    log: { error: (said: unknown) => failures.push(said) },
  })
  core.freezeInTime.start()
  return {
    ...stores,
    ...core,
    livePads,
    async stop() {
      await core.freezeInTime.stop()
      await livePads.stop()
    },
  }
}

beforeEach(async () => {
  failures = []
  clock = new TestClock()
  base = await temporaryDatabase()
  server = start()
  await server.agenda.addEvent(BOSTON, null, 1)
  const text = agendaText([nfv, edge])
  await importAgenda({ store: server.agenda, now: () => clock.now() }, BOSTON, { text, problems: [] })
})
afterEach(async () => {
  expect(failures).toEqual([])
  await server.stop()
  await base.remove()
})

const write = (pad: string, words: string) =>
  server.livePads.edit(pad, 'ada', (doc) => {
    const line = new Y.XmlElement('paragraph')
    line.insert(0, [new Y.XmlText(words)])
    doc.getXmlFragment(ROOT).push([line])
  })

/** So that every look at what is due is over before the next. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= MINUTE) {
    await clock.pass(Math.min(left, MINUTE))
    for (let turn = 0; turn < 20; turn++) await settled()
  }
}

const isFrozen = async (pad: string) => (await server.pads.find(pad))?.frozenAt != null
const numbers = async (pad: string) => (await server.versions.versions(pad)).map(({ number }) => number)

it('freezes minutes so many hours after their session, and opened ones as many hours later', async () => {
  await write('nfv', 'Notes')
  await server.freezeSettings.setHoursAfterEnd('bos', 1)
  await pass(2 * HOUR - 2 * MINUTE)
  expect(await isFrozen('nfv')).toBe(false)
  await pass(4 * MINUTE)
  expect(await isFrozen('nfv')).toBe(true)
  expect(await isFrozen('edge')).toBe(false)
  expect(await server.versions.versions('nfv')).toMatchObject([{ number: 1, by: null }])
  const log = createSqliteAuditStore(base.database)
  const entry = { act: 'frozen', pad: 'nfv', role: 'clock', person: null, name: null, at: expect.any(Number) }
  expect(await log.ofEvent('bos', null, 10)).toMatchObject([entry])

  await server.clerk.thaw('nfv', NOTE)
  await pass(30 * MINUTE)
  expect(await isFrozen('nfv')).toBe(false)
  await write('nfv', 'A correction')
  await pass(32 * MINUTE)
  expect(await isFrozen('nfv')).toBe(true)
  expect(await numbers('nfv')).toEqual([2, 1])
})

it('does so after a restart, for all that became due meanwhile', async () => {
  await write('nfv', 'Notes')
  await server.freezeSettings.setHoursAfterEnd('bos', 1)
  await server.stop()
  await clock.pass(20 * HOUR)
  server = start()
  await pass(2 * MINUTE)
  expect([await isFrozen('nfv'), await isFrozen('edge')]).toEqual([true, true])
  expect([await numbers('nfv'), await numbers('edge')]).toEqual([[1], [1]])
})

it('keeps the version of a pad that was frozen when the program ended before it was kept', async () => {
  await write('nfv', 'Notes')
  await server.livePads.freeze('nfv')
  expect(await numbers('nfv')).toEqual([])
  await pass(2 * MINUTE)
  expect(await numbers('nfv')).toEqual([1])
  const text = Buffer.from((await server.versions.file('nfv', 1, 'txt')) ?? []).toString()
  expect(text).toMatch(/^NFV\n\nMon 8 May 2017, 13:00–14:00 (UTC|GMT)\n/)
  expect(text).toContain('Notes')
})

it('lets nobody open a pad between its freeze and its version', async () => {
  await write('nfv', 'Notes')
  const [frozen, again, thawed] = await Promise.all([
    server.clerk.freeze('nfv', 'Ada', NOTE),
    server.clerk.freeze('nfv', 'Grace', NOTE),
    server.clerk.thaw('nfv', NOTE),
  ])
  expect(frozen).toMatchObject({ number: 1, by: 'Ada' })
  expect(again).toEqual(frozen)
  expect(thawed).toBe(true)
  expect(await isFrozen('nfv')).toBe(false)
  expect(await server.clerk.freeze('nowhere', null, NOTE)).toBeUndefined()
  expect(await server.clerk.thaw('nowhere', NOTE)).toBe(false)
})
