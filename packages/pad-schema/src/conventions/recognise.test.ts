import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LineKind } from '../document.ts'
import { type Convention, conventionText, recogniseConventions } from '../index.ts'
import { mentionOf } from './people-in-line.ts'

/** What is recognised, each with the words that it stands on. */
function seen(text: string, kind: LineKind = 'text'): string[] {
  return recogniseConventions(text, kind).map((each) => `${text.slice(each.from, each.to)} = ${meaning(each)}`)
}

function meaning(each: Convention): string {
  switch (each.is) {
    case 'label':
      return each.label
    case 'address':
      return each.url
    case 'speaker':
      return `${each.initials} speaks`
    case 'person':
      return each.name
    case 'hashtag':
      return `tag ${each.tag}`
    case 'due':
      return each.day.is === 'date'
        ? `${each.day.year ?? '*'}-${each.day.month}-${each.day.day}`
        : `weekday ${each.day.weekday}`
  }
}

describe('labels', () => {
  test.each([
    ['#topic Telecom/NFV', '#topic = topic'],
    ['#action @ana asks the operators', '#action = action'],
    ['#agreed we meet again', '#agreed = decision'],
    ['#info the room is full', '#info = info'],
    ['#idea a list', '#idea = idea'],
    ['#help somebody who knows SQL', '#help = help'],
    ['#action', '#action = action'],
    ['ACTION: ask the operators', 'ACTION: = action'],
    ['Action: revisit later', 'Action: = action'],
    ['AI: ask the operators', 'AI: = action'],
    ['DECISION: we wait', 'DECISION: = decision'],
    ['RESOLVED: ^', 'RESOLVED: = decision'],
    ['RESOLUTION: Extra time.', 'RESOLUTION: = decision'],
    ['AGREED: moving to extra time', 'AGREED: = decision'],
    ['Q: Has the feedback been useful?', 'Q: = question'],
    ['  ACTION: indented', 'ACTION: = action'],
    ['[ACTION: check with the chairs]', 'ACTION: = action'],
  ])('%s', (text, expected) => {
    expect(seen(text)[0]).toBe(expected)
  })

  test('behind a speaker, and where a later sentence begins', () => {
    expect(seen('MT: ACTION: ask')).toEqual(['MT: = MT speaks', 'ACTION: = action'])
    expect(seen('MT: #info full')).toEqual(['MT: = MT speaks', '#info = info'])
    expect(seen('We talked. ACTION: Ana to ask. AGREED: no')).toEqual([
      'ACTION: = action',
      'Ana = Ana',
      'AGREED: = decision',
    ])
    expect(seen('Elika: RESOLVED: by vote')).toEqual(['RESOLVED: = decision'])
  })

  test('the address behind #link', () => {
    expect(seen('#link https://example.org/a#b, later')).toEqual([
      '#link = link',
      'https://example.org/a#b = https://example.org/a#b',
    ])
    expect(seen('#link to come')).toEqual(['#link = link'])
  })

  test.each([
    'see the #help channel',
    '#actions are many',
    '#Topic',
    'OpenAI: a company',
    'about AI: it changes much',
    'the FAQ: short',
    'FAQ: short',
    'Dan: PROPOSED RESOLUTION: accept this',
    'Potential action: we can say so',
    'ACTION-876 - again',
    'ACTION:x',
    'The actions: none',
    'AI:x',
  ])('none in: %s', (text) => {
    expect(seen(text)).toEqual([])
  })
})

describe('speakers', () => {
  test('two to four capitals before a colon, in any script that has them', () => {
    expect(seen('MT: hello')).toEqual(['MT: = MT speaks'])
    expect(seen('ÄÖÜ: hello')).toEqual(['ÄÖÜ: = ÄÖÜ speaks'])
    expect(seen('MNOT:')).toEqual(['MNOT: = MNOT speaks'])
  })

  test.each([
    'HTML: a language',
    'TODO: write',
    'M: one letter',
    'Mt: small',
    'ABCDE: five',
    'MT:x',
    'see MT: not first',
  ])('nobody in: %s', (text) => {
    expect(seen(text)).toEqual([])
  })
})

