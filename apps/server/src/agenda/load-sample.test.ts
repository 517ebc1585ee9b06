import { join } from 'node:path'
import { countWords, documentToText, markdownToDocument, ROOT, readDocument, schemaCheck } from '@forumpad/pad-schema'
import { createLivePads, type LivePads } from '@forumpad/sync'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { systemClock } from '../clock.ts'
import { createSqliteAgendaStore } from '../store/sqlite/sqlite-agenda-store.ts'
import { createSqlitePadDirectory } from '../store/sqlite/sqlite-pad-directory.ts'
import { createSqlitePadStore } from '../store/sqlite/sqlite-pad-store.ts'
import { createSqlitePersonStore } from '../store/sqlite/sqlite-person-store.ts'
import { temporaryDatabase } from '../store/sqlite/temporary-database.ts'
import type { AgendaStore } from './agenda-store.ts'
import { loadSample, SAMPLE_EVENT } from './load-sample.ts'
import { sessionFacts } from './session-facts.ts'

const FOG = 'BOS-Fog-Edge-MassivelyDistributed-BoF'
const NFV = 'BOS-ops-telecom-nfv'

let base: Awaited<ReturnType<typeof temporaryDatabase>>
let store: AgendaStore
let livePads: LivePads
beforeEach(async () => {
  base = await temporaryDatabase()
  store = createSqliteAgendaStore(base.database)
  livePads = createLivePads({
    store: createSqlitePadStore(base.database),
    schema: schemaCheck,
    clock: systemClock,
    frame: (payload) => ({ payload }),
    persons: async () => [],
    seed: async () => undefined,
    events: { committed() {}, status() {}, failed() {}, closed() {} },
  })
})
afterEach(async () => {
  await livePads.stop()
  await base.remove()
})

const persons = () => createSqlitePersonStore(base.database)
const loading = () =>
  loadSample({
    store,
    livePads,
    now: () => 1000,
    folder: join(import.meta.dirname, '../../sample'),
    keepPerson: (person) => persons().save(person, 1000),
  })

async function textOf(pad: string) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await livePads.read(pad))?.state ?? new Uint8Array([0, 0]))
  const document = readDocument(doc.getXmlFragment(ROOT))
  return { text: documentToText(document), words: countWords(document) }
}
const authorsOf = async (pad: string) => {
  const { kysely } = base.database
  const rows = await kysely
    .selectFrom('pad_update')
    .innerJoin('pad', 'pad.id', 'pad_update.pad')
    .select('person')
    .where('name', '=', pad)
    .execute()
  return new Set(rows.map(({ person }) => person))
}

test('the sample event: the Forum in Boston, four days, several rooms', async () => {
  await loading()
  expect(await store.events()).toMatchObject([
    {
      slug: SAMPLE_EVENT,
      title: 'The Forum at the OpenStack Summit Boston 2017',
      timeZone: 'America/New_York',
      firstStart: '2017-05-08T15:00:00Z',
      lastEnd: '2017-05-11T20:10:00Z',
    },
  ])
  const sessions = await store.sessions(SAMPLE_EVENT)
  expect(sessions.length).toBeGreaterThanOrEqual(20)
  expect(
    sessions.every(({ sampleTime, pad, people }) => sampleTime && pad.startsWith('BOS-') && people.length > 0),
  ).toBe(true)
  expect(new Set(sessions.map(({ room }) => room)).size).toBeGreaterThan(4)
})

test('the telecom working group clashes with the workshop on Helm', async () => {
  await loading()
  const [event, sessions] = [await store.findEvent(SAMPLE_EVENT), await store.sessions(SAMPLE_EVENT)]
  const session = await store.sessionOfPad(NFV)
  const facts = event && session && sessionFacts(event, sessions, session)
  expect(facts?.clashes.map(({ pad }) => pad)).toContain('BOS-helm-hands-on')
})

test('two pads hold notes by several people, with decisions and actions', async () => {
  await loading()
  const [fog, nfv] = [await textOf(FOG), await textOf(NFV)]
  expect(fog.words).toBeGreaterThan(600)
  expect(nfv.words).toBeGreaterThan(300)
  for (const { text } of [fog, nfv]) {
    expect(text).toMatch(/#agreed/)
    expect(text).toMatch(/#action .*due \d+ \w+/)
    expect(text).toMatch(/##\w+/)
    expect(text).not.toMatch(/https?:\/\/(?!example\.org)/)
  }
  expect((await authorsOf(FOG)).size).toBe(5)
  expect((await authorsOf(NFV)).size).toBe(4)
  expect(await persons().find('sample-mira-chair')).toMatchObject({ name: 'Mira (chair)' })
})

test('the other pads wait with their template', async () => {
  await loading()
  const pads = createSqlitePadDirectory(base.database)
  const template = (await pads.find('BOS-onap'))?.template ?? ''
  expect(await pads.find('BOS-onap')).toMatchObject({ revision: 0 })
  expect(documentToText(markdownToDocument(template))).toContain('Purpose and goals')
  expect((await pads.find(FOG))?.template).toBeNull()
})

test('loading again changes nothing, also after people have written', async () => {
  await loading()
  await livePads.edit(NFV, 'ada', (doc) => doc.getXmlFragment(ROOT).delete(0, 1))
  const before = [await textOf(FOG), await textOf(NFV), await store.sessions(SAMPLE_EVENT)]
  await loading()
  expect([await textOf(FOG), await textOf(NFV), await store.sessions(SAMPLE_EVENT)]).toEqual(before)
})

test('a server that has an event of its own gets no sample', async () => {
  await store.addEvent({ slug: 'own', title: 'Own', timeZone: 'UTC' }, null, 1)
  await loading()
  expect(await store.events()).toHaveLength(1)
})
