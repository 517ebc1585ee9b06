import type { PadComment, PassageAnchor } from '@forumpad/api'
import { anchorBetween, line, ROOT, readBlocks, writeDocument } from '@forumpad/pad-schema'
import { beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readThreads } from './read-threads.ts'

const ada = { id: 'ada', name: 'Ada', hue: 1 }
let doc: Y.Doc
let all: PadComment[]

beforeEach(() => {
  doc = new Y.Doc()
  writeDocument(doc.getXmlFragment(ROOT), { blocks: [line('heading', 'Goals'), line('text', 'find operators')] })
  all = []
})

const inLine = (block: number): PassageAnchor | null =>
  anchorBetween(doc.getXmlFragment(ROOT), { block, offset: undefined }, { block, offset: undefined })

function says(text: string, facts: Partial<PadComment> = {}): void {
  const id = all.length + 1
  const more = { deletedBy: null, anchor: inLine(1), quote: 'find operators', resolvedBy: null }
  all.push({ id, change: id, thread: id, at: id * 1_000, person: ada, text, key: `key-${id}`, ...more, ...facts })
}

const read = () =>
  readThreads(
    {
      comments: {
        changedSince: async (_, since, limit) => all.filter(({ change }) => change > since).slice(0, limit),
      },
      livePads: { read: async () => ({ revision: 1, state: Y.encodeStateAsUpdate(doc) }) },
    },
    'edge',
  )

it('puts threads together, at the line in which their passage is now', async () => {
  says('which?')
  says('these', { thread: 1, anchor: null, quote: '' })
  says('one more', { resolvedBy: 'Ben' })
  doc.getXmlFragment(ROOT).insert(1, [new Y.XmlElement('paragraph')])
  const threads = await read()
  expect(threads.map(({ thread }) => thread.entries.map(({ text }) => text))).toEqual([
    ['which?', 'these'],
    ['one more'],
  ])
  expect(threads[1]?.thread).toMatchObject({ quote: 'find operators', settledBy: 'Ben' })
  const third = readBlocks(doc.getXmlFragment(ROOT))[2]?.id
  expect(threads.map(({ block }) => block)).toEqual([third, third])
})

it('says of a passage that is gone that it is nowhere', async () => {
  says('which?')
  doc.getXmlFragment(ROOT).delete(1, 1)
  expect(await read()).toMatchObject([{ block: undefined, thread: { quote: 'find operators' } }])
})

it('keeps the words of what was deleted to itself, and leaves out what nobody answered', async () => {
  says('', { deletedBy: 'author' })
  says('', { deletedBy: 'moderator' })
  says('an answer', { thread: 2, anchor: null })
  const [only, ...others] = await read()
  expect(others).toEqual([])
  expect(only?.thread.entries.map(({ text }) => text)).toEqual([null, 'an answer'])
})