describe('people', () => {
  test('by @, wherever a word begins', () => {
    expect(seen('@ana and (@bob), @mnot.')).toEqual(['@ana = ana', '@bob = bob', '@mnot = mnot'])
    expect(seen('agree with @bvandersloot-mozilla: fine')).toEqual(['@bvandersloot-mozilla = bvandersloot-mozilla'])
    expect(seen('@Grace\u00A0Hopper asks')).toEqual(['@Grace\u00A0Hopper = Grace Hopper'])
    expect(seen('@王小明 asks')).toEqual(['@王小明 = 王小明'])
  })

  test('who is to do an action', () => {
    expect(seen('ACTION: Tess to ping the folks')).toEqual(['ACTION: = action', 'Tess = Tess'])
    expect(seen('AI: Yan Zhu to publish')).toEqual(['AI: = action', 'Yan Zhu = Yan Zhu'])
    expect(seen('ACTION: Dan, Travis and Sangwhan to review')).toEqual([
      'ACTION: = action',
      'Dan = Dan',
      'Travis = Travis',
      'Sangwhan = Sangwhan',
    ])
  })

  test.each([
    ['#action Ana asks the operators list', 'Ana'],
    ['ACTION: Grace Hopper will see', 'Grace Hopper'],
    ['ACTION: Hana drafts the chapter', 'Hana'],
    ['AI: Leo writes', 'Leo'],
  ])('who does it: %s', (text, name) => {
    expect(seen(text)[1]).toBe(`${name} = ${name}`)
  })

  test.each([
    'ACTION: Bumped to next week',
    'ACTION: Need to check',
    'ACTION: Write to the list',
    'ACTION: Extra time',
    'ACTION: Design principles for next week',
    'ACTION: Blog drafts for next week',
    'ACTION: This needs work',
    'ACTION: We will see',
    'ACTION: Ana',
  ])('nobody in: %s', (text) => {
    expect(seen(text)).toEqual(['ACTION: = action'])
  })

  test.each(['Tess to ping', 'ana@example.org', 'use @types/node', 'in @media (width > 9em)', '@', '@2x', 'a @@todo'])(
    'nobody in: %s',
    (text) => {
      expect(seen(text)).toEqual([])
    },
  )

  test('a written mention is recognised whole, whatever the name', () => {
    expect(mentionOf('Grace Hopper')).toBe('@Grace\u00A0Hopper')
    expect(mentionOf('Ana (NFV) 🙂')).toBe('@Ana\u00A0NFV')
    expect(mentionOf('42 🙂')).toBeNull()
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
        const mention = mentionOf(name)
        if (mention === null || /^@(media|import|page|layer|property|scope|supports)$/i.test(mention)) return
        expect(recogniseConventions(`${mention} asks`, 'text')).toEqual([
          { is: 'person', name: mention.slice(1).replaceAll('\u00A0', ' '), from: 0, to: mention.length },
        ])
      }),
    )
  })
})

describe('hashtags', () => {
  test('two signs and a word', () => {
    expect(seen('about ##telecom-nfv, ##2026plan and (##größe).')).toEqual([
      '##telecom-nfv = tag telecom-nfv',
      '##2026plan = tag 2026plan',
      '##größe = tag größe',
    ])
  })

  test.each(['## a heading', '###three', 'C## and C#', 'issue ##12', 'https://example.org/##part', 'a##b', '##-x'])(
    'none in: %s',
    (text) => {
      expect(seen(text)).toEqual([])
    },
  )
})

describe('due days', () => {
  test.each([
    ['due 1 June', '*-6-1'],
    ['due June 1st', '*-6-1'],
    ['due 1 Jun 2026', '2026-6-1'],
    ['due June 1, 2026', '2026-6-1'],
    ['due 2026-06-01', '2026-6-1'],
    ['due: 18 March', '*-3-18'],
    ['due on Friday', 'weekday 5'],
    ['due by Fri', 'weekday 5'],
    ['due 29 February', '*-2-29'],
  ])('%s', (text, day) => {
    expect(seen(`x ${text}. Then`)).toEqual([`${text} = ${day}`])
  })

  test('by a day, in an action or a task', () => {
    expect(seen('ACTION: ask by Friday')).toEqual(['ACTION: = action', 'by Friday = weekday 5'])
    expect(seen('ask by 1 June', 'task')).toEqual(['by 1 June = *-6-1'])
    expect(seen('we agree to publish by Monday')).toEqual([])
  })

  test.each([
    'due to May',
    'due May we hope',
    'overdue 1 June',
    'due 31 June',
    'due 29 February 2026',
    'due 2026-13-01',
    'due sun and rain',
    'due 3 monkeys',
    'in due course',
    'due 2026-06-011',
  ])('none in: %s', (text) => {
    expect(seen(text)).toEqual([])
  })
})

test('code has none, neither lines of it nor words', () => {
  expect(seen('#action @ana ##tag due 1 June', 'code')).toEqual([])
  const words = conventionText([
    { type: 'text', text: '@ana says ', marks: {} },
    { type: 'text', text: '@bob ##tag', marks: { code: true } },
    { type: 'hardBreak' },
    { type: 'text', text: '@eve', marks: { bold: true } },
  ])
  expect(recogniseConventions(words, 'text').map(({ from, to }) => [from, to])).toEqual([
    [0, 4],
    [21, 25],
  ])
})

test('ranges are in order, inside the words, and never over each other', () => {
  const piece = fc.constantFrom(
    '#action',
    'ACTION:',
    'MT:',
    '@ana',
    '##tag',
    'due 1 June',
    'by',
    'Friday',
    'Ana to ask',
    ' ',
    '. ',
    'https://a.org/#x',
    '#link',
    '(',
    ':',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join(' ')
      const found = recogniseConventions(text, 'text')
      found.forEach(({ from, to }, index) => {
        expect(from).toBeGreaterThanOrEqual(found[index - 1]?.to ?? 0)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(text.length)
        expect(text.slice(from, to)).toBe(text.slice(from, to).trim())
      })
    }),
  )
})

test('of a line of a million signs only the beginning is looked at', () => {
  for (const sign of ['@', '#', '##a ', 'due ', 'A:', ' to ', 'ACTION: A, ', '. ACTION:', 'https://', '@a. ']) {
    const found = recogniseConventions(sign.repeat(1_000_000), 'text')
    expect(found.at(-1)?.to ?? 0).toBeLessThanOrEqual(20_000)
  }
})
