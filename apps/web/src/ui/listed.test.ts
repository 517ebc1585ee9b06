import { expect, it } from 'vitest'
import { ENGLISH, wordsIn } from '../languages/words.ts'
import { inRow, listed } from './listed.ts'

it('names one, two and more', () => {
  expect([[], ['Ada'], ['Ada', 'Ben'], ['Ada', 'Ben', 'Cleo']].map((names) => listed(names, ENGLISH))).toEqual([
    '',
    'Ada',
    'Ada and Ben',
    'Ada, Ben and Cleo',
  ])
  expect(inRow(['2 new', '1 moved', '18 unchanged'], ENGLISH)).toBe('2 new, 1 moved, 18 unchanged')
})

it('has the commas of the language', () => {
  const arabic = wordsIn('ar', { '{one}, {other}': '{one}، {other}', '{one} and {other}': '{one} و{other}' })
  expect(listed(['آدا', 'بن', 'كليو'], arabic)).toBe('آدا، بن وكليو')
})
