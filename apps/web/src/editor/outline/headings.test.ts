// @vitest-environment happy-dom
import { type Line, line } from '@forumpad/pad-schema'
import { expect, test } from 'vitest'
import { NoteTaker } from '../testing/note-taker.ts'
import { type Heading, headingsOf, inOrder } from './headings.ts'

const heading = (words: string, level: number): Line => line('heading', words, { level })

function outline(...blocks: Line[]): string {
  const drawn = (headings: readonly Heading[]): string =>
    headings
      .map(({ index, words, below }) => `${index}${words}${below.length === 0 ? '' : `(${drawn(below)})`}`)
      .join(' ')
  return drawn(headingsOf(new NoteTaker({ blocks }).editor.state.doc))
}

test('smaller headings hang below larger ones', () => {
  expect(
    outline(heading('a', 1), line('text', 'x'), heading('b', 2), heading('c', 3), heading('d', 2), heading('e', 1)),
  ).toBe('0a(2b(3c) 4d) 5e')
})

test('a level that was skipped, or that comes first, loses nothing', () => {
  expect(outline(heading('a', 3), heading('b', 1), heading('c', 3), heading('d', 2))).toBe('0a 1b(2c 3d)')
})

test('in order they are as in the text', () => {
  const { editor } = new NoteTaker({ blocks: [heading('a', 1), heading('b', 2), heading('c', 1)] })
  expect(inOrder(headingsOf(editor.state.doc)).map(({ words }) => words)).toEqual(['a', 'b', 'c'])
})
