import { expect, test } from 'vitest'
import { ENGLISH } from '../languages/words.ts'
import { dayWords, meant, readingOf } from './column-words.ts'

const tableOf = (...headings: string[]) => ({
  columns: headings.map((heading) => ({ heading, means: null, examples: [] })),
  dates: null,
})

test('a column that is given a meaning takes it from the one that had it', () => {
  expect(meant(['title', 'start', null], 2, 'title')).toEqual([null, 'start', 'title'])
  expect(meant(['title', 'start', null], 0, '')).toEqual([null, 'start', null])
})

test('columns go by their headings, those without a heading of their own by their numbers, and what is not there is said', () => {
  const { columns, dayOrder } = readingOf(
    tableOf('Thema', '', 'Ort', 'ort', '7'),
    ['title', 'start', 'room', null, 'id'],
    null,
  )
  expect(columns).toMatchObject({ title: 'Thema', start: '2', room: '3', id: '5', track: '', type: '' })
  expect(dayOrder).toBeUndefined()
  expect(readingOf(tableOf('Thema'), ['title'], 'month first').dayOrder).toBe('month first')
})

test('a day is written so that nobody can take it for another', () => {
  expect(dayWords('2027-06-05', 'day first', ENGLISH)).toBe('5 Jun 2027 (day first)')
  expect(dayWords(null, 'month first', ENGLISH)).toBe('no date (month first)')
})
