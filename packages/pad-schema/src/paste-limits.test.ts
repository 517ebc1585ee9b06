import { expect, test } from 'vitest'
import { PASTE_LIMITS, tooLarge, tooManyPieces, withinReason } from './editor/paste-limits.ts'
import { line } from './line.ts'
import { twoPeople } from './testing/two-people.ts'

const pad = { blocks: [line('text', 'first line')] }

test.each([
  ['a word of 4.5 million characters', 'x'.repeat(4_500_000), '4,500,000 characters'],
  ['5 MB of lines', 'some words of a line\n'.repeat(250_000), '5,250,000 characters'],
  ['10,000 short lines', 'a\n'.repeat(10_000), '10,000 lines'],
  ['a spreadsheet of 10,000 cells', `${'a\t'.repeat(10)}a\n`.repeat(1_000), '10,000 cells of a table'],
  ['Markdown of many pieces', '**a** b '.repeat(15_000), 'pieces of styled text'],
])('%s: nothing is pasted, and a sentence says why', (_name, text, what) => {
  const { ada } = twoPeople(pad)
  ada.goesTo('first').pastes({ text })
  expect(ada.screen).toEqual(['first line'])
  expect(ada.toldWhenPasting).toHaveLength(1)
  expect(ada.toldWhenPasting[0]).toContain(what)
  expect(ada.toldWhenPasting[0]).toContain('Paste it in smaller parts.')
})

test('a table is pasted up to 2,000 cells, whatever it is pasted as', () => {
  const { ada } = twoPeople(pad)
  const row = `<tr>${'<td>a</td>'.repeat(10)}</tr>`
  ada.goesTo('first').pastes({ html: `<table>${row.repeat(201)}</table>`, text: 'a' })
  expect(ada.toldWhenPasting).toEqual([
    'That is 2,010 cells of a table; at most 2,000 can be pasted at once. Nothing was pasted. Paste it in smaller parts.',
  ])
  ada.pastes({ html: `<table>${row.repeat(200)}</table>`, text: 'a' })
  expect(ada.editor.view.dom.querySelectorAll('td')).toHaveLength(2_000)
})

test('what is within the limits is pasted whole', () => {
  const { ada } = twoPeople(pad)
  ada.goesTo('first').pastes({ text: `\n${'line\n'.repeat(200)}` })
  expect(ada.screen).toHaveLength(201)
  expect(ada.toldWhenPasting).toEqual([])
})

test('HTML that would take too long to read gives way to its plain text', () => {
  const { ada } = twoPeople(pad)
  ada.goesTo('first').pastes({ html: `<b>${'<i></i>'.repeat(500_000)}</b>`, text: ' and more' })
  expect(ada.screen).toEqual(['first line and more'])
  expect(withinReason('<b>a</b>', 'a')).toBe('<b>a</b>')
})

test('the limits themselves are allowed, one more is not', () => {
  const { characters, lines } = PASTE_LIMITS
  expect(tooLarge('x'.repeat(characters))).toBeNull()
  expect(tooLarge('x'.repeat(characters + 1))).toContain('250,001 characters')
  const blocks = (count: number) => ({ blocks: Array.from({ length: count }, () => line('text')) })
  expect(tooManyPieces(blocks(lines))).toBeNull()
  expect(tooManyPieces(blocks(lines + 1))).toContain('3,001 lines')
})
