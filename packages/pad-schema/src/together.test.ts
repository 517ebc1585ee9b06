import { afterEach, describe, expect, test } from 'vitest'
import { line } from './line.ts'
import { meet, type Somebody, twoPeople } from './testing/two-people.ts'

const pad = { blocks: [line('text', 'first line'), line('text', 'second line'), line('text', 'third line')] }

let people: { ada: Somebody; grace: Somebody }
const open = () => {
  people = twoPeople(pad)
  return people
}
afterEach(() => {
  expect(people.ada.pad).toEqual(people.grace.pad)
  expect(people.ada.screen).toEqual(people.grace.screen)
  people.ada.leaves()
  people.grace.leaves()
})

type Change = [what: string, does: (grace: Somebody) => unknown, leaves: string]

const restyles: Change[] = [
  [
    'makes it a heading',
    (grace) => grace.goesTo('second').editor.commands.setLineKind('heading', 2),
    'first line\nsecond line and more\nthird line',
  ],
  [
    'makes it a task',
    (grace) => grace.goesTo('second').editor.commands.setLineKind('task'),
    'first line\n[ ] second line and more\nthird line',
  ],
  [
    'makes it a bullet by a shortcut',
    (grace) => grace.goesTo('second', 0).types('- '),
    'first line\n* second line and more\nthird line',
  ],
  ['indents it', (grace) => grace.goesTo('second').presses('Tab'), 'first line\n  second line and more\nthird line'],
  [
    'splits it',
    (grace) => grace.goesTo('second', 6).presses('Enter'),
    'first line\nsecond and more\n line\nthird line',
  ],
  [
    'presses Enter at its beginning',
    (grace) => grace.goesTo('second', 0).presses('Enter'),
    'first line\n\nsecond line and more\nthird line',
  ],
  [
    'presses Enter at its end',
    (grace) => grace.goesTo('second').presses('Enter'),
    'first line\nsecond line and more\n\nthird line',
  ],
  [
    'inserts a line above and restyles all',
    (grace) => {
      grace.goesTo('first').presses('Enter')
      grace.types('inserted').selects('first', 'third').editor.commands.setLineKind('bullet')
    },
    '* first line\n* inserted\n* second line and more\n* third line',
  ],
  [
    'moves it down',
    (grace) => grace.goesTo('second').presses('Alt-ArrowDown'),
    'first line\nthird line\nsecond line and more',
  ],
  [
    'moves it up',
    (grace) => grace.goesTo('second').presses('Alt-ArrowUp'),
    'second line and more\nfirst line\nthird line',
  ],
]

describe('while Ada types into a line, Grace', () => {
  test.each(restyles)('%s: the words stay, and so does the element', (_what, change, text) => {
    const { ada, grace } = open()
    const element = ada.line('second')
    ada.goesTo('second').types(' and more')
    change(grace)
    meet(people)
    expect(grace.text).toBe(text)
    expect(ada.text).toBe(text)
    expect(ada.line('second')).toBe(element)
  })

  test('deletes it: the words go with it (the rescue brings them back)', () => {
    const { ada, grace } = open()
    ada.goesTo('second').types(' and more')
    grace.selects('second', 'second').editor.commands.deleteSelection()
    grace.presses('Backspace')
    grace.editor.commands.joinBackward()
    meet(people)
    expect(grace.text).not.toContain('second')
  })

  test('joins it to the line before: her words stay, those typed at that moment go (the rescue brings them back)', () => {
    const { ada, grace } = open()
    const first = ada.line('first')
    ada.goesTo('second').types(' and more')
    grace.goesTo('second', 0).editor.commands.joinBackward()
    meet(people)
    expect(grace.text).toBe('first linesecond line\nthird line')
    expect(grace.line('first')).toBe(first)
  })
})

test('both make the line a heading: it is one heading, once', () => {
  const { ada, grace } = open()
  const element = ada.line('second')
  for (const person of [ada, grace]) person.goesTo('second').editor.commands.setLineKind('heading', 1)
  meet(people)
  expect(ada.pad.blocks).toEqual([
    line('text', 'first line'),
    line('heading', 'second line'),
    line('text', 'third line'),
  ])
  expect(ada.line('second')).toBe(element)
})

