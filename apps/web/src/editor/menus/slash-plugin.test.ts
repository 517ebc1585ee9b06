// @vitest-environment happy-dom
import { line } from '@forumpad/pad-schema'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { NoteTaker } from '../testing/note-taker.ts'
import { openSlash, slashOf } from './slash-plugin.ts'

const pad = { blocks: [line('text', 'first'), line('text')] }

function ada(blocks = pad.blocks) {
  const writer = new NoteTaker({ blocks })
  writer.editor.commands.focus('end')
  return writer
}
const names = ({ editor }: NoteTaker) => slashOf(editor.state)?.items.map(({ name }) => name) ?? null

test('a slash at the beginning of a line opens the menu, and Enter takes what is chosen', () => {
  const writer = ada()
  writer.types('/')
  expect(names(writer)).toContain('Heading 2')
  writer.types('head')
  expect(names(writer)).toEqual(['Heading 1', 'Heading 2', 'Heading 3'])
  writer.presses('ArrowDown')
  writer.presses('Enter')
  expect(names(writer)).toBeNull()
  writer.types('Goals')
  expect(writer.pad.blocks[1]).toEqual(line('heading', 'Goals', { level: 2 }))
})

test('the list goes round', () => {
  const writer = ada().types('/head')
  writer.presses('ArrowUp')
  expect(slashOf(writer.editor.state)?.chosen).toBe(2)
  writer.presses('ArrowDown')
  expect(slashOf(writer.editor.state)?.chosen).toBe(0)
})

test('further words find an item too', () => {
  expect(names(ada().types('/todo'))).toEqual(['Tasks'])
  expect(names(ada().types('/hr'))).toEqual(['Divider'])
  expect(names(ada().types('/photo'))).toEqual(['Image'])
})

test('Escape leaves what was typed, and the menu stays away', () => {
  const writer = ada().types('/he')
  expect(writer.presses('Escape')).toBe(true)
  writer.types('ad')
  expect(names(writer)).toBeNull()
  expect(writer.lines[1]).toBe('/head')
})

test('a path is a path: the menu goes when nothing fits', () => {
  const writer = ada().types('/etc/passwd and 1/2')
  expect(names(writer)).toBeNull()
  expect(writer.lines[1]).toBe('/etc/passwd and 1/2')
})

test('within a word a slash opens nothing, after a space it does', () => {
  const writer = ada().types('and/or')
  expect(names(writer)).toBeNull()
  writer.types(' /quo')
  expect(names(writer)).toEqual(['Quotation'])
  writer.presses('Enter')
  expect(writer.pad.blocks[1]).toEqual(line('quote', 'and/or '))
})

test('in lines of code and in code words a slash is a slash', () => {
  expect(names(ada([line('code')]).types('/'))).toBeNull()
  expect(ada([line('code')]).editor.state.doc.childCount).toBe(1)
  const inWords = ada()
  inWords.editor.commands.toggleMark('code')
  inWords.types('a /')
  expect(names(inWords)).toBeNull()
  expect(openSlash(ada([line('code')]).editor)).toBe(false)
})

test('a caret that goes elsewhere closes it', () => {
  const writer = ada().types('/he').goesTo('first')
  expect(names(writer)).toBeNull()
})

test('it stays open while somebody else writes above', () => {
  const writer = ada().types('/head')
  const first = writer.doc.getXmlFragment('default').get(0)
  const text = first instanceof Y.XmlElement ? first.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('no words')
  writer.doc.transact(() => text.insert(0, 'words of somebody else '), 'net')
  expect(writer.lines[0]).toBe('words of somebody else first')
  expect(names(writer)).toEqual(['Heading 1', 'Heading 2', 'Heading 3'])
  writer.presses('Enter')
  expect(writer.pad.blocks[1]).toEqual(line('heading', [], { level: 1 }))
})

test('the tool writes the slash, with room before it', () => {
  const writer = ada().types('word')
  openSlash(writer.editor)
  writer.types('task')
  writer.presses('Tab')
  expect(writer.pad.blocks[1]).toEqual(line('task', 'word '))
})

test('an entry that is what was chosen already stays so', () => {
  const writer = ada([line('bullet')]).types('/bul')
  writer.presses('Enter')
  expect(writer.pad.blocks).toEqual([line('bullet')])
})

test('the clock is that of the event', () => {
  vi.useFakeTimers({ now: Date.parse('2017-05-10T18:40:00Z'), toFake: ['Date'] })
  const writer = ada().types('/time')
  writer.presses('Enter')
  writer.presses('Mod-;')
  expect(writer.lines[1]).toBe('14:40 14:40 ')
  writer.types('/date')
  writer.presses('Enter')
  expect(writer.lines[1]).toBe('14:40 14:40 Wed 10 May 14:40 EDT ')
  vi.useRealTimers()
})
