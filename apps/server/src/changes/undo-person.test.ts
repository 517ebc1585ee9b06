import { markdownToDocument } from '@forumpad/pad-schema'
import type { TestClient } from '@forumpad/sync/testing'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { byTheClock } from '../noter.ts'
import { Notes, told } from './testing/notes.ts'
import { anyEdits, edited } from './testing/random-edits.ts'

const NOTE = byTheClock({ event: null, pad: null }, 0)('restored')

let notes: Notes
let ada: TestClient
let grace: TestClient
let vandal: TestClient

beforeEach(async () => {
  notes = new Notes()
  ada = await notes.joins('Ada')
  grace = await notes.joins('Grace')
  vandal = await notes.joins('Vandal')
})
afterEach(() => notes.end())

const writes = (who: TestClient, markdown: string) => notes.writes(who, markdownToDocument(markdown))
const undo = async (person: string, span: { from?: number; to?: number } = {}) => {
  const undone = notes.changes.undoPerson('notes', { person, ...span }, 'moderator', NOTE)
  const [done] = await Promise.all([undone, notes.stored()])
  return done
}
const newest = () => notes.at(notes.newest)

describe('Undoing everything of one person', () => {
  test('who wiped a pad: one call brings it back with its authors and its times', async () => {
    await writes(ada, '# Goals\n\nmeet operators')
    await notes.server.clock.pass(5 * 60_000)
    await writes(
      grace,
      '# Goals\n\nmeet operators and vendors\n\n- [ ] write to them\n\n| a | b |\n| - | - |\n| 1 | 2 |',
    )
    const good = notes.newest
    await notes.server.clock.pass(5 * 60_000)
    await writes(vandal, 'lol')

    expect(await undo('vandal')).toMatchObject({ changed: true, before: good + 1, left: { shared: 0, already: 0 } })
    const [then, now] = [await notes.at(good), await newest()]
    expect(now.document).toEqual(then.document)
    expect(told(now)).toEqual(told(then))
    expect(notes.seenBy(ada)).toEqual(then.document)

    const before = notes.newest
    await notes.changes.restore('notes', good + 1, 'moderator', NOTE)
    await notes.stored()
    expect((await newest()).document).toEqual(markdownToDocument('lol'))
    expect(notes.newest).toBe(before + 1)
  })

  test('keeps what others wrote before, in between and after, also in the lines of that person', async () => {
    await writes(ada, 'one line of mine\n\ntwo')
    await writes(vandal, 'one line of mine spoilt\n\nspam for everybody here\n\ntwo')
    await writes(grace, 'one line of mine spoilt, by the way\n\nspam for everybody here that I answer\n\ntwo\n\nthree')
    await writes(
      vandal,
      'more spam\n\none line of mine spoilt, by the way\n\nspam for everybody here that I answer\n\nthree',
    )
    expect(await undo('vandal')).toMatchObject({ changed: true, left: { shared: 1, already: 0 } })
    expect(told(await newest())).toEqual([
      '(ada one line of mine)(grace , by the way)',
      '(grace  that I answer)',
      '(ada two)',
      '(grace three)',
    ])
  })

  test('takes back what they made of lines and words: kinds, levels, ticks, bold, moves', async () => {
    await writes(ada, '# Goals\n\n- one\n\n**two** and three\n\n- [ ] four\n\nfive')
    const good = notes.newest
    await writes(vandal, 'five\n\n## Goals\n\none\n\ntwo and **three**\n\n- [x] four')
    await undo('vandal')
    expect((await newest()).document).toEqual((await notes.at(good)).document)
    expect(told(await newest())).toEqual(told(await notes.at(good)))
  })

  test('within a span alone', async () => {
    await writes(ada, 'one')
    await writes(vandal, 'one\n\nearlier')
    const from = notes.newest
    await writes(vandal, 'one\n\nearlier\n\nin the span')
    const to = notes.newest
    await writes(vandal, 'one\n\nearlier\n\nin the span\n\nlater')
    await undo('vandal', { from, to })
    expect((await newest()).document).toEqual(markdownToDocument('one\n\nearlier\n\nlater'))
  })

  test('does not bring back twice what somebody has brought back already', async () => {
    await writes(ada, 'one\n\ntwo')
    const good = notes.newest
    await writes(vandal, 'lol')
    await notes.changes.restore('notes', good, 'moderator', NOTE)
    await notes.stored()
    expect(await undo('vandal')).toMatchObject({ left: { already: 2 } })
    expect(told(await newest())).toEqual(['(ada one)', '(ada two)'])
    expect(await undo('vandal')).toMatchObject({ changed: false })
  })

  test('who did nothing changes nothing', async () => {
    await writes(ada, 'one')
    const before = notes.newest
    expect(await undo('nobody')).toMatchObject({ changed: false, before, revision: before })
  })

  test('leaves a pad that only they touched since as it was before them', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdits, anyEdits, async (first, second) => {
        const notes = new Notes()
        const people = [await notes.joins('Ada'), await notes.joins('Grace'), await notes.joins('Eve')]
        const vandal = await notes.joins('Vandal')
        for (const edit of first) {
          const who = people[edit.who]
          if (who) await notes.writes(who, edited(notes.seenBy(who), edit))
        }
        fc.pre(notes.newest > 0)
        const good = notes.newest
        for (const edit of second) await notes.writes(vandal, edited(notes.seenBy(vandal), edit))
        const undone = notes.changes.undoPerson('notes', { person: 'vandal' }, 'moderator', NOTE)
        await Promise.all([undone, notes.stored()])
        const [then, now] = [await notes.at(good), await notes.at(notes.newest)]
        expect(now.document).toEqual(then.document)
        expect(told(now)).toEqual(told(then))
        await notes.end()
      }),
      { numRuns: 30, interruptAfterTimeLimit: 12_000 },
    )
  })
})
