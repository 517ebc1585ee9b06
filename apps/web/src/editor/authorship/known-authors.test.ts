import type { AuthoredRange, Person } from '@forumpad/api'
import { beforeEach, expect, test } from 'vitest'
import { type AuthorNews, KnownAuthors } from './known-authors.ts'

const ada: Person = { id: 'ada', name: 'Ada', hue: 0 }
const grace: Person = { id: 'grace', name: 'Grace', hue: 6 }
const [HERE, THERE] = [1, 2]

const said = (author: string, from: number, to: number): AuthoredRange => ({ from, to, author, at: 0, verified: true })

let known: KnownAuthors
beforeEach(() => {
  known = new KnownAuthors(ada, HERE)
})
const of = (client: number, length: number) =>
  known.of(client, 0, length).map(({ length, credit }) => `${length} ${credit?.author ?? 'nobody'}`)

test('what this page writes is its person’s until the server says otherwise; of others nothing is supposed', () => {
  expect(of(HERE, 5)).toEqual(['5 ada'])
  expect(of(THERE, 5)).toEqual(['5 nobody'])
  known.hear({ is: 'news', ranges: new Map([[HERE, [said('grace', 1, 3)]]]), people: [] })
  expect(of(HERE, 5)).toEqual(['1 ada', '2 grace', '2 ada'])
})

test('what was seen to be only moved here keeps its author, moved by this person', () => {
  known.guess(HERE, 0, 3, { author: 'grace', at: 60_000, verified: true })
  known.guess(THERE, 0, 3, { author: 'ada', at: 60_000, verified: true })
  expect(of(HERE, 4)).toEqual(['3 grace', '1 ada'])
  expect(known.of(HERE, 0, 1)[0]?.credit).toMatchObject({ author: 'grace', at: 60_000, movedBy: 'ada' })
  expect(of(THERE, 3)).toEqual(['3 nobody'])
})

test('the server’s word counts more than what was seen, also when it tells everything again', () => {
  known.guess(HERE, 0, 3, { author: 'grace', at: 0, verified: true })
  known.hear({ is: 'news', ranges: new Map([[HERE, [said('edsger', 0, 2)]]]), people: [] })
  expect(of(HERE, 3)).toEqual(['2 edsger', '1 grace'])
  expect([known.isUnsaid(HERE, 0, 2), known.isUnsaid(HERE, 0, 3), known.isUnsaid(THERE, 5, 1)]).toEqual([
    false,
    true,
    false,
  ])
  known.hear({ is: 'everything', ranges: new Map([[HERE, [said('ada', 0, 3)]]]), people: [] })
  expect(of(HERE, 3)).toEqual(['3 ada'])
})

test('everybody goes by the name that they have now, whether they are here or not', () => {
  const heard: AuthorNews[] = []
  const stop = known.subscribe((news) => heard.push(news))
  known.hear({ is: 'everything', ranges: new Map(), people: [grace] })
  expect(known.person('grace')).toEqual(grace)
  known.hear({ is: 'news', ranges: new Map(), people: [{ ...grace, name: 'Murray' }] })
  expect(known.person('grace').name).toBe('Murray')
  known.meet({ ...ada, hue: 3 })
  known.meet({ ...ada, hue: 3 })
  stop()
  known.meet(ada)
  expect(heard.map(({ people }) => people)).toEqual([true, true, true])
  expect(known.person('stranger').name).toBe('Somebody')
})
