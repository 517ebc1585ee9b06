import fc from 'fast-check'
import type { Block, Inline, Marks, PadDocument } from '../document.ts'
import { LINE_KINDS } from '../document.ts'
import { line } from '../line.ts'
import { appendText } from '../marks.ts'

const words = fc.oneof(
  fc.constantFrom(
    'a',
    'b c',
    ' ',
    '  x',
    '*',
    '**',
    '_',
    '_a_',
    '`',
    '``',
    '[x] ',
    '# ',
    '#',
    '1. ',
    '- ',
    '+',
    '>',
    '<u>',
    '</u>',
    '<b',
    '&amp;',
    '&',
    '~~',
    '!',
    '[a](b)',
    '\\',
    'é',
    '日本',
    '😀',
    '|',
    '---',
    '===',
    'http://',
    'https://a.b',
    '.',
    '(',
    ')',
    ':',
    '<!-- -->',
    '[!NOTE]',
    '\t',
    '\u00a0x',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).map((text) => text.replace(/[\p{C}\p{Z}]/gu, 'z')),
)

const marks: fc.Arbitrary<Marks> = fc.record(
  {
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    underline: fc.constant(true as const),
    strike: fc.constant(true as const),
    code: fc.constant(true as const),
    link: fc.constantFrom({ href: 'https://example.org/a_(b)?c=1&amp;d=*' }, { href: 'mailto:ada@example.org' }),
  },
  { requiredKeys: [] },
)

const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('text' as const), text: words, marks: fc.oneof(fc.constant({}), marks) }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' as const }) },
)

const content = fc.array(inline, { maxLength: 5 }).map((inlines) => {
  const joined: Inline[] = []
  for (const each of inlines) {
    if (each.type === 'text') appendText(joined, each.text, each.marks)
    else joined.push(each)
  }
  return joined
})

const block: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .record({
        kind: fc.constantFrom(...LINE_KINDS),
        level: fc.constantFrom(0, 0, 0, 1, 2, 3, 5, 15),
        checked: fc.boolean(),
        start: fc.option(fc.constantFrom(0, 2, 7, 999)),
        content,
      })
      .map(({ kind, content, ...attributes }) => line(kind, content, attributes)),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'rule' as const }) },
)

/** Any document that a pad may hold, with words that mean something in Markdown and HTML. */
export const anyDocument: fc.Arbitrary<PadDocument> = fc
  .array(block, { maxLength: 8 })
  .map((blocks) => ({ blocks: onlyUsedStarts(blocks) }))

// A start that no run begins with is never seen, so nothing can carry it over.
function onlyUsedStarts(blocks: Block[]): Block[] {
  let counting = new Set<number>()
  return blocks.map((block) => {
    if (block.type === 'rule' || !['bullet', 'number', 'task'].includes(block.kind)) {
      counting = new Set()
      return block
    }
    const kept = [...counting].filter(
      (level) => level < block.level || (level === block.level && block.kind === 'number'),
    )
    const goesOn = kept.includes(block.level)
    counting = new Set(block.kind === 'number' ? [...kept, block.level] : kept)
    return goesOn ? { ...block, start: null } : block
  })
}
