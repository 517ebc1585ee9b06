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

beforeEach(async () => {
  notes = new Notes()
  ada = await notes.joins('Ada')
  grace = await notes.joins('Grace')
})
afterEach(() => notes.end())

const writes = (who: TestClient, markdown: string) => notes.writes(who, markdownToDocument(markdown))
const restore = async (revision: number) => {
  const [done] = await Promise.all([notes.changes.restore('notes', revision, 'moderator', NOTE), notes.stored()])
  return done
}

describe('Restoring a revision', () => {
  test('brings a wiped pad back with its authors, for all who have it open, and can be undone', async () => {
    await writes(ada, '# Goals\n\nmeet operators')
    await writes(
      grace,
      '# Goals\n\nmeet operators and vendors\n\n- [ ] write to them\n\n| a | b |\n| - | - |\n| 1 | 2 |',
    )
    const good = notes.newest
    await writes(ada, 'lol')
    const wiped = notes.newest

    expect(await restore(good)).toEqual({ changed: true, before: wiped, revision: wiped + 1 })
    await notes.stored()
    const [then, now] = [await notes.at(good), await notes.at(wiped + 1)]
    expect(now.document).toEqual(then.document)
    expect(told(now)).toEqual(told(then))
    expect(told(now)[1]).toBe('(ada meet operators)(grace  and vendors)')
    expect(notes.seenBy(ada)).toEqual(then.document)
    expect(notes.server.authors().at(-1)).toBe('moderator')

    await restore(wiped)
    expect((await notes.at(notes.newest)).document).toEqual((await notes.at(wiped)).document)
    expect(await restore(wiped)).toEqual({ changed: false, before: notes.newest, revision: notes.newest })
  })

  test('twice at once is the same as once', async () => {
    await writes(ada, 'one\n\ntwo\n\nthree')
    const good = notes.newest
    await writes(grace, 'four')
    const [first, second] = await Promise.all([restore(good), restore(good)])
    expect([first.changed, second.changed]).toEqual([true, false])
    expect((await notes.at(notes.newest)).document).toEqual((await notes.at(good)).document)
  })

  test('leaves what somebody types who has not seen it yet', async () => {
    await writes(ada, 'we meet on Monday in Rome\n\nat noon')
    const good = notes.newest
    await writes(grace, 'we meet on Friday in Rome\n\nat noon')
    ada.cut()
    ada.types(', all of us')
    await restore(good)
    ada.connect()
    await notes.stored()
    expect(notes.seenBy(grace)).toEqual(markdownToDocument('we meet on Monday in Rome, all of us\n\nat noon'))
    expect(told(await notes.at(notes.newest))).toEqual(['(ada we meet on Monday in Rome, all of us)', '(ada at noon)'])
  })

  test('is the old text with the old authors, whatever was written', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdits, fc.nat(), async (edits, some) => {
        const notes = new Notes()
        const people = [await notes.joins('Ada'), await notes.joins('Grace'), await notes.joins('Eve')]
        for (const edit of edits) {
          const who = people[edit.who % people.length]
          if (who) await notes.writes(who, edited(notes.seenBy(who), edit))
        }
        fc.pre(notes.newest > 0)
        const revision = 1 + (some % notes.newest)
        await Promise.all([notes.changes.restore('notes', revision, 'moderator', NOTE), notes.stored()])
        await notes.stored()
        const [then, now] = [await notes.at(revision), await notes.at(notes.newest)]
        expect(now.document).toEqual(then.document)
        expect(told(now)).toEqual(told(then))
        for (const who of people) expect(notes.seenBy(who)).toEqual(then.document)
        await notes.end()
      }),
      { numRuns: 30, interruptAfterTimeLimit: 12_000 },
    )
  })
})
