import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { append, cut, Paper } from '../testing/paper.ts'
import { Authorship } from './authorship.ts'

const MINUTE = 60_000

describe('In one update', () => {
  test('a short word that is deleted and inserted again stays its author’s', () => {
    const paper = new Paper().by('ada', (text) => append(text, 'to be or not'))
    paper.by('grace', (text) => {
      cut(text, 'or')
      text.insert(0, 'or')
    })
    expect(paper.credits).toBe('[ada<grace]or[ada]to be  not')
  })

  test('so do the two halves of a word that something was typed into', () => {
    const paper = new Paper().by('ada', (text) => append(text, 'Hello world'))
    paper.by('grace', (text) => {
      cut(text, 'Hello world')
      append(text, 'Hello dear world')
    })
    expect(paper.credits).toBe('[ada<grace]Hello [grace]dear [ada<grace]world')
  })

  test('a text written instead of another is the new one’s, whatever letters they share', () => {
    const paper = new Paper().by('ada', (text) => append(text, 'We meet again on Thursday in the large hall.'))
    paper.by('grace', (text) => {
      cut(text, text.toString())
      append(text, 'The next meeting will be on Monday, and the minutes go out.')
    })
    expect(paper.credits).toBe('[grace]The next meeting will be on Monday, and the minutes go out.')
  })

  test('each of two authors keeps their part, and the first mover gives way to the next', () => {
    const paper = new Paper()
      .by('ada', (text) => append(text, 'by ada '))
      .by('grace', (text) => append(text, 'by grace'))
    const move = (text: Y.Text) => {
      text.delete(0, text.length)
      append(text, 'by ada by grace')
    }
    expect(paper.by('edsger', move).credits).toBe('[ada<edsger]by ada [grace<edsger]by grace')
    expect(paper.by('barbara', move).credits).toBe('[ada<barbara]by ada [grace<barbara]by grace')
  })

  test('halves of an emoji are never parted', () => {
    const paper = new Paper().by('ada', (text) => append(text, 'see 😀 there'))
    paper.by('grace', (text) => {
      cut(text, 'see 😀 there')
      // 😁 begins with the same half as 😀.
      append(text, 'see 😁 there')
    })
    expect(paper.credits).toBe('[ada<grace]see [grace]😁[ada<grace] there')
  })
})

