import { documentToText, markdownToDocument, type PadDocument } from '@forumpad/pad-schema'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_TEMPLATE, defaultTemplate } from './default-template.ts'
import { readTemplate } from './read-template.ts'
import type { TemplateFacts } from './template-facts.ts'

const BOSTON = { slug: 'bos', title: 'Forum Boston', timeZone: 'America/New_York' }
const NFV: TemplateFacts = {
  title: 'Telecom/NFV',
  start: '2017-05-10T18:40:00Z',
  end: '2017-05-10T19:20:00Z',
  room: 'Hynes 102',
  track: 'Ops',
  type: 'Forum',
  people: ['Ana Castro', 'Bo Lind'],
  url: 'https://example.org/nfv?a=1&b=2',
}
const filled = (template: string, facts: Partial<TemplateFacts> = {}) =>
  markdownToDocument(readTemplate(template, BOSTON).fill({ ...NFV, ...facts }))
const words = (template: string, facts: Partial<TemplateFacts> = {}) =>
  documentToText(filled(template, facts)).trimEnd()
/** What a document is but for its words. */
const shape = ({ blocks }: PadDocument) =>
  blocks.map((block) => (block.type === 'paragraph' ? { ...block, content: block.content.length } : block.type))

describe('what a template says', () => {
  test('is the facts of the session, on the clocks of the event', () => {
    expect(words('{title} by {people}, {date}, {time}, {room}, {track}, {type} at {event}')).toBe(
      'Telecom/NFV by Ana Castro, Bo Lind, 10 May 2017, 14:40–15:20, Hynes 102, Ops, Forum at Forum Boston',
    )
  })

  test('is nothing for what the session does not have', () => {
    const facts = { room: null, start: null, end: null, url: null, type: undefined, people: [] }
    expect(words('In {room}{date}{time}{link}{type}{people}.', facts)).toBe('In .')
  })

  test('is a link that can be followed', () => {
    const [line] = filled('See {link}').blocks
    expect(line).toMatchObject({ content: [{ text: 'See ' }, { text: NFV.url, marks: { link: { href: NFV.url } } }] })
  })

  test('is an agenda whose minutes add up, where a line says nothing else', () => {
    expect(filled('## Agenda\n{agenda}\n\nSee {agenda}').blocks).toMatchObject([
      { kind: 'heading' },
      ...Array.from({ length: 4 }, () => ({ kind: 'number' })),
      { kind: 'text', content: [{ text: 'See {agenda}' }] },
    ])
  })

  test('stays as it is where it names nothing that is known, and that is told', () => {
    const template = 'Say {titel} and {Title}, {titel}, {} and { room }'
    expect(words(template)).toBe('Say {titel} and Telecom/NFV, {titel}, {} and { room }')
    expect(readTemplate(template, BOSTON).unknown).toEqual(['{titel}'])
    expect(readTemplate(DEFAULT_TEMPLATE, BOSTON).unknown).toEqual([])
  })

  test('is nothing at all for an empty template', () => {
    expect(readTemplate('  \n\n', BOSTON).fill(NFV)).toBe('')
  })
})

test('the default template says the same whether it is read or written', () => {
  expect(filled(DEFAULT_TEMPLATE)).toEqual(markdownToDocument(defaultTemplate(NFV)))
})

test('whatever a title says stays words, wherever a template puts it', () => {
  const hostile = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom(
      '# No heading',
      '- [ ] task',
      '1. one',
      '> quote',
      '`code`',
      '**bold**',
      '[a](https://b.c)',
      '<u>x</u>',
    ),
    fc.constantFrom('---', '| a | b |', '```', '{people}', '{link}', '&amp;', '\\', '!', '[!NOTE]', '$& $1'),
  )
  const template =
    '# {title}\n\n{title}\n\n- {title}\n- [ ] a {title} b\n\n> {title}\n\n**{title}** `{title}` [{title}](https://x.y)\n\n| {title} | b |\n| --- | --- |\n| 1 | 2 |'
  const plain = filled(template, { title: 'Fog' })
  fc.assert(
    fc.property(hostile, (raw) => {
      // As an agenda gives a title: on one line, without space around it.
      const title = raw
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '')
        .replace(/\s+/g, ' ')
        .trim()
      fc.pre(title !== '')
      const document = filled(template, { title })
      expect(shape(document)).toEqual(shape(plain))
      expect(documentToText(document).split(title).length).toBeGreaterThanOrEqual(9)
    }),
    { numRuns: 300 },
  )
})
