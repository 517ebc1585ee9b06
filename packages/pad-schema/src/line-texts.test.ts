import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { insertTable } from './editor/table-commands.ts'
import { line } from './line.ts'
import { meet, type Somebody, twoPeople } from './testing/two-people.ts'

let people: { ada: Somebody; grace: Somebody }
afterEach(() => {
  expect(people.ada.pad).toEqual(people.grace.pad)
  expect(people.ada.screen).toEqual(people.grace.screen)
  people.ada.leaves()
  people.grace.leaves()
})

/** Both write into the same empty line without having heard of each other, meet, and both write on. */
function bothWrite(): void {
  const { ada, grace } = people
  ada.goesToEmptyLine().types('123')
  grace.goesToEmptyLine().types('678')
  meet(people)
  ada.types('45')
  grace.types('90')
  meet(people)
}

const expectEachOnce = () => expect(people.ada.text.match(/\d+/g)?.join('')).toMatch(/^(1234567890|6789012345)$/)

const made: [how: string, make: (ada: Somebody) => unknown][] = [
  ['begun with Enter', (ada) => ada.goesTo('below').presses('Enter')],
  ['begun with Enter before another', (ada) => ada.goesTo('below', 0).presses('Enter')],
  ['emptied', (ada) => ada.selects('above', 'above').editor.commands.deleteSelection()],
  [
    'emptied of words and a break',
    (ada) => {
      ada.goesTo('above', 2).editor.commands.setHardBreak()
      ada.selects('above', 'above').editor.commands.deleteSelection()
    },
  ],
  ['pasted', (ada) => ada.goesTo('above').pastes({ text: 'one\n\ntwo' })],
  ['of a table', (ada) => insertTable(2, 2)(ada.goesTo('above').editor.state, ada.editor.view.dispatch)],
  ['below a rule', (ada) => ada.goesTo('below').editor.commands.insertRule()],
  [
    'made, taken back and made again',
    (ada) => {
      ada.goesTo('below').presses('Enter')
      ada.editor.commands.undo()
      ada.editor.commands.redo()
    },
  ],
  [
    'that was moved',
    (ada) => {
      ada.goesTo('below').presses('Enter')
      ada.presses('Alt-ArrowUp')
    },
  ],
]

describe('two people who write into one line at once', () => {
  test('of a template keep their words, once', () => {
    people = twoPeople({ blocks: [line('heading', 'Notes'), line('text')] })
    bothWrite()
    expectEachOnce()
  })

  test.each(made)('%s keep their words, once', (_how, make) => {
    people = twoPeople({ blocks: [line('text', 'above'), line('bullet', 'below')] })
    make(people.ada)
    meet(people)
    bothWrite()
    expectEachOnce()
  })
})

describe('two people who give one line a text each', () => {
  test('because it is of old and has none, keep their words, once', () => {
    people = twoPeople({ blocks: [line('text', 'above'), line('text')] })
    const { ada } = people
    ada.doc.transact(() => (ada.root.get(1) as Y.XmlElement).delete(0, 1), 'net')
    meet(people)
    bothWrite()
    expectEachOnce()
  })

  const behindBreak = () => {
    people = twoPeople({ blocks: [line('text', 'above'), line('text', 'below')] })
    people.ada.goesTo('above').editor.commands.setHardBreak()
    meet(people)
    for (const [person, words] of [
      [people.ada, '123'],
      [people.grace, '678'],
    ] as const)
      person.goesTo('above').types(words)
    meet(people)
    return people
  }

  test('because they go on behind the same break, keep their words, once', () => {
    const { ada, grace } = behindBreak()
    ada.types('45')
    grace.types('90')
    meet(people)
    expectEachOnce()
  })

  const changes: [what: string, change: (grace: Somebody) => unknown, text: string][] = [
    ['types before the break', (grace) => grace.goesTo('above', 5).types('!'), 'above!\n12345678\nbelow'],
    [
      'deletes from one to the other',
      (grace) => grace.selectsIn('above', 8, 10).editor.commands.deleteSelection(),
      'above\n124578\nbelow',
    ],
    [
      'makes bold what is in both',
      (grace) => grace.selectsIn('above', 8, 10).editor.commands.toggleBold(),
      'above\n12345678\nbelow',
    ],
    [
      'makes it a heading',
      (grace) => grace.goesTo('above').editor.commands.setLineKind('heading'),
      'above\n12345678\nbelow',
    ],
    [
      'takes the break away',
      (grace) => grace.selectsIn('above', 5, 6).editor.commands.deleteSelection(),
      'above12345678\nbelow',
    ],
    [
      'makes another break in one',
      (grace) => grace.goesTo('above', 7).editor.commands.setHardBreak(),
      'above\n145\n23678\nbelow',
    ],
    [
      'splits the line between the two',
      (grace) => grace.goesTo('above', 9).presses('Enter'),
      'above\n12345\n678\nbelow',
    ],
  ]

  const elsewhere: [what: string, change: (person: Somebody) => unknown][] = [
    ['begin a line above', (person) => person.goesTo('above', 0).presses('Enter')],
    ['move lines below', (person) => person.goesTo('last').presses('Alt-ArrowUp')],
  ]

  test.each(elsewhere)('keep them once where both %s', (_what, change) => {
    const { ada, grace } = behindBreak()
    ada.goesTo('below').presses('Enter')
    ada.types('last')
    meet(people)
    change(ada)
    change(grace)
    meet(people)
    expect(ada.text.match(/\d+/g)).toEqual(['123678'])
    expect(ada.text).toMatch(/above\n123678/)
  })

  test.each(changes)('keep them once where Grace %s and Ada writes on', (_what, change, text) => {
    const { ada, grace } = behindBreak()
    change(grace)
    ada.types('45')
    meet(people)
    expect(ada.text).toBe(text)
  })
})

test('undo takes an empty line back together with its text, in one step', () => {
  people = twoPeople({ blocks: [line('text', 'above'), line('text', 'below')] })
  const { ada } = people
  const before = ada.root.toString()
  ada.goesTo('above').presses('Enter')
  expect(ada.text).toBe('above\n\nbelow')
  ada.editor.commands.undo()
  expect(ada.root.toString()).toBe(before)
  expect(ada.editor.can().undo()).toBe(false)
  meet(people)
})

test('a new line comes to others together with its text', () => {
  people = twoPeople({ blocks: [line('text', 'above')] })
  const { ada, grace } = people
  const updates: Uint8Array[] = []
  ada.doc.on('update', (update: Uint8Array) => updates.push(update))
  ada.goesTo('above').presses('Enter')
  expect(updates).toHaveLength(1)
  meet(people)
  expect((grace.root.get(1) as Y.XmlElement).get(0)).toBeInstanceOf(Y.XmlText)
})
