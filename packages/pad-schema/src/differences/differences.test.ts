import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, PadDocument } from '../document.ts'
import { markdownToDocument } from '../in/markdown.ts'
import { textToDocument } from '../in/text.ts'
import { line } from '../line.ts'
import { anyDocument } from '../testing/any-document.ts'
import { inShort, tidy } from '../testing/told-steps.ts'
import { applyDifference } from './apply-difference.ts'
import { compareDocuments } from './compare-documents.ts'
import type { Share, Standing } from './difference.ts'

const standings = ({ blocks }: PadDocument): Standing[] => blocks.map((block) => ({ block }))
const compare = (before: PadDocument, after: PadDocument) => compareDocuments(standings(before), standings(after))

const told = (before: string, after: string) =>
  compare(markdownToDocument(before), markdownToDocument(after)).steps.map(inShort)

/** A document and what a few edits make of it: more alike than two documents of chance. */
const edited = fc
  .tuple(
    anyDocument,
    anyDocument,
    fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.constantFrom('move', 'drop', 'put', 'word')), { maxLength: 6 }),
  )
  .map(([before, other, edits]) => {
    const blocks = [...before.blocks]
    for (const [from, to, what] of edits) {
      const block = blocks[from]
      if (what === 'put') blocks.splice(to, 0, ...other.blocks.slice(0, 1))
      else if (!block) continue
      else if (what === 'word') {
        if (block.type === 'paragraph')
          blocks[from] = { ...block, content: [{ type: 'text', text: 'new ', marks: {} }, ...block.content] }
      } else {
        blocks.splice(from, 1)
        if (what === 'move') blocks.splice(to, 0, block)
      }
    }
    return [before, { blocks }] as const
  })

describe('For any two documents', () => {
  test('the old one with what is different is the new one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(anyDocument, anyDocument), edited), ([before, after]) => {
        const { blocks } = applyDifference(before, compare(before, after))
        expect(JSON.stringify(blocks.map(tidy))).toBe(JSON.stringify(after.blocks.map(tidy)))
      }),
      { numRuns: 1_000 },
    )
  })

  test('nothing is different if and only if they are equal', () => {
    fc.assert(
      fc.property(fc.oneof(edited, fc.tuple(anyDocument, anyDocument)), ([before, after]) => {
        const isSame = compare(before, after).steps.every(({ is }) => is === 'kept')
        expect(isSame).toBe(JSON.stringify(before) === JSON.stringify(after))
      }),
    )
    fc.assert(
      fc.property(anyDocument, (same) => compare(same, structuredClone(same)).steps.every(({ is }) => is === 'kept')),
    )
  })

  test('a line that went elsewhere is found there', () => {
    const texts = fc.uniqueArray(fc.stringMatching(/^[a-z]{4,9}( [a-z]{4,9}){3}$/), { minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (lines, from, to) => {
        const moved = [...lines]
        moved.splice(to % lines.length, 0, ...moved.splice(from % lines.length, 1))
        const { steps } = compare(textToDocument(lines.join('\n')), textToDocument(moved.join('\n')))
        const isSame = lines.join() === moved.join()
        expect(steps.filter(({ is }) => is === 'moved here')).toHaveLength(isSame ? 0 : 1)
        expect(steps.every(({ is }) => is === 'kept' || is === 'moved here' || is === 'moved away')).toBe(true)
      }),
    )
  })

  test('whose words came and went is said of each', () => {
    const people = fc.array(
      fc.record({ length: fc.integer({ min: 1, max: 5 }), by: fc.constantFrom('ada', 'grace', undefined) }),
    )
    fc.assert(
      fc.property(anyDocument, anyDocument, people, (before, after, shares) => {
        const withShares = (document: PadDocument) => standings(document).map((each) => ({ ...each, shares }))
        const difference = compareDocuments(withShares(before), withShares(after))
        expect(() => applyDifference(before, difference)).not.toThrow()
      }),
    )
  })
})

