import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { blockKey, standingsOf } from './differences/standings.ts'
import type { PadDocument } from './document.ts'
import { markdownToDocument } from './in/markdown.ts'
import { ROOT } from './schema-version.ts'
import { anyDocument } from './testing/any-document.ts'
import type { As } from './yjs/fill-line.ts'
import { readBlocks, readDocument } from './yjs/read-document.ts'
import { rewriteDocument } from './yjs/rewrite-document.ts'
import { documentUpdate } from './yjs/write-document.ts'

const asMyself: As = (_, write) => write()

function opened(document: PadDocument): { doc: Y.Doc; root: Y.XmlFragment } {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, documentUpdate(document))
  return { doc, root: doc.getXmlFragment(ROOT) }
}

/** The same with stretches that wear the same as one, as they are read. */
const asRead = (document: PadDocument) => readDocument(opened(document).root)

test('any document becomes any other, and the way back', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (before, after) => {
      const { doc, root } = opened(before)
      const ids = readBlocks(root).map(({ id }) => id)
      const changed = rewriteDocument(doc, standingsOf(asRead(after)), asMyself)
      expect(readDocument(root)).toEqual(asRead(after))
      expect(changed).toBe(JSON.stringify(asRead(before)) !== JSON.stringify(asRead(after)))
      rewriteDocument(doc, standingsOf(asRead(before), ids), asMyself)
      expect(readDocument(root)).toEqual(asRead(before))
    }),
    { numRuns: 150 },
  )
})

test('with a few words changed too, and with lines that hold breaks', () => {
  const few = fc.array(fc.constantFrom('one ', 'two ', 'three', '\n', ' ', '**b**', '*i* '), { maxLength: 12 })
  const lines = fc.array(
    few.map((words) => words.join('').replaceAll('\n', '\\\n')),
    { minLength: 1, maxLength: 4 },
  )
  const document = lines.map((all) => markdownToDocument(all.join('\n\n')))
  fc.assert(
    fc.property(document, document, (before, after) => {
      const { doc, root } = opened(before)
      rewriteDocument(doc, standingsOf(asRead(after)), asMyself)
      expect(readDocument(root)).toEqual(asRead(after))
    }),
    { numRuns: 150 },
  )
})

describe('Meanwhile', () => {
  const before = markdownToDocument('# Goals\n\nwe meet on Monday in Rome\n\n- one\n- two')
  const after = markdownToDocument('## Goals\n\nwe meet on Tuesday in Rome\n\n- zero\n- one\n- two\n- three')

  test('what somebody types stays where it was typed, and lines keep their elements', () => {
    const { doc, root } = opened(before)
    const away = new Y.Doc()
    Y.applyUpdate(away, Y.encodeStateAsUpdate(doc))
    const elements = readBlocks(root).map(({ id }) => blockKey(id))
    rewriteDocument(doc, standingsOf(after), asMyself)

    const text = (line: number) => (away.getXmlFragment(ROOT).get(line) as Y.XmlElement).get(0) as Y.XmlText
    text(0).insert(5, ' of today')
    text(1).insert(25, ', Italy')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(away))
    expect(readDocument(root)).toEqual(
      markdownToDocument('## Goals of today\n\nwe meet on Tuesday in Rome, Italy\n\n- zero\n- one\n- two\n- three'),
    )
    const kept = readBlocks(root).map(({ id }) => blockKey(id))
    expect([0, 1, 3, 4].map((line) => kept[line])).toEqual(elements)
  })
})

test('each word is written in the name of whose it is', () => {
  const { doc } = opened(markdownToDocument('one\n\ntwo words here'))
  const written: string[] = []
  const as: As = (by, write) => {
    const clock = Y.getState(doc.store, doc.clientID)
    write()
    written.push(`${by} ${Y.getState(doc.store, doc.clientID) - clock}`)
  }
  const target = markdownToDocument('two nice words here\n\n| a | bc |\n| - | - |\n| d | |')
  const shares = [
    [
      { length: 3, by: 'ada' },
      { length: 16, by: 'grace' },
    ],
    [{ length: 1, by: 'eve' }],
    [{ length: 2, by: 'ada' }],
    [{ length: 1, by: 'bob' }],
    [],
  ]
  rewriteDocument(doc, standingsOf(target, [], shares), as)
  expect(written).toEqual(['grace 5', 'eve 1', 'ada 2', 'bob 1'])
})
