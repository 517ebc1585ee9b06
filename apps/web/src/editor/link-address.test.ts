import { expect, it } from 'vitest'
import { linkAddress } from './link-address.ts'

it.each([
  ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
  ['example.org/page', 'https://example.org/page'],
  [' example.org ', 'https://example.org/'],
  ['ana@example.org', 'mailto:ana@example.org'],
])('takes %j', (typed, href) => {
  expect(linkAddress(typed)).toEqual({ href })
})

it.each(['', 'two words', 'javascript:alert(1)', 'data:text/html,x', 'word', 'https://'])(
  'says what is wrong with %j',
  (typed) => {
    expect(linkAddress(typed)).toHaveProperty('problem')
  },
)
