import { afterEach, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { Cell, PadDocument, Table } from './document.ts'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAbove,
  addRowBelow,
  deleteColumn,
  deleteRow,
  deleteTable,
  insertTable,
  toggleHeaderRow,
} from './editor/table-commands.ts'
import { line } from './line.ts'
import { meet, type Somebody, twoPeople } from './testing/two-people.ts'
import { mendDocument } from './yjs/mend-document.ts'

const row = (...cells: string[]): Cell[] => cells.map((words) => [line('text', words)])
const table = (...rows: Cell[][]): Table => ({ type: 'table', header: false, rows })
const pad: PadDocument = {
  blocks: [line('text', 'above'), table(row('a1', 'b1'), row('a2', 'b2')), line('text', 'below')],
}

let people: { ada: Somebody; grace: Somebody }
const open = (document = pad) => {
  people = twoPeople(document)
  return people
}
afterEach(() => {
  expect(people.ada.pad).toEqual(people.grace.pad)
  expect(people.ada.screen).toEqual(people.grace.screen)
  people.ada.leaves()
  people.grace.leaves()
})

/** As the live core does after each update, on one server for both. */
function meetAtServer() {
  meet(people)
  mendDocument(people.ada.doc, new Set([people.ada.root as unknown as Y.AbstractType<unknown>]), 'mend')
  meet(people)
}

const runs = (person: Somebody, command: typeof addRowAbove) =>
  command(person.editor.state, person.editor.view.dispatch)

describe('by keyboard', () => {
  test('a new table stands in the place of an empty line, and the caret in its first cell', () => {
    const { ada } = open({ blocks: [line('text')] })
    runs(ada, insertTable(3, 3))
    ada.types('who').presses('Tab')
    ada.types('what')
    expect(ada.text).toBe('who | what | \n |  | \n |  |')
    expect(ada.pad.blocks[0]).toMatchObject({ type: 'table', header: true })
    expect(ada.pad.blocks[1]).toEqual(line('text'))
    meet(people)
  })

  test('Tab goes from cell to cell, Shift-Tab back; after the last cell there is a new row', () => {
    const { ada } = open()
    ada.goesToCell('b1').presses('Tab')
    ada.types('!').presses('Tab')
    ada.presses('Tab')
    ada.types('a3').presses('Shift-Tab')
    ada.types('?')
    expect(ada.text).toBe('above\na1 | b1\na2! | b2?\na3 |\nbelow'.replace('a3 |', 'a3 | '))
    ada.goesToCell('a1')
    expect(ada.presses('Shift-Tab')).toBe(false)
    meet(people)
  })

  test.each([
    ['a row above', addRowAbove, 'a1 | b1\nX | \na2 | b2', 'a2'],
    ['a row below', addRowBelow, 'a1 | b1\na2 | b2\nX | ', 'a2'],
    ['a column before', addColumnBefore, 'a1 | b1\na2 | b2', 'a2'],
    ['a column after', addColumnAfter, 'a1 |  | b1\na2 | X | b2', 'a2'],
    ['a row less', deleteRow, 'a1X | b1', 'a2'],
    ['a column less', deleteColumn, 'b1\nb2X', 'a2'],
    ['no table', deleteTable, '', 'a2'],
  ])('%s', (what, command, text, where) => {
    const { ada } = open()
    expect(runs(ada.goesToCell(where), command)).toBe(true)
    if (what !== 'no table') ada.types('X')
    const expected = what === 'a column before' ? ' | a1 | b1\nX | a2 | b2' : text
    expect(ada.text).toBe(['above', ...(expected === '' ? [] : [expected]), 'below'].join('\n'))
    meet(people)
  })

  test('the first row names the columns, without a cell being written anew', () => {
    const { ada, grace } = open()
    grace.goesToCell('a1').types('!')
    runs(ada.goesToCell('a2'), toggleHeaderRow)
    meet(people)
    expect(ada.text).toContain('a1! | b1')
    expect(ada.editor.view.dom.querySelectorAll('td[role="columnheader"]')).toHaveLength(2)
    runs(ada, toggleHeaderRow)
    meet(people)
    expect(grace.editor.view.dom.querySelectorAll('td[role="columnheader"]')).toHaveLength(0)
  })

  test('a cell holds lines: Enter makes another one, and kinds change within the cell', () => {
    const { ada } = open()
    ada.goesToCell('a1').presses('Enter')
    ada.types('- more')
    expect(ada.text).toContain('a1 / * more | b1')
    ada.editor.commands.deleteLines()
    expect(ada.text).toContain('a1 | b1')
    ada.editor.commands.deleteLines()
    expect(ada.text).toContain(' | b1\na2')
    meet(people)
  })

  test('what is deleted across cells leaves the cells', () => {
    const { ada } = open()
    ada.selectsCells('a1', 'b2').presses('Backspace')
    expect(ada.text).toBe('above\n | \n | \nbelow')
    ada.types('x')
    expect(ada.text).toBe('above\nx | \n | \nbelow')
    meet(people)
  })

  test('what is cut from the text into a table leaves rows of one length', () => {
    const { ada } = open()
    const { state, view } = ada.selectsCells('above', 'a2').editor
    view.dispatch(state.tr.deleteSelection())
    const found = ada.pad.blocks.find(({ type }) => type === 'table')
    expect(new Set(found?.type === 'table' ? found.rows.map(({ length }) => length) : [])).toHaveProperty('size', 1)
    meet(people)
  })
})

