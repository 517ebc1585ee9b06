import { expect, test } from 'vitest'
import { LINE_SIGNS } from './editor/line-input-rules.ts'
import { moveBlockTo } from './editor/move-line.ts'
import { line } from './line.ts'
import { meet, twoPeople } from './testing/two-people.ts'

const pad = {
  blocks: [
    line('text', 'first'),
    line('number', 'second', { start: 5 }),
    line('number', 'third'),
    line('text', 'fourth'),
  ],
}

test('a line is duplicated below itself, and typing goes on in the copy', () => {
  const { ada } = twoPeople(pad)
  const element = ada.line('second')
  ada.goesTo('second', 3).editor.commands.duplicateLines()
  ada.types('!')
  expect(ada.text).toBe('first\n5. second\n6. sec!ond\n7. third\nfourth')
  expect(ada.line('second')).toBe(element)
})

test('several lines are duplicated together', () => {
  const { ada } = twoPeople(pad)
  ada.selects('first', 'second').editor.commands.duplicateLines()
  expect(ada.screen).toEqual(['first', 'second', 'first', 'second', 'third', 'fourth'])
})

test('a line is deleted whole, and the caret is in the one that takes its place', () => {
  const { ada } = twoPeople(pad)
  ada.goesTo('second', 3).editor.commands.deleteLines()
  ada.types('!')
  expect(ada.screen).toEqual(['first', '!third', 'fourth'])
  ada.selects('!third', 'fourth').editor.commands.deleteLines()
  ada.types('?')
  expect(ada.screen).toEqual(['first?'])
})

test('the last line of a pad is only emptied', () => {
  const { ada } = twoPeople({ blocks: [line('heading', 'all of it', { level: 2 })] })
  ada.goesTo('all').editor.commands.deleteLines()
  expect(ada.pad.blocks).toEqual([line('text')])
  ada.types('new')
  expect(ada.text).toBe('new')
})

test('a selected rule is one block', () => {
  const { ada } = twoPeople({ blocks: [line('text', 'a'), { type: 'rule' }, line('text', 'b')] })
  ada.editor.commands.setNodeSelection(3)
  ada.editor.commands.deleteLines()
  expect(ada.screen).toEqual(['a', 'b'])
})

test('a line is dragged over several others, both ways, and the others keep their elements', () => {
  const { ada, grace } = twoPeople(pad)
  const others = ['first', 'second', 'third'].map((words) => ada.line(words))
  expect(moveBlockTo(ada.editor.view, 3, 0)).toBe(true)
  expect(ada.screen).toEqual(['fourth', 'first', 'second', 'third'])
  ada.types('!')
  expect(ada.screen[0]).toBe('fourth!')
  expect(['first', 'second', 'third'].map((words) => ada.line(words))).toEqual(others)
  meet({ ada, grace })
  expect(grace.screen).toEqual(ada.screen)

  moveBlockTo(ada.editor.view, 0, 4)
  expect(ada.screen).toEqual(['first', 'second', 'third', 'fourth!'])
})

test('a line that is dropped where it stands stays as it is', () => {
  const { ada } = twoPeople(pad)
  for (const before of [1, 2]) expect(moveBlockTo(ada.editor.view, 1, before)).toBe(false)
  expect(ada.screen).toEqual(['first', 'second', 'third', 'fourth'])
})

test('a line dragged over one neighbour keeps its element', () => {
  const { ada } = twoPeople(pad)
  const element = ada.line('third')
  moveBlockTo(ada.editor.view, 2, 1)
  expect(ada.screen).toEqual(['first', 'third', 'second', 'fourth'])
  expect(ada.line('third')).toBe(element)
})

test('a line in which another has the caret keeps its element over several others, and what is typed into it', async () => {
  const { ada, grace } = twoPeople(pad)
  grace.goesTo('fourth').showsCaretTo(ada)
  await caretsDrawn()
  const element = ada.line('fourth')
  moveBlockTo(ada.editor.view, 3, 0)
  grace.types(' and more')
  meet({ ada, grace })
  expect(ada.screen).toEqual(['fourth and more', 'first', 'second', 'third'])
  expect(grace.screen).toEqual(ada.screen)
  expect(ada.line('fourth')).toBe(element)

  grace.showsCaretTo(ada)
  await caretsDrawn()
  moveBlockTo(ada.editor.view, 0, 4)
  expect(ada.screen).toEqual(['first', 'second', 'third', 'fourth and more'])
  expect(ada.line('fourth')).toBe(element)
})

test('what is undone is one move', () => {
  const { ada } = twoPeople(pad)
  moveBlockTo(ada.editor.view, 3, 0)
  ada.editor.commands.undo()
  expect(ada.screen).toEqual(['first', 'second', 'third', 'fourth'])
})

test('a long numbered list goes on counting while entries go deeper and come back', () => {
  const blocks = Array.from({ length: 120 }, (_, index) => line('number', `entry ${index + 1}.`))
  const { ada } = twoPeople({ blocks })
  const number = (words: string) =>
    [...ada.editor.view.dom.children].find((each) => each.textContent === words)?.getAttribute('data-number')
  expect(number('entry 120.')).toBe('120')
  ada.selects('entry 50.', 'entry 52.').presses('Tab')
  expect([number('entry 50.'), number('entry 52.'), number('entry 53.'), number('entry 120.')]).toEqual([
    '1',
    '3',
    '50',
    '117',
  ])
  ada.selects('entry 50.', 'entry 52.').presses('Shift-Tab')
  expect([number('entry 50.'), number('entry 53.'), number('entry 120.')]).toEqual(['50', '53', '120'])
})

test.each(LINE_SIGNS)('"$typed" at the beginning of a line makes it $kind', ({ typed, kind }) => {
  const { ada } = twoPeople({ blocks: [line('text')] })
  ada.editor.commands.focus('end')
  ada.types(`${typed}words`)
  expect(ada.pad.blocks).toMatchObject([{ kind, content: [{ text: 'words' }] }])
})

// y-tiptap draws carets in a timeout of no time.
const caretsDrawn = () => new Promise((resolve) => setTimeout(resolve))
