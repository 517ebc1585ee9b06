import { documentToText, line, ROOT, schemaCheck, writeDocument } from '@forumpad/pad-schema'
import { createLivePads, type LivePads } from '@forumpad/sync'
import { settled, TestClock } from '@forumpad/sync/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../store/sqlite/open-database.ts'
import { createSqlitePadDirectory } from '../store/sqlite/sqlite-pad-directory.ts'
import { createSqlitePadStore } from '../store/sqlite/sqlite-pad-store.ts'
import { createSqliteSeenTexts } from '../store/sqlite/sqlite-seen-texts.ts'
import { temporaryDatabase } from '../store/sqlite/temporary-database.ts'
import { createSettledTexts, type SettledTexts } from './settled-texts.ts'

let database: Database
let remove: () => Promise<void>
let clock: TestClock
let livePads: LivePads
let settledTexts: SettledTexts
let failures: string[]

beforeEach(async () => {
  const temporary = await temporaryDatabase()
  database = temporary.database
  remove = temporary.remove
  clock = new TestClock()
  failures = []
  starts()
})
afterEach(async () => {
  await settledTexts.stop()
  await livePads.stop()
  await remove()
})

/** As after a start of the program on the same data. */
function starts(): void {
  livePads = createLivePads({
    store: createSqlitePadStore(database),
    schema: schemaCheck,
    clock,
    frame: (payload) => ({ payload }),
    seed: async () => undefined,
    persons: async () => [],
    events: { committed: (pad) => settledTexts.changed(pad), status() {}, failed() {}, closed() {} },
  })
  settledTexts = createSettledTexts({
    livePads,
    pads: createSqlitePadDirectory(database),
    seen: createSqliteSeenTexts(database),
    clock,
    failed: (sentence) => failures.push(sentence),
  })
}

/** Somebody who follows all texts, and breaks at those that say so. */
function follower(name: string, breaksAt = /$^/) {
  const heard: string[] = []
  const follower = {
    name,
    heard,
    breaksAt,
    async follow({ pad, revision, document }: Parameters<Parameters<SettledTexts['add']>[0]['follow']>[0]) {
      const text = documentToText(document).trim()
      if (follower.breaksAt.test(text)) throw new Error('That is too much for me')
      heard.push(`${pad.name} ${revision}: ${text}`)
    },
  }
  settledTexts.add(follower)
  return follower
}

async function writes(pad: string, words: string): Promise<void> {
  const at = clock.now()
  await createSqlitePadDirectory(database).create({
    name: pad,
    title: pad,
    session: null,
    template: null,
    createdAt: at,
  })
  const stored = livePads.edit(pad, 'ada', (doc) => {
    const fragment = doc.getXmlFragment(ROOT)
    fragment.delete(0, fragment.length)
    writeDocument(fragment, { blocks: [line('text', words)] })
  })
  await clock.pass(20)
  await stored
}

describe('Whoever follows the texts of pads', () => {
  it('is brought what changed, within two seconds, once for many changes', async () => {
    const ada = follower('ada')
    settledTexts.start()
    await writes('edge', 'one')
    await writes('edge', 'two')
    await writes('fog', 'mist')
    expect(ada.heard).toEqual([])
    await clock.pass(2_000)
    expect(ada.heard).toEqual(['edge 2: two', 'fog 1: mist'])
    await clock.pass(60_000)
    expect(ada.heard).toHaveLength(2)
    await writes('edge', 'three')
    await clock.pass(2_000)
    expect(ada.heard).toEqual(['edge 2: two', 'fog 1: mist', 'edge 3: three'])
  })

  it('is brought the lasting name of each block', async () => {
    const names: string[] = []
    settledTexts.add({
      name: 'ada',
      async follow({ blocks }) {
        names.push(...blocks.map(({ id, name }) => `${name} ${name.includes(`-${id.client}-${id.clock}-`)}`))
      },
    })
    settledTexts.start()
    await writes('edge', 'Goals & aims: größer')
    await clock.pass(2_000)
    expect(names).toEqual([expect.stringMatching(/^line-\d+-\d+-goals-aims-gr%C3%B6%C3%9Fer true$/)])
  })

  it('is brought after a crash what it had not seen, and nothing else', async () => {
    follower('ada')
    settledTexts.start()
    await writes('edge', 'seen')
    await clock.pass(2_000)
    await writes('fog', 'not seen')
    // The process dies here: nothing is stopped.
    const dead = livePads
    starts()
    const ada = follower('ada')
    settledTexts.start()
    await clock.pass(2_000)
    expect(ada.heard).toEqual(['fog 1: not seen'])
    await dead.stop()
  })

  it('is brought everything when it is new', async () => {
    follower('ada')
    settledTexts.start()
    for (let count = 100; count < 160; count += 1) await writes(`pad-${count}`, `words ${count}`)
    await clock.pass(2_000)
    await settledTexts.stop()
    await livePads.stop()
    starts()
    const [ada, grace] = [follower('ada'), follower('grace')]
    settledTexts.start()
    await clock.pass(2_000)
    expect(ada.heard).toEqual([])
    expect(grace.heard).toHaveLength(60)
    expect(new Set(grace.heard).size).toBe(60)
  })

  it('does not wait for one that fails, which is tried again and named', async () => {
    const [ada, grace] = [follower('ada', /poison/), follower('grace')]
    settledTexts.start()
    await writes('edge', 'poison')
    await writes('fog', 'mist')
    await clock.pass(2_000)
    expect(grace.heard).toEqual(['edge 1: poison', 'fog 1: mist'])
    expect(ada.heard).toEqual(['fog 1: mist'])
    expect(failures[0]).toBe('"ada" could not follow the text of the pad "edge"; it is tried again.')
    await clock.pass(3_600_000)
    expect(failures.length).toBeGreaterThan(5)
    // Ever less often.
    expect(failures.length).toBeLessThan(20)
    ada.breaksAt = /$^/
    await clock.pass(600_000)
    expect(ada.heard).toEqual(['fog 1: mist', 'edge 1: poison'])
    expect(grace.heard).toHaveLength(2)
  })

  it('leaves one that fails at everything alone for a while, and misses nothing', async () => {
    const ada = follower('ada', /./)
    settledTexts.start()
    for (let count = 100; count < 120; count += 1) await writes(`pad-${count}`, 'words')
    await clock.pass(60_000)
    expect(failures.length).toBeLessThan(15)
    ada.breaksAt = /$^/
    await clock.pass(600_000)
    expect(ada.heard).toHaveLength(20)
  })

  it('is brought what has just changed when the server stops', async () => {
    const ada = follower('ada')
    settledTexts.start()
    await writes('edge', 'last words')
    await settledTexts.stop()
    expect(ada.heard).toEqual(['edge 1: last words'])
    await settled()
  })
})
