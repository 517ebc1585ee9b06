import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { line } from './line.ts'
import { plainText } from './out/text.ts'
import { ROOT } from './schema-version.ts'
import { linesOf } from './table.ts'
import { anyDocument } from './testing/any-document.ts'
import { type TracedBlock, traceBlocks } from './yjs/document-origins.ts'
import { readDocument } from './yjs/read-document.ts'
import { documentUpdate } from './yjs/write-document.ts'

test('every character of a document is found where it lies in Yjs', () => {
  fc.assert(
    fc.property(anyDocument, (written) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, documentUpdate(written))
      const fragment = doc.getXmlFragment(ROOT)
      const traced = traceBlocks(fragment, (block) => block)
      const document = { blocks: traced.map(({ block }) => block) }
      expect(document).toEqual(readDocument(fragment))
      const words = linesOf(document).map(({ content }) => plainText(content))
      const found = foundWords(doc, traced).map((text, index) => text.padEnd(words[index]?.length ?? 0, '·'))
      expect(found).toEqual(words.map((text) => text.replaceAll('\n', '·')))
    }),
    { numRuns: 200 },
  )
})

test('what a stranger wrote is found too, without the characters that no pad may hold', () => {
  const doc = new Y.Doc()
  const heading = new Y.XmlElement('heading')
  heading.insert(0, [new Y.XmlText('Told by\u0000 a stranger')])
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('one\u0007two'), new Y.XmlElement('hardBreak'), new Y.XmlText('three')])
  doc.getXmlFragment(ROOT).insert(0, [heading, paragraph])
  const traced = traceBlocks(doc.getXmlFragment(ROOT), (block) => block)
  expect(traced[0]?.block).toEqual(line('heading', 'Told by a stranger', { level: 1 }))
  expect(foundWords(doc, traced)).toEqual(['Told by a stranger', 'onetwo·three'])
})

/** Each line as it stands at the ids, with a dot for what has none. */
function foundWords(doc: Y.Doc, blocks: readonly TracedBlock[]): string[] {
  return blocks
    .flatMap(({ words }) => words)
    .map((origins) => {
      let words = ''
      for (const { at, length, client, clock } of origins) {
        words = words.padEnd(at, '·')
        for (let i = 0; i < length; i++) {
          const item = Y.getItem(doc.store, Y.createID(client, clock + i))
          if (item instanceof Y.Item && item.content instanceof Y.ContentString)
            words += item.content.str[clock + i - item.id.clock]
        }
      }
      return words
    })
}
