// @vitest-environment happy-dom
import { documentToEditorHtml, documentToMarkdown, documentToText, line, type PadDocument } from '@forumpad/pad-schema'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { NoteTaker } from '../testing/note-taker.ts'

const minutes: PadDocument = {
  blocks: [
    line('heading', '#topic Telecom', { level: 2 }),
    line('text', [
      { type: 'text', text: 'MT: ACT', marks: {} },
      { type: 'text', text: 'ION: Ana to', marks: { bold: true } },
      { type: 'text', text: ' ask @bob', marks: { bold: true, italic: true } },
      { type: 'hardBreak' },
      { type: 'text', text: '##nfv <due> due 1 June', marks: {} },
    ]),
    line('task', 'write by Friday', { checked: false }),
    line('code', '#action @nobody'),
    line('text', [{ type: 'text', text: '@media', marks: { code: true } }]),
    line('text'),
  ],
}

const ada = (pad: PadDocument = minutes) => new NoteTaker(pad)
const chips = ({ editor }: NoteTaker) =>
  [...editor.view.dom.querySelectorAll<HTMLElement>('.convention')].map(
    ({ textContent, dataset }) => `${textContent} is ${dataset.label ?? dataset.convention}`,
  )

test('a convention becomes a chip while it is typed, and stays plain text', () => {
  const writer = ada({ blocks: [line('text')] }).types('ACTION')
  expect(chips(writer)).toEqual([])
  writer.types(': ask @ana due 1 June')
  expect(chips(writer)).toEqual(['ACTION: is action', '@ana is person', 'due 1 June is due'])
  expect(writer.pad.blocks).toEqual([line('text', 'ACTION: ask @ana due 1 June')])
  expect(documentToText(writer.pad)).toBe('ACTION: ask @ana due 1 June\n')
  expect(documentToMarkdown(writer.pad)).toBe('ACTION: ask @ana due 1 June\n')
  writer.goesTo('ACTION').types('S')
  expect(chips(writer)).toEqual(['@ana is person', 'due 1 June is due'])
})

test('what a line is decides too: no chips in code', () => {
  const writer = ada({ blocks: [line('text', '#info full')] }).goesTo('full')
  expect(chips(writer)).toEqual(['#info is info'])
  writer.editor.commands.setLineKind('code')
  expect(chips(writer)).toEqual([])
})

test("others' words are seen as well, and one's own lines keep theirs", () => {
  const writer = ada({ blocks: [line('text', 'first'), line('text', '@ana')] })
  const first = writer.doc.getXmlFragment('default').get(0)
  const words = first instanceof Y.XmlElement ? first.get(0) : undefined
  if (!(words instanceof Y.XmlText)) throw new Error('no words')
  writer.doc.transact(() => words.insert(0, 'Q: who is '), 'net')
  expect(chips(writer)).toEqual(['Q: is question', '@ana is person'])
})

test('the server draws the same', () => {
  const writer = ada()
  writer.editor.setEditable(false)
  expect(documentToEditorHtml(minutes, { conventions: true })).toBe(writer.editor.view.dom.innerHTML)
  expect(documentToEditorHtml(minutes)).not.toContain('convention')
})

test('while a word is composed its line is not drawn anew, and afterwards it is', async () => {
  const writer = ada({ blocks: [line('text', 'ask @an')] }).goesTo('@an')
  const { view } = writer.editor
  view.dispatch(view.state.tr.insertText('a').setMeta('composition', 1))
  expect(chips(writer)).toEqual(['@an is person'])
  await new Promise((drawn) => requestAnimationFrame(drawn))
  expect(chips(writer)).toEqual(['@ana is person'])
})
