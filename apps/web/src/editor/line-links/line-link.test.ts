// @vitest-environment happy-dom
import { line, moveBlockTo } from '@forumpad/pad-schema'
import { expect, test } from 'vitest'
import { NoteTaker } from '../testing/note-taker.ts'
import { lineHash, lineOfHash } from './line-link.ts'

const pad = { blocks: [line('heading', 'Goals & aims: größer'), line('text', 'second'), line('text', 'third')] }

test('a link finds its line whatever becomes of its words, its kind and its place', () => {
  const ada = new NoteTaker(pad)
  const hash = lineHash(ada.editor.state, 0) ?? ''
  expect(hash).toMatch(/^#line-\d+-\d+-goals-aims-gr%C3%B6%C3%9Fer$/)
  ada.goesTo('größer').types(' and other words').presses('Mod-Alt-2')
  ada.goesTo('Goals').presses('Alt-ArrowDown')
  expect(ada.lines[1]).toMatch(/^Goals/)
  expect(lineOfHash(ada.editor.state, hash)).toBe(1)
})

test('a line that was carried far, or passed by another, is found by its words', () => {
  const ada = new NoteTaker(pad)
  const hash = lineHash(ada.editor.state, 0) ?? ''
  moveBlockTo(ada.editor.view, 0, 3)
  expect(lineOfHash(ada.editor.state, hash)).toBe(2)
  ada.goesTo('third').presses('Alt-ArrowDown')
  expect(lineOfHash(ada.editor.state, hash)).toBe(1)
})

test.each(['', '#rev/3', '#line-1', '#line-9-9', '#line-9-9-no-such-words', '#line-9-9-%E0%A4%A', '#line-x-1'])(
  'an address with "%s" names no line',
  (hash) => {
    expect(lineOfHash(new NoteTaker(pad).editor.state, hash)).toBeNull()
  },
)

test('a line that is gone is not found', () => {
  const ada = new NoteTaker(pad).goesTo('second')
  const hash = lineHash(ada.editor.state, 1) ?? ''
  ada.presses('Mod-Shift-k')
  expect(lineOfHash(ada.editor.state, hash)).toBeNull()
})