describe('Words', () => {
  test.each([
    ['The quick fox.', 'The slow fox.', 'The [-quick][+slow] fox.'],
    ['We meet', 'We meet again', 'We meet[+ again]'],
    ['foo', 'foobar', '[-foo][+foobar]'],
    ['会議は月曜日です', '会議は火曜日です', '会議は[-月曜日][+火曜日]です'],
    ['see 😀 there', 'see 😁 there', 'see [-😀][+😁] there'],
    ['one **two** three', 'one two three', 'one {two} three'],
    ['one *two* three', 'one *two* four', 'one two [-three][+four]'],
    ['a b c d', 'w x y z', '[-a b c d][+w x y z]'],
  ])('%s to %s', (before, after, expected) => {
    const steps = compareDocuments([{ block: only(before), id: 'a' }], [{ block: only(after), id: 'a' }]).steps
    expect(steps.map(inShort)).toEqual([`~ ${expected}`])
  })

  const only = (markdown: string): Block => markdownToDocument(markdown).blocks[0] ?? line('text')

  test('each with its writer, and with whoever took it away', () => {
    const shares = (...list: [number, string][]): Share[] => list.map(([length, by]) => ({ length, by }))
    const { steps } = compareDocuments(
      [
        {
          block: line('text', 'we meet on Monday, in Rome'),
          id: 'a',
          shares: shares([11, ''], [7, 'eve'], [8, 'bob']),
        },
      ],
      [
        {
          block: line('text', 'we meet on Tuesday at noon'),
          id: 'a',
          shares: shares([11, 'bob'], [7, 'ada'], [8, 'grace']),
        },
      ],
    )
    expect(steps.map(inShort)).toEqual([
      '~ we meet on [-eve:Monday,][+ada:Tuesday] [-bob:in][+grace:at] [-bob:Rome][+grace:noon]',
    ])
  })
})

describe('Lines', () => {
  test('that came, went, changed, and stayed', () => {
    expect(told('one line\n\ntwo lines here\n\nthree', 'one line\n\ntwo lines there\n\nfour is more')).toEqual([
      '= one line',
      '~ two lines [-here][+there]',
      '- three',
      '+ four is more',
    ])
  })

  test('whose kind or level alone changed keep their words', () => {
    expect(told('one\n\n- two\n\n# three', '- one\n\n## three')).toEqual([
      '~ text 0 to bullet 0: one',
      '- two',
      '~ heading 1 to heading 2: three',
    ])
  })

  test('that moved and changed their kind are found too', () => {
    expect(told('first line\n\nsecond line\n\nthird one', '- third one\n\nfirst line\n\nsecond line')).toEqual([
      '> third one',
      '= first line',
      '= second line',
      '< third one',
    ])
  })

  test('are known by their element, whatever became of the words', () => {
    const before = [
      { block: line('text', 'something'), id: 'a' },
      { block: line('text', 'other words'), id: 'b' },
    ]
    const after = [
      { block: line('text', '12345'), id: 'a' },
      { block: line('text', 'other words'), id: 'b' },
    ]
    expect(compareDocuments(before, after).steps.map(inShort)).toEqual(['~ [-something][+12345]', '= other words'])
  })

  test('tables, images and rules are blocks', () => {
    expect(told('a\n\n| x | y |\n| - | - |\n| 1 | 2 |', 'a\n\n---\n\n| x | y |\n| - | - |\n| 1 | 3 |')).toEqual([
      '= a',
      '- (table)',
      '+ (rule)',
      '+ (table)',
    ])
  })
})

describe('Whatever is compared', () => {
  const random = (seed: number) => () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return seed / 2 ** 32
  }
  const prose = (lines: number, seed: number) => {
    const next = random(seed)
    const word = () => Math.floor(next() * 3_000).toString(36)
    return Array.from({ length: lines }, () => Array.from({ length: 4 + Math.floor(next() * 10) }, word).join(' '))
  }
  /** Never ends, or ends the process, unless the work is bounded: the time limit of a test is the judge of that. */
  const holds = (before: PadDocument, after: PadDocument) => {
    const difference = compareDocuments(standings(before), standings(after))
    expect(JSON.stringify(applyDifference(before, difference))).toBe(JSON.stringify(after))
  }
  const five = prose(5_000, 1)

  test.each([
    ['with a word changed in every tenth line', five.map((words, i) => (i % 10 === 0 ? `${words} more` : words))],
    ['with a word changed in every line', five.map((words) => `so ${words}`)],
    ['shuffled', [...five].sort((a, b) => (a.slice(-4) < b.slice(-4) ? -1 : 1))],
    ['against quite other lines', prose(5_000, 2)],
    ['against lines of the same few words', five.map((_, i) => ['yes', 'no', '', 'so it is'][(i * i) % 4] ?? '')],
  ])('5,000 lines %s', (_, lines) => {
    holds(textToDocument(five.join('\n')), textToDocument(lines.join('\n')))
  })

  test.each([
    ['with a word changed in the middle', (text: string) => `${text.slice(0, 400_000)} new ${text.slice(400_000)}`],
    ['with words changed at both ends', (text: string) => `new ${text} new`],
    ['against another', () => prose(16_000, 4).join(' ')],
    ['of one word', () => 'x'.repeat(1_000_000)],
    ['of Chinese', (text: string) => text.replace(/\w/g, '会')],
  ])('a line of 1 MB %s', (_, change) => {
    const text = prose(20_000, 3).join(' ')
    const document = (words: string) => ({ blocks: [line('text', words)] })
    holds(document(text), document(change(text)))
  })
})
