import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { line } from '../line.ts'
import { type Anchor, anchorBetween, passageOf } from './passage.ts'
import { writeDocument } from './write-document.ts'

let doc: Y.Doc
let root: Y.XmlFragment
beforeEach(() => {
  doc = new Y.Doc()
  root = doc.getXmlFragment('default')
  writeDocument(root, { blocks: [line('text', 'one two three'), line('text', 'four five six')] })
})

const textOf = (block: number): Y.XmlText => {
  const element = root.get(block)
  const text = element instanceof Y.XmlElement ? element.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('There is no text.')
  return text
}
const anchor = (from: [number, number], to: [number, number]): Anchor => {
  const found = anchorBetween(root, { block: from[0], offset: from[1] }, { block: to[0], offset: to[1] })
  if (!found) throw new Error('There are no words.')
  return found
}
const words = (of: Anchor) => passageOf(root, of)?.words ?? null

test('a passage keeps its words whatever is written around it, and takes what is written into it', () => {
  const two = anchor([0, 4], [0, 7])
  expect(words(two)).toBe('two')
  textOf(0).insert(0, 'well, ')
  textOf(0).insert(6 + 7, '!')
  expect(words(two)).toBe('two')
  expect(passageOf(root, two)?.parts).toEqual([{ block: 0, stretch: { from: 10, to: 13 } }])
  textOf(0).insert(11, '-')
  expect(words(two)).toBe('t-wo')
})

test('a passage shrinks when its ends are deleted, and is gone when all of it is', () => {
  const two = anchor([0, 4], [0, 7])
  textOf(0).delete(4, 1)
  expect(words(two)).toBe('wo')
  textOf(0).delete(5, 1)
  expect(words(two)).toBe('w')
  textOf(0).delete(4, 1)
  expect(words(two)).toBeNull()
})

test('a passage may reach over lines, and keeps what is left when one of them is deleted', () => {
  const both = anchor([0, 8], [1, 4])
  expect(words(both)).toBe('three four')
  root.delete(0, 1)
  expect(words(both)).toBe('four')
  root.delete(0, 1)
  expect(words(both)).toBeNull()
})

test('another copy of the document finds the same passage', () => {
  const two = anchor([0, 4], [0, 7])
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  expect(passageOf(copy.getXmlFragment('default'), two)?.words).toBe('two')
})

test('words in a table are found, with the block alone for their place', () => {
  writeDocument(root, {
    blocks: [{ type: 'table', header: false, rows: [[[line('text', 'cell')], [line('text', 'next')]]] }],
  })
  const table = anchorBetween(root, { block: 2, offset: undefined }, { block: 2, offset: undefined })
  expect(table && passageOf(root, table)).toEqual({ words: 'cellnext', parts: [{ block: 2, stretch: undefined }] })
})

test('where there are no words there is no anchor, and a made-up anchor is nothing', () => {
  expect(anchorBetween(root, { block: 0, offset: 3 }, { block: 0, offset: 3 })).toBeNull()
  expect(passageOf(root, { first: { client: 1, clock: 2 }, last: { client: 3, clock: 4 } })).toBeNull()
  const two = anchor([0, 4], [0, 7])
  expect(passageOf(root, { first: two.last, last: two.first })).toBeNull()
})