describe('together', () => {
  test('two people write in two cells, and in one', () => {
    const { ada, grace } = open()
    ada.goesToCell('a1').types(' by ada')
    grace.goesToCell('b2').types(' by grace')
    meet(people)
    ada.goesToCell('a2').types(' ada')
    grace.goesToCell('a2', 0).types('grace ')
    meet(people)
    expect(ada.text).toBe('above\na1 by ada | b1\ngrace a2 ada | b2 by grace\nbelow')
  })

  test('both add a row at the same moment: there are both', () => {
    const { ada, grace } = open()
    runs(ada.goesToCell('a2'), addRowBelow)
    ada.types('ada')
    runs(grace.goesToCell('a2'), addRowBelow)
    grace.types('grace')
    meetAtServer()
    expect(ada.text.split('\n')).toHaveLength(6)
    expect(ada.text).toContain('ada | ')
    expect(ada.text).toContain('grace | ')
  })

  test('whoever adds a row writes on in it, also after somebody else adds one above', () => {
    const { ada, grace } = open()
    runs(ada.goesToCell('a2'), addRowBelow)
    runs(grace.goesToCell('b2'), addRowBelow)
    meet(people)
    ada.types('more of ada')
    grace.types('more of grace')
    meet(people)
    expect(ada.text.split('\n').slice(3, 5).sort()).toEqual([' | more of grace', 'more of ada | '])
  })

  test('one adds a row, the other a column: the short row is filled up, once', () => {
    const { ada, grace } = open()
    runs(ada.goesToCell('a2'), addRowBelow)
    ada.types('new row')
    runs(grace.goesToCell('b1'), addColumnAfter)
    grace.types('new column')
    meet(people)
    expect(ada.screen).toEqual(grace.screen)
    meetAtServer()
    expect(ada.text).toBe('above\na1 | b1 | new column\na2 | b2 | \nnew row |  | \nbelow')
    ada.goesToCell('new row').types('!')
    meet(people)
    expect(grace.text).toContain('new row! |  | \n')
  })

  test('one deletes a column while the other writes in a new row: nothing of the row is lost', () => {
    const { ada, grace } = open()
    runs(ada.goesToCell('b1'), deleteColumn)
    runs(grace.goesToCell('a2'), addRowBelow)
    grace.types('x').presses('Tab')
    grace.types('y')
    meetAtServer()
    expect(ada.text).toBe('above\na1 | \na2 | \nx | y\nbelow')
  })

  test('both delete the columns until none is left: so is the table', () => {
    const { ada, grace } = open()
    runs(ada.goesToCell('a1'), deleteColumn)
    runs(grace.goesToCell('b1'), deleteColumn)
    meetAtServer()
    expect(ada.text).toBe('above\nbelow')
  })

  test('undo takes back one’s own row only', () => {
    const { ada, grace } = open()
    runs(ada.goesToCell('a2'), addRowBelow)
    grace.goesToCell('a1').types('!')
    meet(people)
    ada.editor.commands.undo()
    meetAtServer()
    expect(ada.text).toBe('above\na1! | b1\na2 | b2\nbelow')
  })
})
