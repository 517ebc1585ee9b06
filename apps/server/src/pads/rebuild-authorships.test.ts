import { createLivePads, type LivePads } from '@forumpad/sync'
import { ANY_SHAPE, settled, TestClock } from '@forumpad/sync/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createSqlitePadDirectory } from '../store/sqlite/sqlite-pad-directory.ts'
import { createSqlitePadStore } from '../store/sqlite/sqlite-pad-store.ts'
import { temporaryDatabase } from '../store/sqlite/temporary-database.ts'
import { rebuildAuthorships } from './rebuild-authorships.ts'

let temporary: Awaited<ReturnType<typeof temporaryDatabase>>
beforeEach(async () => {
  temporary = await temporaryDatabase()
})
afterEach(() => temporary.remove())

it('finds in the log what was kept, makes what is missing, and puts right what is wrong', async () => {
  const { database } = temporary
  const store = createSqlitePadStore(database)
  const pads = createSqlitePadDirectory(database)
  for (const name of ['plenary', 'edge', 'empty']) {
    await pads.create({ name, title: name, session: null, template: null, createdAt: 0 })
  }
  const livePads = core(store)
  for (const [person, words] of [
    ['ada', 'Hello '],
    ['grace', 'world'],
  ] as const) {
    for (const name of ['plenary', 'edge']) await livePads.edit(name, person, (doc) => write(doc, words))
  }
  await livePads.stop()
  const before = await store.load('plenary')
  expect(before?.checkpoint?.authorship).toBeDefined()

  const heard: string[] = []
  const rebuild = async () => rebuildAuthorships(store, await pads.names(), (sentence) => heard.push(sentence))
  expect(await rebuild()).toEqual({ same: 2, made: 0, different: 0 })

  const edge = await store.load('edge')
  if (!before?.checkpoint || !edge?.checkpoint) throw new Error('No checkpoint was kept')
  await store.saveCheckpoint('edge', { ...edge.checkpoint, epoch: 1, authorship: undefined })
  await database.kysely.updateTable('pad_update').set({ person: 'mallory' }).where('person', '=', 'grace').execute()
  await database.kysely.updateTable('pad_client').set({ person: 'mallory' }).where('person', '=', 'grace').execute()
  expect(await rebuild()).toEqual({ same: 0, made: 1, different: 1 })
  expect(heard).toEqual(['The authors of the pad "plenary" were not those of its log; they are now.'])
  expect(await rebuild()).toEqual({ same: 2, made: 0, different: 0 })
  await settled()
})

function core(store: ReturnType<typeof createSqlitePadStore>): LivePads {
  return createLivePads({
    store,
    schema: ANY_SHAPE,
    clock: new TestClock(),
    frame: (payload) => ({ payload }),
    seed: async () => undefined,
    persons: async () => [],
    events: { committed: () => {}, status: () => {}, failed: () => {}, closed: () => {} },
  })
}

function write(doc: Y.Doc, words: string): void {
  const line = new Y.XmlElement('paragraph')
  line.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment('default').push([line])
}
