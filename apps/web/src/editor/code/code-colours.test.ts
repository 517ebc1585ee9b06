// @vitest-environment happy-dom
import { line, type PadDocument } from '@forumpad/pad-schema'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { NoteTaker } from '../testing/note-taker.ts'

const python = ['def greet(name):', '    # says hello', '    return "Hello, " + name', 'import os']
const pad: PadDocument = {
  blocks: [line('text', 'first'), ...python.map((words) => line('code', words)), line('text')],
}

const coloured = ({ editor }: NoteTaker) =>
  [...editor.view.dom.querySelectorAll<HTMLElement>('[data-code]')].map(
    ({ textContent, dataset }) => `${textContent} ${dataset.code}`,
  )

test('code is coloured soon after it is there, in the language that it looks like', async () => {
  const writer = new NoteTaker(pad)
  expect(coloured(writer)).toEqual([])
  await vi.waitFor(() => expect(coloured(writer)).toContain('def word'), { timeout: 5_000 })
  expect(coloured(writer)).toEqual(
    expect.arrayContaining(['# says hello comment', '"Hello, " string', 'return word', 'import word']),
  )
  expect(writer.pad).toEqual(pad)
})

test('while somebody types, the colours stay where they are right', async () => {
  const writer = new NoteTaker(pad)
  await vi.waitFor(() => expect(coloured(writer)).toContain('"Hello, " string'), { timeout: 5_000 })
  writer.goesTo('Hello, ').types('you ')
  expect(coloured(writer)).toContain('"Hello, you " string')
  const first = writer.doc.getXmlFragment('default').get(0)
  const words = first instanceof Y.XmlElement ? first.get(0) : undefined
  if (!(words instanceof Y.XmlText)) throw new Error('no words')
  writer.doc.transact(() => words.insert(0, 'the '), 'net')
  expect(coloured(writer)).toContain('"Hello, you " string')
})

test('what becomes code gets colours, what is code no more loses them', async () => {
  const writer = new NoteTaker(pad)
  await vi.waitFor(() => expect(coloured(writer)).toContain('import word'), { timeout: 5_000 })
  writer.goesTo('import os').editor.commands.setLineKind('text')
  expect(coloured(writer)).not.toContain('import word')
  writer.editor.commands.setLineKind('code')
  await vi.waitFor(() => expect(coloured(writer)).toContain('import word'), { timeout: 5_000 })
})