test('an address that one types is a link once, and not again for everybody who sees it', () => {
  const { ada, grace } = open()
  ada.goesTo('second').types(' https://example.org ')
  const before = grace.doc.store.clients.get(20)?.length
  meet(people)
  expect(grace.editor.view.dom.querySelectorAll('a')).toHaveLength(1)
  expect(grace.doc.store.clients.get(20)?.length).toBe(before)
})

test('words typed right behind a link are no part of it', () => {
  const { ada } = open()
  ada.goesTo('second').types(' https://example.org ')
  ada.goesTo('https', ' second line https://example.org'.length - 1).types('!')
  meet(people)
  expect(ada.editor.view.dom.querySelector('a')?.textContent).toBe('https://example.org')
  expect(ada.text).toContain('https://example.org!')
})

test('one makes it a heading, the other a task: it is one of the two, in the same way for both', () => {
  const { ada, grace } = open()
  const element = ada.line('second')
  ada.goesTo('second').editor.commands.setLineKind('heading', 3)
  grace.goesTo('second').editor.commands.setLineKind('task')
  meet(people)
  expect(ada.line('second')).toBe(element)
  expect(['heading', 'task']).toContain(ada.pad.blocks[1]?.type === 'paragraph' && ada.pad.blocks[1].kind)
  expect(ada.editor.view.dom.innerHTML).toBe(grace.editor.view.dom.innerHTML)
})

test('undo takes back one’s own words only', () => {
  const { ada, grace } = open()
  ada.goesTo('second').types(' by ada')
  grace.goesTo('second', 0).types('by grace ')
  meet(people)
  expect(ada.text).toContain('by grace second line by ada')
  ada.editor.commands.undo()
  meet(people)
  expect(ada.text).toBe('first line\nby grace second line\nthird line')
})

test('undo of a new kind leaves what another typed meanwhile', () => {
  const { ada, grace } = open()
  const element = ada.line('second')
  ada.goesTo('second').editor.commands.setLineKind('bullet')
  grace.goesTo('second').types(' and more')
  meet(people)
  ada.editor.commands.undo()
  meet(people)
  expect(ada.text).toBe('first line\nsecond line and more\nthird line')
  expect(ada.line('second')).toBe(element)
})

test('undo of a move puts the lines back', () => {
  const { ada } = open()
  ada.goesTo('second').presses('Alt-ArrowDown')
  expect(ada.text).toBe('first line\nthird line\nsecond line')
  ada.editor.commands.undo()
  expect(ada.text).toBe('first line\nsecond line\nthird line')
  meet(people)
})

test('the caret stays in a line that one moves, and in one that another moves', () => {
  const { ada, grace } = open()
  grace.goesTo('second').presses('Alt-ArrowUp')
  grace.types('!')
  expect(grace.text).toBe('second line!\nfirst line\nthird line')
  ada.goesTo('second')
  meet(people)
  ada.types('?')
  meet(people)
  expect(ada.text).toMatch(/^second line(!\?|\?!)\nfirst line\nthird line$/)
})

test('of the line that a moved one passes, the words typed at that moment go (the rescue brings them back)', () => {
  const { ada, grace } = open()
  ada.goesTo('third').types(' and more')
  grace.goesTo('second').presses('Alt-ArrowDown')
  meet(people)
  expect(grace.text).toBe('first line\nthird line\nsecond line')
})

test('a line passes one that somebody is in by being written anew itself, and takes the caret along', async () => {
  const { ada, grace } = open()
  const third = ada.line('third')
  ada.goesTo('third').showsCaretTo(grace)
  await caretsDrawn()
  ada.types(' and more')
  grace.goesTo('second', 6).presses('Alt-ArrowDown')
  grace.types('!')
  expect(grace.text).toBe('first line\nthird line\nsecond! line')
  meet(people)
  expect(grace.text).toBe('first line\nthird line and more\nsecond! line')
  expect(grace.line('third')).toBe(third)
  grace.editor.commands.undo()
  meet(people)
})

// y-tiptap draws carets in a timeout of zero.
const caretsDrawn = () => new Promise((resolve) => setTimeout(resolve, 1))
