import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { line } from '../line.ts'
import { documentToText } from '../out/text.ts'
import { ROOT } from '../schema-version.ts'
import { readBlocks, readDocument } from './read-document.ts'
import { type LineToTick, tickLine } from './tick-line.ts'
import { writeDocument } from './write-document.ts'

function pad() {
  const fragment = new Y.Doc().getXmlFragment(ROOT)
  writeDocument(fragment, {
    blocks: [line('task', 'ask', { checked: false, level: 1 }), line('bullet', 'ACTION: write'), line('code', 'code')],
  })
  const line_ = (index: number, words = ''): LineToTick => {
    const id = readBlocks(fragment)[index]?.id
    if (!id) throw new Error('no such line')
    return { ...id, words }
  }
  return { fragment, line: line_, text: () => documentToText(readDocument(fragment)) }
}

const anyLine = () => true

test('a task is ticked and unticked', () => {
  const { fragment, line, text } = pad()
  expect(tickLine(fragment, line(0), true, anyLine)).toBe('ticked')
  expect(text()).toBe('  [x] ask\n* ACTION: write\ncode\n')
  expect(tickLine(fragment, line(0), false, anyLine)).toBe('ticked')
  expect(text()).toBe('  [ ] ask\n* ACTION: write\ncode\n')
})

test('another line becomes a task and stays the same line', () => {
  const { fragment, line, text } = pad()
  const before = line(1)
  expect(tickLine(fragment, before, true, anyLine)).toBe('ticked')
  expect(text()).toBe('  [ ] ask\n[x] ACTION: write\ncode\n')
  expect(line(1)).toEqual(before)
})

test('what is gone, or may not be ticked, changes nothing', () => {
  const { fragment, line, text } = pad()
  const before = text()
  expect(tickLine(fragment, line(2), true, ({ kind }) => kind !== 'code')).toBe('cannot')
  const gone = line(1, 'action-write')
  fragment.delete(1, 1)
  expect(tickLine(fragment, gone, true, anyLine)).toBe('gone')
  expect(text()).toBe(before.replace('* ACTION: write\n', ''))
})

test('a line that was written anew elsewhere is found by its words', () => {
  const { fragment, line, text } = pad()
  const moved = line(0, 'ask')
  fragment.delete(0, 1)
  const again = new Y.XmlElement('paragraph')
  again.setAttribute('kind', 'task')
  again.insert(0, [new Y.XmlText('Ask')])
  fragment.push([again])
  expect(tickLine(fragment, moved, true, anyLine)).toBe('ticked')
  expect(text()).toBe('* ACTION: write\ncode\n[x] Ask\n')
})
