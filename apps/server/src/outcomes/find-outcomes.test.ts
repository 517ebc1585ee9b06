import { type Block, line, markdownToDocument, type PadDocument } from '@forumpad/pad-schema'
import { describe, expect, test } from 'vitest'
import { type FoundOutcome, findOutcomes } from './find-outcomes.ts'

const named = ({ blocks }: PadDocument) =>
  blocks.map((block: Block, at) => ({ id: { client: 7, clock: at }, name: `line-7-${at}`, block }))

const inNotes = (markdown: string) => findOutcomes(named(markdownToDocument(markdown)), '2026-05-10')

/** An outcome in a few words: `action: ask the list [Ana] by 2026-06-01 #nfv (open)`. */
const told = ({ kind, text, people, due, tags, done, box, url }: FoundOutcome) =>
  [
    `${kind}: ${text}`,
    people.length > 0 ? `[${people.join(', ')}]` : '',
    due === null ? '' : `by ${due}`,
    ...tags.map((tag) => `#${tag}`),
    url === null ? '' : `<${url}>`,
    done === null ? '' : `(${done ? 'done' : 'open'}${box ? '' : ', no box'})`,
  ]
    .filter(Boolean)
    .join(' ')

const found = (markdown: string) => inNotes(markdown).map(told)

describe('actions', () => {
  test.each([
    ['ACTION: Ana to ask the list, due 1 June', 'action: Ana to ask the list, due 1 June [Ana] by 2026-06-01 (open)'],
    ['#action @ana asks @bob by Friday', 'action: @ana asks @bob by Friday [ana] by 2026-05-15 (open)'],
    ['ACTION: Ana and Bob to ask @eve', 'action: Ana and Bob to ask @eve [Ana, Bob] (open)'],
    ['AI: ask @bob', 'action: ask @bob [bob] (open)'],
    ['MT: ACTION: ask', 'action: ask (open)'],
    ['- [ACTION: check with the chairs]', 'action: check with the chairs (open)'],
    ['- [ ] write the guide ##docs', 'action: write the guide ##docs #docs (open)'],
    ['- [x] #action Leo to write', 'action: Leo to write [Leo] (done)'],
    ['1. ACTION: one of a numbered list', 'action: one of a numbered list (open, no box)'],
    ['## ACTION: a heading', 'action: a heading (open, no box)'],
    ['We talked. ACTION: Ana to ask (soon)', 'action: Ana to ask (soon) [Ana] (open, no box)'],
  ])('%s', (markdown, expected) => {
    expect(found(markdown)).toEqual([expected])
  })

  test('several in one line each have their own words, people and days', () => {
    expect(found('ACTION: Ana to ask, due 1 June. ACTION: Bob to wait. AGREED: no more [ACTION: rest]')).toEqual([
      'action: Ana to ask, due 1 June. [Ana] by 2026-06-01 (open)',
      'action: Bob to wait. [Bob] (open, no box)',
      'decision: no more',
      'action: rest (open, no box)',
    ])
  })

  test.each(['ACTION:', '- [ ]', '- [ ]  ', '`ACTION: as code`', 'no action: at all', 'the actions: none'])(
    'none in: %s',
    (markdown) => {
      expect(found(markdown)).toEqual([])
    },
  )
})

test('decisions, questions and hashtags', () => {
  expect(found('#agreed one guide\n\nRESOLVED: two\n\nQ: who pays?\n\nall about ##money')).toEqual([
    'decision: one guide',
    'decision: two',
    'question: who pays? (open, no box)',
    'hashtag: all about ##money #money',
  ])
  expect(found('- [x] Q: who pays?')).toEqual(['question: who pays? (done)'])
})

test('list lines are what the heading above says, down to the next heading of its level', () => {
  const notes = `
## Decisions
- We wait
- #action Ana to ask
- #info full
- 

Some words between
### On money
- No money

## Action items
- Ana waits
- [ ] 

## Notes
- Not an outcome
## 3. Open questions:
1. Who pays?
`
  expect(found(notes)).toEqual([
    'decision: We wait',
    'action: Ana to ask [Ana] (open)',
    'decision: No money',
    'action: Ana waits (open)',
    'question: Who pays? (open, no box)',
  ])
})

test('links with what they are called', () => {
  const notes = `
- Draft of the guide: https://example.org/guide
- see [the list](https://example.org/list), and <https://example.org/bare>
- #link https://example.org/a#b the minutes, again https://example.org/a#b
- \`https://example.org/code\`
`
  expect(found(notes)).toEqual([
    'link: Draft of the guide <https://example.org/guide>',
    'link: the list <https://example.org/list>',
    'link: see the list, and <https://example.org/bare>',
    'link: the minutes, again <https://example.org/a#b>',
  ])
})

test('in a table, without a box', () => {
  expect(found('| who | what |\n|---|---|\n| Ana | ACTION: Ana to ask |')).toEqual([
    'action: Ana to ask [Ana] (open, no box)',
  ])
})

test('each has the id and the name of its line', () => {
  const [, second] = inNotes('ACTION: one\n\nACTION: two')
  expect(second).toMatchObject({ line: '7-1', name: 'line-7-1' })
})

test('what a machine pours in is bounded', () => {
  const many = { blocks: Array.from({ length: 10_000 }, () => line('task', 'x '.repeat(500))) }
  const outcomes = findOutcomes(named(many), '2026-05-10')
  expect(outcomes.length).toBe(2_000)
  expect(Math.max(...outcomes.map(({ text }) => text.length))).toBeLessThanOrEqual(601)
})

test.each([
  ['of addresses', Array.from({ length: 60_000 }, (_, n) => `http://a.b/${n}`).join(' ')],
  ['of commas before an address', `a${','.repeat(1_000_000)}x http://a.b/c`],
  ['of labels', 'ACTION: x '.repeat(100_000)],
  ['of hashtags', '##a '.repeat(250_000)],
])('a line of a megabyte %s holds nobody up', (_, text) => {
  // Work that grows with the square of the line would not end within the time of a test.
  const outcomes = findOutcomes(named({ blocks: [line('text', text)] }), '2026-05-10')
  expect(outcomes.filter(({ kind }) => kind === 'link').length).toBeLessThanOrEqual(50)
  expect(outcomes.length).toBeLessThanOrEqual(2_000)
})
