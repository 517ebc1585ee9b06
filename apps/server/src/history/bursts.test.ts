import { SERVER_PERSON } from '@forumpad/api'
import { expect, test } from 'vitest'
import { Bursts } from './bursts.ts'

const MINUTE = 60_000
const row = (revision: number, minutes: number, person: string) => ({ revision, at: minutes * MINUTE, person })

test('changes that come soon after one another are one burst, whoever makes them', () => {
  const bursts = new Bursts(9)
  bursts.take([row(1, 0, SERVER_PERSON), row(2, 1, 'ada'), row(3, 2, 'ben')])
  bursts.take([row(4, 2.5, 'ada'), row(5, 9, 'ada')])
  expect(bursts.newest).toEqual([
    { revision: 5, to: 5, at: 9 * MINUTE, until: 9 * MINUTE, people: ['ada'] },
    { revision: 2, to: 4, at: MINUTE, until: 2.5 * MINUTE, people: ['ada', 'ben'] },
  ])
  expect(bursts.upTo).toBe(5)
})

test('a session that is never silent has several, which begin where they began for whoever looked before', () => {
  const rows = Array.from({ length: 25 }, (_, index) => row(index + 1, index, 'ada'))
  const atOnce = new Bursts(9)
  atOnce.take(rows)
  const oneByOne = new Bursts(9)
  for (const each of rows) oneByOne.take([each])
  expect(atOnce.newest).toEqual(oneByOne.newest)
  expect(atOnce.newest.map(({ revision, to }) => [revision, to])).toEqual([
    [21, 25],
    [11, 20],
    [1, 10],
  ])
})

test('old ones are forgotten', () => {
  const bursts = new Bursts(2)
  bursts.take([row(1, 0, 'ada'), row(2, 10, 'ada'), row(3, 20, 'ada')])
  expect(bursts.newest.map(({ revision }) => revision)).toEqual([3, 2])
})
