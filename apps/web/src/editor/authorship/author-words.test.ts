import { type Credit, SERVER_PERSON } from '@forumpad/api'
import { expect, test } from 'vitest'
import { ENGLISH } from '../../languages/words.ts'
import { moreWords, spokenWords, whenWords } from './author-words.ts'
import { authorShares, contributors, shareWords } from './line-authors.ts'
import { ruleAttributes, ruleStyles } from './line-rules.ts'

const TIME = Date.parse('2017-05-10T18:40:00Z')
const MINUTE = 60_000
const names: Record<string, string> = { ada: 'Ada Lovelace', grace: 'Grace Hopper' }
const person = (id: string) => ({ id, name: names[id] ?? id, hue: 3 })
const passage = (from: number, to: number, credit: Partial<Credit> = {}) => ({
  from,
  to,
  credit: { author: 'ada', at: TIME, verified: true, ...credit },
})

test('a time is told as on the wall at the event', () => {
  expect(whenWords(TIME, TIME, 'America/New_York', ENGLISH)).toBe('Wed 10 May, 14:40 EDT')
  expect(whenWords(TIME, TIME + 12 * MINUTE, 'America/New_York', ENGLISH)).toBe('Wed 10 May, 14:40–14:52 EDT')
  expect(whenWords(TIME, TIME + 600 * MINUTE, 'America/New_York', ENGLISH)).toBe(
    'Wed 10 May, 14:40–Thu 11 May, 00:40 EDT',
  )
})

test('a line is told by author, the one who wrote most of it first', () => {
  const line = [
    passage(0, 3, { author: 'grace', movedBy: 'ada' }),
    passage(3, 9),
    passage(9, 12, { at: TIME + MINUTE }),
    { from: 12, to: 20, credit: null },
  ]
  expect(authorShares(line).map(({ author, length }) => [author, length])).toEqual([
    ['ada', 9],
    ['grace', 3],
  ])
  expect(spokenWords(authorShares(line), person, 'America/New_York', ENGLISH)).toBe(
    'Ada Lovelace, Wed 10 May, 14:40–14:41 EDT. Grace Hopper, Wed 10 May, 14:40 EDT, Moved by Ada Lovelace.',
  )
  expect(spokenWords([], person, 'America/New_York', ENGLISH)).toBe('Nobody has written in this line.')
})

test('an author whom only somebody else vouches for is called so', () => {
  const [share] = authorShares([passage(0, 2), passage(2, 4, { verified: false })])
  expect(share && moreWords(share, person, ENGLISH)).toEqual([
    'Author unverified: somebody else brought these words along',
  ])
})

test('the template is nobody’s share', () => {
  expect(contributors([[passage(0, 9, { author: SERVER_PERSON }), passage(9, 11)]])).toEqual([
    { author: 'ada', length: 2 },
  ])
})

test('everybody who wrote something has a share of the whole', () => {
  const lines = [[passage(0, 5), passage(5, 7, { author: 'grace' })], [passage(0, 3, { author: 'grace' })]]
  expect(contributors(lines)).toEqual([
    { author: 'ada', length: 5 },
    { author: 'grace', length: 5 },
  ])
  expect([
    shareWords(5, 10, ENGLISH.say),
    shareWords(1, 3, ENGLISH.say),
    shareWords(1, 1000, ENGLISH.say),
    shareWords(999, 1000, ENGLISH.say),
    shareWords(7, 7, ENGLISH.say),
  ]).toEqual(['50 %', '33 %', 'under 1 %', 'over 99 %', '100 %'])
})

test('a rule has the hue of the first author and a stretch for each, even for one letter', () => {
  const [ada, grace] = [person('ada'), { ...person('grace'), hue: 7 }]
  expect(ruleAttributes([], true)).toBeUndefined()
  expect(ruleAttributes([{ person: ada, length: 4 }], true)).toEqual({
    'data-written': '',
    'data-hue': '3',
    'data-initials': 'AL',
  })
  const two = [
    { person: ada, length: 99 },
    { person: grace, length: 1 },
  ]
  expect(ruleAttributes(two, false)).toEqual({
    'data-written': '',
    'data-hue': '3',
    'data-rule': '2',
    class: 'by-1-3 to-1-14 by-2-7 to-2-16',
  })
  const styles = ruleStyles()
  expect(styles).toContain('.by-2-7 { --by-2: var(--person-7) }')
  expect(styles).toContain('.to-1-14 { --to-1: 87.5% }')
  expect(styles).toContain('linear-gradient(var(--by-1) 0 var(--to-1), var(--by-2) 0 var(--to-2))')
})
