// @vitest-environment happy-dom
import { line } from '@forumpad/pad-schema'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { NoteTaker } from '../testing/note-taker.ts'
import { currentMatch, endFinding, findingOf, goOn, replaceAll, replaceCurrent, seek } from './find-plugin.ts'
import type { Query } from './matches.ts'

const pad = { blocks: [line('text', 'Notes, and more notes'), line('bullet', 'no note (x)'), line('code', 'notes[0]')] }

function seeks(words: string, how: Partial<Query> = {}, blocks = pad.blocks) {
  const ada = new NoteTaker({ blocks })
  ada.editor.commands.setTextSelection(1)
  seek(ada.editor, { words, matchCase: false, wholeWords: false, ...how })
  return ada
}
const count = ({ editor }: NoteTaker) => findingOf(editor.state)?.matches.length
const place = ({ editor }: NoteTaker) => currentMatch(editor)?.from

test('words are found in any case, and what they hold is not a pattern', () => {
  expect(count(seeks('notes'))).toBe(3)
  expect(count(seeks('(x)'))).toBe(1)
  expect(count(seeks('notes[0]'))).toBe(1)
  expect(count(seeks('.'))).toBe(0)
  expect(count(seeks(''))).toBe(0)
})

test('case and whole words narrow it down', () => {
  expect(count(seeks('notes', { matchCase: true }))).toBe(2)
  expect(count(seeks('note', { wholeWords: true }))).toBe(1)
  expect(count(seeks('größe', { wholeWords: true }, [line('text', 'Größe, Größen, Übergröße')]))).toBe(1)
})

test('a break within a line does not shift the places behind it', () => {
  const content = [
    { type: 'text' as const, text: 'a', marks: {} },
    { type: 'hardBreak' as const },
    { type: 'text' as const, text: 'notes', marks: {} },
  ]
  const ada = seeks('notes', {}, [line('text', content)])
  endFinding(ada.editor)
  expect(ada.selected).toBe('notes')
})

test('next and previous go round, from the caret on', () => {
  const ada = seeks('notes').goesTo('no note')
  seek(ada.editor, { words: 'notes', matchCase: false, wholeWords: false })
  expect(findingOf(ada.editor.state)?.current).toBe(2)
  goOn(ada.editor, 1)
  expect(findingOf(ada.editor.state)?.current).toBe(0)
  goOn(ada.editor, -1)
  expect(findingOf(ada.editor.state)?.current).toBe(2)
})

test('one place is replaced and the next one is current, also when the new words hold the old ones', () => {
  const ada = seeks('notes')
  replaceCurrent(ada.editor, 'more notes')
  expect(ada.lines[0]).toBe('more notes, and more notes')
  expect(findingOf(ada.editor.state)?.current).toBe(1)
  replaceCurrent(ada.editor, '')
  expect(ada.lines[0]).toBe('more notes, and more ')
})

test('all places are replaced as one change, which one undo takes back', () => {
  const ada = seeks('note')
  expect(replaceAll(ada.editor, 'line')).toBe(4)
  expect(ada.lines).toEqual(['lines, and more lines', 'no line (x)', 'lines[0]'])
  ada.editor.commands.undo()
  expect(ada.lines[0]).toBe('Notes, and more notes')
})

test('replaced words wear what the old ones wore', () => {
  const ada = seeks('bold', {}, [line('text', [{ type: 'text', text: 'bold', marks: { bold: true } }])])
  replaceCurrent(ada.editor, 'strong')
  expect(ada.pad.blocks).toMatchObject([{ content: [{ text: 'strong', marks: { bold: true } }] }])
})

test('the place stays where somebody else writes above it, and their words are found too', () => {
  const ada = seeks('notes')
  goOn(ada.editor, 1)
  const before = place(ada) ?? 0
  const first = ada.doc.getXmlFragment('default').get(0)
  const text = first instanceof Y.XmlElement ? first.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('no words')
  ada.doc.transact(() => text.insert(0, 'notes '), 'net')
  expect(count(ada)).toBe(4)
  expect(place(ada)).toBe(before + 6)
})

test('looking writes nothing', () => {
  const ada = new NoteTaker(pad)
  const before = Y.encodeStateVector(ada.doc)
  seek(ada.editor, { words: 'notes', matchCase: false, wholeWords: false })
  goOn(ada.editor, 1)
  endFinding(ada.editor)
  expect(Y.encodeStateVector(ada.doc)).toEqual(before)
  expect(findingOf(ada.editor.state)).toBeNull()
})
