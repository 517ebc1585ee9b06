// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { ShownBlock } from './known-frames.ts'
import { PastSheet } from './past-sheet.ts'

const block = (id: string, words: string, around = ''): ShownBlock => ({
  id,
  html: `<p data-kind="text"${around}>${words}</p>`,
  wrote: [],
})
const one = block('1', 'one')
const two = block('2', 'two')
const three = block('3', 'three')

test('only what differs is drawn anew, and told', () => {
  const sheet = begin([one, two, three])
  const [first] = sheet.lines
  expect(sheet.show([one, block('2', 'two more'), three])).toEqual(['two more'])
  expect(sheet.words).toEqual(['one', 'two more', 'three'])
  expect(sheet.lines[0]).toBe(first)
})

test('lines come, go and change places', () => {
  const sheet = begin([one, two, three])
  expect(sheet.show([three, block('4', 'four'), one])).toEqual(['four'])
  expect(sheet.words).toEqual(['three', 'four', 'one'])
  expect(sheet.show([])).toEqual([])
  expect(sheet.words).toEqual([])
  expect(sheet.show([one, two])).toEqual(['one', 'two'])
})

test('a line whose number alone is another has not changed', () => {
  const sheet = begin([block('1', 'one', ' data-number="1"'), block('2', 'two', ' data-number="2" data-initials="A"')])
  expect(sheet.show([block('2', 'two', ' data-number="1"')])).toEqual([])
  expect(sheet.lines[0]?.getAttribute('data-number')).toBe('1')
})

function begin(blocks: readonly ShownBlock[]) {
  const element = document.createElement('div')
  element.innerHTML = blocks.map(({ html }) => html).join('')
  const sheet = new PastSheet(element, blocks)
  return {
    get lines() {
      return [...element.children]
    },
    get words() {
      return [...element.children].map(({ textContent }) => textContent)
    },
    show: (next: readonly ShownBlock[]) => sheet.show(next).map(({ textContent }) => textContent),
  }
}
