import { expect, test } from 'vitest'
import { olderCopy } from './drop-older-copies.ts'
import { localCopyName } from './local-copy.ts'

const now = { pad: 'edge', epoch: 3 }

test('A copy of an earlier epoch is older, whoever made it', () => {
  const copy = { pad: 'edge', epoch: 2, schema: 5, person: 'ada' }
  expect(olderCopy(localCopyName(copy), now)).toEqual(copy)
})

test.each([
  localCopyName({ pad: 'edge', epoch: 3, schema: 5, person: 'ada' }),
  localCopyName({ pad: 'edge-2', epoch: 1, schema: 5, person: 'ada' }),
  'forumpad',
  'forumpad/edge/x/5/ada',
  'another-program',
])('%s is none', (name) => {
  expect(olderCopy(name, now)).toBeUndefined()
})
