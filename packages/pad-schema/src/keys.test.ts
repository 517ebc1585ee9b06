import { describe, expect, test } from 'vitest'
import { line } from './line.ts'
import { type Somebody, twoPeople } from './testing/two-people.ts'

const alone = (...blocks: ReturnType<typeof line>[]): Somebody => twoPeople({ blocks }).ada

describe('typed at the beginning of a line', () => {
  const shortcuts: [string, ReturnType<typeof line>][] = [
    ['# Goals', line('heading', 'Goals', { level: 1 })],
    ['### Goals', line('heading', 'Goals', { level: 3 })],
    ['- one', line('bullet', 'one')],
    ['* one', line('bullet', 'one')],
    ['1. one', line('number', 'one')],
    ['7. one', line('number', 'one', { start: 7 })],
    ['[ ] do', line('task', 'do')],
    ['[x] done', line('task', 'done', { checked: true })],
    ['- [ ] do', line('task', 'do')],
    ['> said', line('quote', 'said')],
    ['!!! mind', line('callout', 'mind')],
    ['``` let', line('code', 'let')],
  ]
  test.each(shortcuts)('%s', (typed, expected) => {
    const ada = alone(line('text'))
    const element = ada.root.get(0)._item?.id
    ada.editor.commands.focus('start')
    ada.types(typed)
    expect(ada.pad.blocks).toEqual([expected])
    expect(ada.root.get(0)._item?.id).toEqual(element)
  })

  test('--- puts a rule above', () => {
    const ada = alone(line('text'))
    ada.editor.commands.focus('start')
    ada.types('---after')
    expect(ada.text).toBe('---\nafter')
  })

  test('marks come with their signs, but not in code', () => {
    const ada = alone(line('text', 'a '), line('code', 'let '))
    ada.goesTo('a').types('**bold**').goesTo('let').types('**bold** # x')
    expect(ada.text).toBe('a bold\nlet **bold** # x')
    expect(ada.editor.view.dom.querySelectorAll('strong')).toHaveLength(1)
  })

  test('Backspace takes a shortcut back', () => {
    const ada = alone(line('text'))
    ada.editor.commands.focus('start')
    ada.types('- ')
    ada.presses('Backspace')
    expect(ada.pad.blocks).toEqual([line('text', '- ')])
  })
})

describe('Enter', () => {
  test('goes on with an entry, and unchecks the next task', () => {
    const ada = alone(line('number', 'five', { start: 5, level: 1 }), line('task', 'done', { checked: true }))
    ada.goesTo('five').presses('Enter')
    ada.types('six').goesTo('done').presses('Enter')
    ada.types('next')
    expect(ada.text).toBe('  5. five\n  6. six\n[x] done\n[ ] next')
  })

  test('at the beginning of a line makes room above it, and the first number stays the first', () => {
    const ada = alone(line('number', 'five', { start: 5 }), line('heading', 'Goals'))
    ada.goesTo('five', 0).presses('Enter')
    ada.goesTo('Goals', 0).presses('Enter')
    expect(ada.pad.blocks).toEqual([
      line('number', '', { start: 5 }),
      line('number', 'five'),
      line('text'),
      line('heading', 'Goals'),
    ])
  })

  test('gives text after a heading, and keeps the kind of both halves', () => {
    const ada = alone(line('heading', 'Goals and aims', { level: 2 }))
    ada.goesTo('Goals').presses('Enter')
    ada.types('text').goesTo('Goals', 5).presses('Enter')
    expect(ada.pad.blocks).toEqual([
      line('heading', 'Goals', { level: 2 }),
      line('heading', ' and aims', { level: 2 }),
      line('text', 'text'),
    ])
  })

  test('in an empty entry goes up, then out', () => {
    const ada = alone(line('bullet', '', { level: 1 }))
    ada.editor.commands.focus('start')
    ada.presses('Enter')
    expect(ada.pad.blocks).toEqual([line('bullet')])
    ada.presses('Enter')
    expect(ada.pad.blocks).toEqual([line('text')])
  })

  test('stays in code, and opens it behind a fence', () => {
    const ada = alone(line('text', '```js'))
    ada.goesTo('```').presses('Enter')
    ada.types('a').presses('Enter')
    ada.types('b')
    expect(ada.pad.blocks).toEqual([line('code', 'a'), line('code', 'b')])
  })
})

test('Backspace at the beginning goes up, then out, then joins', () => {
  const ada = alone(line('text', 'a'), line('bullet', 'b', { level: 1 }))
  const press = () => ada.goesTo('b', 0).presses('Backspace')
  press()
  expect(ada.pad.blocks[1]).toEqual(line('bullet', 'b'))
  press()
  expect(ada.pad.blocks[1]).toEqual(line('text', 'b'))
  press()
  expect(ada.pad.blocks).toEqual([line('text', 'ab')])
})

test('Tab and Shift-Tab change the level; in code they are spaces', () => {
  const ada = alone(line('bullet', 'a'), line('heading', 'h', { level: 3 }), line('code', 'c'))
  ada.goesTo('a').presses('Tab')
  ada.goesTo('h').presses('Shift-Tab')
  ada.goesTo('c', 0).presses('Tab')
  expect(ada.pad.blocks).toEqual([
    line('bullet', 'a', { level: 1 }),
    line('heading', 'h', { level: 2 }),
    line('code', '  c'),
  ])
  ada.goesTo('c').presses('Shift-Tab')
  expect(ada.pad.blocks[2]).toEqual(line('code', 'c'))
  expect(ada.goesTo('c').presses('Shift-Tab')).toBe(false)
})

test('a command given twice takes itself back', () => {
  const ada = alone(line('text', 'a'), line('text', 'b'))
  ada.selects('a', 'b').editor.commands.setLineKind('quote')
  expect(ada.text).toBe('> a\n> b')
  ada.editor.commands.setLineKind('quote')
  expect(ada.text).toBe('a\nb')
})

describe('a task', () => {
  test('is checked by the keyboard', () => {
    const ada = alone(line('task', 'a'))
    ada.goesTo('a').presses('Mod-Enter')
    expect(ada.text).toBe('[x] a')
  })

  test('is checked by its box, and the box follows', () => {
    const ada = alone(line('task', 'a'))
    const box = ada.editor.view.dom.querySelector('input')
    if (box === null) throw new Error('There is no box.')
    box.checked = true
    box.dispatchEvent(new Event('change'))
    expect(ada.text).toBe('[x] a')
    ada.goesTo('a').editor.commands.toggleTask()
    expect(box.checked).toBe(false)
    expect(ada.editor.view.dom.querySelector('input')).toBe(box)
  })

  test('cannot be checked by whoever may only read', () => {
    const ada = alone(line('task', 'a'))
    ada.editor.setEditable(false)
    expect(ada.editor.view.dom.querySelector('input')?.disabled).toBe(true)
  })
})

test('numbers on the screen follow every change', () => {
  const ada = alone(line('number', 'a'), line('number', 'b'), line('number', 'c'))
  const numbers = () => [...ada.editor.view.dom.querySelectorAll('p')].map((p) => p.getAttribute('data-number'))
  expect(numbers()).toEqual(['1', '2', '3'])
  ada.goesTo('b').presses('Tab')
  expect(numbers()).toEqual(['1', '1', '2'])
  ada.goesTo('a').editor.commands.setLineKind('text')
  expect(numbers()).toEqual([null, '1', '1'])
})
