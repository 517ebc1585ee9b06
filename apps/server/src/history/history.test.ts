import { documentToText, linesOf } from '@forumpad/pad-schema'
import type { LogEntry, PadStore } from '@forumpad/sync'
import { createMemoryPadStore, TestClock } from '@forumpad/sync/testing'
import { beforeEach, expect, test } from 'vitest'
import { createHistory, type History } from './history.ts'
import type { Keyframe } from './keyframe-store.ts'
import { type Revision, revisionOf } from './revision.ts'
import { createMemoryKeyframeStore } from './testing/memory-keyframe-store.ts'
import { Typist } from './testing/typist.ts'

let store: PadStore & ReturnType<typeof createMemoryPadStore>
let keyframes: ReturnType<typeof createMemoryKeyframeStore>
let history: History
let failures: unknown[]
let rowsRead: number

beforeEach(() => {
  store = createMemoryPadStore(['edge', 'empty'])
  keyframes = createMemoryKeyframeStore()
  begin()
})

/** A server that has nothing in its memory. */
function begin() {
  failures = []
  rowsRead = 0
  history = createHistory({
    store: {
      load: (pad) => store.load(pad),
      async readLog(pad, after, limit) {
        const rows = await store.readLog(pad, after, limit)
        rowsRead += rows.length
        return rows
      },
    },
    keyframes,
    clock: new TestClock(),
    failed: (error) => failures.push(error),
  })
}

test('gives the text, the authors, the time and the person of any revision', async () => {
  const { ada, grace } = await written()
  await ada.types('Hello world')
  await grace.types('s', 11, 2_000)
  await ada.splits(5, 3_000)
  await grace.deletes(0, 2, 4_000)

  expect(await told(1)).toBe('at 1000 by ada: (ada Hello world)')
  expect(await told(2)).toBe('at 2000 by grace: (ada Hello world)(grace s)')
  expect(await told(3)).toBe('at 3000 by ada: (ada Hello) / (ada  world)(grace<ada s)')
  expect(await told(4)).toBe('at 4000 by grace: (ada llo) / (ada  world)(grace<ada s)')
  const [first, third] = [await history.readRevision('edge', 1), await history.readRevision('edge', 3)]
  expect(third.blockIds[0]).toEqual(first.blockIds[0])
  expect(third.blockIds[1]).not.toEqual(first.blockIds[0])
})

test.each([0, -1, 0.5, 4, 1e300, Number.NaN, Number.POSITIVE_INFINITY])(
  'refuses revision %d of three',
  async (number) => {
    const { ada } = await written()
    for (const word of ['one', 'two', 'three']) await ada.types(word)
    await expect(history.readRevision('edge', number)).rejects.toMatchObject({
      status: 404,
      code: 'no-such-revision',
      detail: 'This pad has the revisions 1 to 3; ask for one of these.',
    })
  },
)

test('says of a pad without revisions, and of one that is none, that it is so', async () => {
  await expect(history.readRevision('empty', 1)).rejects.toMatchObject({ code: 'no-such-revision' })
  await expect(history.readRevision('nowhere', 1)).rejects.toMatchObject({ code: 'no-such-pad' })
})

test('gives several revisions, and what somebody writes meanwhile afterwards', async () => {
  const { ada } = await written()
  for (const word of ['a', 'b', 'c', 'd']) await ada.types(word, 0)
  const texts: string[] = []
  for await (const frame of history.readFrames('edge', [1, 2, 4]))
    texts.push(documentToText(revisionOf(frame).document))
  expect(texts).toEqual(['a\n', 'ba\n', 'dcba\n'])
  await ada.types('e', 0)
  expect(await told(5)).toContain('(ada edcba)')
  expect(await told(2)).toContain('(ada ba)')
})

test('looks at a long log from the nearest keyframe, which are made when they are needed', async () => {
  const { ada, grace } = await written()
  for (let i = 0; i < 3_200; i++) await (i % 2 === 0 ? ada : grace).types(`${i % 10}`, 0)
  for (let i = 0; i < 3_200; i++) await (i % 2 === 0 ? ada : grace).deletes(0, 1)

  const before = await told(3_300)
  await history.keepUp('edge')
  expect(keyframes.revisions('edge')).toEqual(every(250, 25))
  begin()
  expect(await told(3_300)).toBe(before)
  expect(rowsRead).toBeLessThan(150)
  rowsRead = 0
  await told(3_350)
  expect(rowsRead).toBe(51)
  expect(failures).toEqual([])
})

test('reads two revisions that lie far apart without all that lies between them', async () => {
  const { ada } = await written()
  for (let i = 0; i < 5_000; i++) await ada.types(`${i % 10}`, 0)
  await history.keepUp('edge')
  const texts = [await told(300), await told(4_900)]
  begin()
  const read: string[] = []
  for await (const { at, person, ...text } of history.readRevisions('edge', [300, 4_900]))
    read.push(`at ${at} by ${person}: ${linesBy(text)}`)
  expect(read).toEqual(texts)
  expect(rowsRead).toBeLessThan(500)
})

test('makes anew what is damaged, and forgets what it is told to forget', async () => {
  const { ada } = await written()
  for (let i = 0; i < 4_100; i++) await ada.types(`${i % 10}`, 0)
  await history.keepUp('edge')
  const before = await told(4_001)
  const damaged = { revision: 4_000, base: null, bytes: new Uint8Array([1, 2, 3, 4, 5, 6, 7]) }
  await keyframes.keep('edge', 1, damaged)
  begin()
  expect(await told(4_001)).toBe(before)
  await history.keepUp('edge')
  expect(keyframes.revisions('edge')).toEqual(every(250, 16))
  await history.forget('edge')
  expect(keyframes.revisions('edge')).toEqual([])
  expect(await told(4_001)).toBe(before)
})

test('keeps most keyframes as what is different from one that is whole, and makes them anew when that is another', async () => {
  const { ada } = await written()
  for (let i = 0; i < 5_200; i++) await ada.types(`${i % 7} words `, i % 50)
  await history.keepUp('edge')
  const kept = keyframes.all('edge')
  expect(kept.filter(({ base }) => base !== null).length).toBeGreaterThan(5)
  begin()
  const before = await told(5_100)
  const [first] = kept
  const base = kept.at(-1)?.base ?? 0
  await keyframes.keep('edge', 1, { ...(first as Keyframe), revision: base })
  begin()
  expect(await told(5_100)).toBe(before)
  expect(failures).toEqual([])
})

const every = (step: number, times: number) => Array.from({ length: times }, (_, i) => step * (i + 1))

async function written() {
  const append = (client: number) => async (entry: LogEntry, at: number) => {
    const clients = [{ client, owner: { person: entry.person, verified: true } }]
    await store.append([{ pad: 'edge', epoch: 1, onlyIfEmpty: false, entries: [entry], clients }], at)
  }
  const ada = new Typist('ada', 1, append(1))
  return { ada, grace: new Typist('grace', 2, append(2), ada) }
}

async function told(number: number): Promise<string> {
  const { at, person, ...text } = await history.readRevision('edge', number)
  return `at ${at} by ${person}: ${linesBy(text)}`
}

function linesBy({ document, credits }: Pick<Revision, 'document' | 'credits'>): string {
  return linesOf(document)
    .map(({ content }, index) => {
      const words = content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')
      const parts = (credits[index] ?? []).map(
        ({ from, to, author, movedBy }) => `(${author}${movedBy ? `<${movedBy}` : ''} ${words.slice(from, to)})`,
      )
      return parts.join('')
    })
    .join(' / ')
}
