import { expect, test } from 'vitest'
import { moveLines } from './editor/move-line.ts'
import { line } from './line.ts'
import { meet, twoPeople } from './testing/two-people.ts'

const pad = { blocks: [line('text', 'first line'), line('text', 'second line'), line('text', 'third line')] }

test('lines that others left alone are the same nodes afterwards', () => {
  const people = twoPeople(pad)
  const { ada, grace } = people
  const nodes = () => ada.editor.state.doc.children
  const [first, second, third] = nodes()

  grace.goesTo('second').types(' and more')
  meet(people)
  expect(nodes()[0]).toBe(first)
  expect(nodes()[1]).not.toBe(second)
  expect(nodes()[2]).toBe(third)

  const before = nodes()
  grace.goesTo('first').presses('Enter')
  ada.goesTo('third').types('!')
  meet(people)
  expect(ada.screen).toEqual(['first line', '', 'second line and more', 'third line!'])
  expect(nodes()[2]).toBe(before[1])

  for (const each of [ada, grace]) each.leaves()
})

test('a line that moved, or was undone, is shown as it is', () => {
  const people = twoPeople(pad)
  const { ada, grace } = people
  moveLines(grace.goesTo('third').editor.view, -1)
  meet(people)
  expect(ada.screen).toEqual(['first line', 'third line', 'second line'])
  ada.goesTo('third').types('!')
  grace.editor.commands.undo()
  meet(people)
  expect(ada.screen).toEqual(grace.screen)
  expect(ada.screen.filter((words) => words === 'third line!')).toHaveLength(1)
  for (const each of [ada, grace]) each.leaves()
})