describe('Across updates', () => {
  test('who cuts the words of another and pastes them does not become their author', () => {
    const paper = new Paper().by('ada', (text) => append(text, 'My idea: lines, not trees.'))
    paper.by('mallory', (text) => cut(text, 'lines, not trees'))
    paper.by('mallory', (text) => text.insert(0, 'lines, not trees '))
    expect(paper.credits).toBe('[ada<mallory]lines, not trees[mallory] [ada]My idea: .')
  })

  test('not even by another name', () => {
    const paper = new Paper().by('ada', (text) => append(text, 'lines, not trees'))
    paper.by('mallory', (text) => cut(text, 'lines, not trees')).by('eve', (text) => append(text, 'lines, not trees'))
    expect(paper.credits).toBe('[ada<eve]lines, not trees')
  })

  test('a word that one deleted and another writes is the writer’s', () => {
    const paper = new Paper().by('ada', (text) => append(text, 'the working group of the year'))
    paper.by('ada', (text) => cut(text, 'of the'))
    paper.by('grace', (text) => text.insert(0, 'of the '))
    expect(paper.credits).toBe('[grace]of the [ada]the working group  year')
  })

  test('so is a longer text that has a phrase of a deleted one in it', () => {
    const paper = new Paper().by('ada', (text) =>
      append(text, 'It is one of the things we do not know about the future.'),
    )
    paper.by('grace', (text) => text.delete(0, text.length))
    paper.by('grace', (text) => append(text, 'The minutes of the things said are in the annex, as always.'))
    expect(paper.credits).toMatch(/^\[grace\][^[]*$/)
  })

  test('what was deleted character by character comes back as one', () => {
    const paper = new Paper().by('ada', (text) => append(text, 'Hello world'))
    for (let left = 5; left > 0; left--) paper.by('grace', (text) => text.delete(text.length - 1, 1))
    paper.by('grace', (text) => append(text, 'world'))
    expect(paper.credits).toBe('[ada]Hello [ada<grace]world')
  })

  test('an undo brings back even one character, and of whoever’s deletion', () => {
    const paper = new Paper().by('ada', (text) => append(text, 'abc'))
    paper.by('grace', (text) => text.delete(1, 1))
    paper.by('edsger', (text) => insertBefore(text, { client: 1, clock: 1 }, 'b'))
    expect(paper.credits).toBe('[ada]a[ada<edsger]b[ada]c')
  })

  test('only the last 200 deletions are remembered', () => {
    const paper = new Paper().by('ada', (text) => append(text, `old words here${'x-'.repeat(250)}`))
    paper.by('grace', (text) => cut(text, 'old words here'))
    for (let i = 0; i < 250; i++) paper.by('grace', (text) => text.delete(i, 1))
    paper.by('grace', (text) => append(text, 'old words here'))
    expect(paper.credits).toMatch(/\[grace\]old words here$/)
  })
})

describe('Who brings words along under another id', () => {
  test('vouches for its owner if the id is known, and else for themself', () => {
    const paper = new Paper()
    paper.owners.set(1, { person: 'grace', verified: true })
    paper.by('bob', (text) => append(text, 'x'))
    expect(paper.authorship.credits.at(1, 0)).toMatchObject({ author: 'grace', verified: false })
    const other = new Paper()
    other.owners.set(1, { person: 'bob', verified: false })
    other.by('bob', (text) => append(text, 'x'))
    expect(other.authorship.credits.at(1, 0)).toMatchObject({ author: 'bob', verified: false })
  })
})

test('Time is that of the first writing, in whole minutes; somebody who types on makes one range a minute', () => {
  const paper = new Paper()
  for (let i = 0; i < 100; i++) paper.by('ada', (text) => append(text, 'a'), 5 * MINUTE + i * 1000)
  paper.by('ada', (text) => cut(text, 'a'.repeat(100)), 9 * MINUTE)
  paper.by('ada', (text) => append(text, 'a'.repeat(100)), 9 * MINUTE)
  expect(paper.authorship.credits.of(1)).toEqual([
    { from: 0, to: 60, author: 'ada', at: 5 * MINUTE, verified: true },
    { from: 60, to: 100, author: 'ada', at: 6 * MINUTE, verified: true },
    { from: 100, to: 160, author: 'ada', at: 5 * MINUTE, verified: true },
    { from: 160, to: 200, author: 'ada', at: 6 * MINUTE, verified: true },
  ])
})

test('What is kept as bytes is the same again, and goes on where it was', () => {
  const paper = new Paper().by('ada', (text) => append(text, 'one two 😀'), 7 * MINUTE)
  paper.by('grace', (text) => text.delete(4, 3), 8 * MINUTE).by('grace', (text) => append(text, '!'), 9 * MINUTE)
  const bytes = paper.authorship.encode()
  const again = Authorship.decode(bytes)
  expect(again?.encode()).toEqual(bytes)
  expect(again?.equals(paper.authorship)).toBe(true)
  expect(Authorship.decode(bytes.slice(0, -2))).toBeUndefined()
  expect(Authorship.decode(new Uint8Array([99]))).toBeUndefined()
})

/** As Y.UndoManager does. */
function insertBefore(text: Y.Text, id: { client: number; clock: number }, words: string): void {
  const { doc } = text
  if (!doc) throw new Error('The text is in no document')
  const right = Y.getItem(doc.store, Y.createID(id.client, id.clock))
  if (!(right instanceof Y.Item)) throw new Error('There is no such item')
  const left = right.left
  const own = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
  const item = new Y.Item(own, left, left?.lastId ?? null, right, right.id, text, null, new Y.ContentString(words))
  doc.transact((transaction) => item.integrate(transaction, 0))
}
