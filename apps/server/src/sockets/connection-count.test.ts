import { expect, it } from 'vitest'
import { createConnectionCount } from './connection-count.ts'

it('counts the connections of each address, and forgets those that ended', () => {
  const count = createConnectionCount(2)
  expect([count.enter('a'), count.enter('a'), count.enter('a'), count.enter('b')]).toEqual([true, true, false, true])
  count.leave('a')
  expect([count.enter('a'), count.enter('a')]).toEqual([true, false])
})
