import { CreditMap } from '@forumpad/api'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { rebuildAuthorship } from './authorship/load-authorship.ts'
import type { ClientOwner } from './ports.ts'
import { settled } from './testing/test-clock.ts'
import { TestServer } from './testing/test-server.ts'
import { writtenBy } from './testing/written-by.ts'

let server: TestServer

beforeEach(() => {
  server = new TestServer({ template: 'Agenda' })
})
afterEach(() => server.end())

const ADA = 111
const GRACE = 222

/** What the server does on a copy of the text, under ids of its own and of others. */
async function worksOut(change: (doc: Y.Doc, as: (client: number, write: () => void) => void) => void) {
  const stored = await server.pads.read('notes')
  const twin = new Y.Doc()
  Y.applyUpdate(twin, stored?.state ?? new Uint8Array([0, 0]))
  const before = Y.encodeStateVector(twin)
  const own = twin.clientID
  twin.transact(() =>
    change(twin, (client, write) => {
      twin.clientID = client
      write()
      twin.clientID = own
    }),
  )
  const hand = (person: string, verified = true): ClientOwner => ({ person, verified, hand: true })
  const claims = [
    { client: own, owner: { person: 'moderator', verified: true } },
    { client: ADA, owner: hand('ada') },
    { client: GRACE, owner: hand('grace', false) },
  ]
  return { updates: [Y.encodeStateAsUpdate(twin, before)], claims }
}

const lineIn = (doc: Y.Doc) => doc.getXmlFragment('default').get(0) as Y.XmlElement
const textIn = (doc: Y.Doc) => lineIn(doc).get(0) as Y.XmlText

async function creditsFromTheLog(): Promise<CreditMap> {
  const stored = await server.store.load('notes')
  if (!stored) throw new Error('There is no such pad')
  const { authorship } = await rebuildAuthorship(server.store, 'notes', stored)
  const credits = new CreditMap()
  for (const [client, ranges] of authorship.ranges()) for (const range of ranges) credits.set(client, range)
  return credits
}

test('what the server brings back under a hand is its writer’s, and the change that of whoever asked for it', async () => {
  const ada = await server.joins('Ada')
  ada.types(': one')
  await settled()
  const work = await worksOut((doc, as) => {
    textIn(doc).delete(0, 6)
    as(ADA, () => textIn(doc).insert(0, 'Old words'))
    as(GRACE, () => textIn(doc).insert(9, ' and more'))
  })
  ada.types(' meanwhile')
  const revision = await server.pads.merge('notes', 'moderator', work)
  await settled()

  expect(ada.text).toBe('Old words and more: one meanwhile')
  expect(server.authors()).toEqual(['forumpad', 'ada', 'ada', 'moderator'])
  expect(revision).toBe(4)
  const expected = ['ada: Old words|grace?:  and more|ada: : one meanwhile']
  expect(writtenBy(ada.doc, ada.credits)).toEqual(expected)
  expect(writtenBy(ada.doc, await creditsFromTheLog())).toEqual(expected)
})

test('words that equal some that went at the same moment do not change hands, but keep their time', async () => {
  const [ada, grace] = [await server.joins('Ada'), await server.joins('Grace')]
  ada.types(' the words that Ada wrote')
  await settled()
  await server.clock.pass(5 * 60_000)
  grace.types(' so it is, and not otherwise')
  await settled()
  await server.clock.pass(5 * 60_000)
  const first = ada.credits.at(ada.doc.clientID, 0)?.at
  const work = await worksOut((doc, as) => {
    textIn(doc).delete(6, textIn(doc).length - 6)
    as(ADA, () => textIn(doc).insert(6, ' so it is, and not otherwise'))
    lineIn(doc).push([new Y.XmlText()])
    as(ADA, () => (lineIn(doc).get(1) as Y.XmlText).insert(0, ' the words that Ada wrote'))
  })
  await server.pads.merge('notes', 'moderator', work)
  await settled()
  expect(writtenBy(ada.doc, ada.credits)).toEqual([
    'forumpad: Agenda|ada:  so it is, and not otherwise the words that Ada wrote',
  ])
  const range = ada.credits.of(ADA).find(({ at }) => at === first)
  expect(range && range.to - range.from).toBe(' the words that Ada wrote'.length)
})

test('a frozen pad takes nothing, and a pad that is not there is not made', async () => {
  await server.joins('Ada')
  const work = await worksOut((doc) => textIn(doc).delete(0, 6))
  await server.pads.freeze('notes')
  await expect(server.pads.merge('notes', 'moderator', work)).rejects.toThrow('frozen')
  await expect(server.pads.merge('nowhere', 'moderator', work)).rejects.toThrow('no pad')
  expect(await server.stored()).toBe('Agenda')
})
