import { line } from '@forumpad/pad-schema'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDifferences } from './differences.ts'
import { Notes } from './testing/notes.ts'
import { toldChanges } from './told-differences.ts'

let notes: Notes
beforeEach(() => {
  notes = new Notes()
})
afterEach(() => notes.end())

it('tells of each change in which line it is, and when; of what was removed, the line before it', async () => {
  const ada = await notes.joins('Ada')
  await notes.writes(ada, { blocks: ['one', 'two', 'three'].map((words) => line('text', words)) })
  const from = notes.newest
  await notes.server.clock.pass(5 * 60_000)
  await notes.writes(ada, { blocks: ['one', 'three and more'].map((words) => line('text', words)) })
  const differences = createDifferences({ past: notes.history, log: notes.server.store })
  const { difference, placeOf, to } = await differences.between({ name: 'notes', epoch: 1 }, from, notes.newest)
  const changes = toldChanges(difference, placeOf)
  expect(changes.map(({ is, text, line }) => [is, text, line?.replace(/^line-\d+-\d+-/, '')])).toEqual([
    ['removed', 'two', 'one'],
    ['changed', 'three and more', 'three-and-more'],
  ])
  const at = changes.map((change) => Date.parse(change.at ?? ''))
  expect(at[0]).toBe(to.at)
  expect(at[1]).toBe(Math.floor((to.at ?? 0) / 60_000) * 60_000)
})
