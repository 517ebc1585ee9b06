import fc from 'fast-check'
import type { Block, Image, Inline, Line, Marks, PadDocument, Table } from '../document.ts'
import { LINE_KINDS } from '../document.ts'
import { wordsForAlt } from '../image.ts'
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

const anyLine: fc.Arbitrary<Line> = fc
  .record({
    kind: fc.constantFrom(...LINE_KINDS),
    level: fc.constantFrom(0, 0, 0, 1, 2, 3, 5, 15),
    checked: fc.boolean(),
    start: fc.option(fc.constantFrom(0, 2, 7, 999)),
    content,
  })
  .map(({ kind, content, ...attributes }) => line(kind, content, attributes))

const cell = fc.oneof(
  { weight: 3, arbitrary: content.map((words) => [line('text', words)]) },
  { weight: 1, arbitrary: fc.array(anyLine, { minLength: 1, maxLength: 3 }).map(onlyUsedStarts) },
)

/** Not of one cell: such a table is the lines in it as soon as it is read from somewhere. */
const table: fc.Arbitrary<Table> = fc
  .tuple(fc.boolean(), fc.constantFrom([1, 2], [2, 1], [2, 2], [3, 2]))
  .chain(([header, [rows = 1, columns = 1]]) => {
    const row = fc.array(cell, { minLength: columns, maxLength: columns })
    return fc.array(row, { minLength: rows, maxLength: rows }).map((cells) => ({ type: 'table', header, rows: cells }))
  })

const image: fc.Arbitrary<Image> = fc
  .record({
    type: fc.constant('image'),
    src: fc.constantFrom('png', 'jpg', 'gif', 'webp').map((ending) => `/p/a%20pad/images/${'0a'.repeat(32)}.${ending}`),
    alt: fc.array(words, { maxLength: 3 }).map((pieces) => wordsForAlt(pieces.join(' '))),
    size: fc.constantFrom([0, 0], [640, 480], [1, 2_000]),
  })
  .map(({ size: [width = 0, height = 0], ...others }) => ({ ...others, width, height }))

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 12, arbitrary: anyLine },
  { weight: 1, arbitrary: fc.constant({ type: 'rule' as const }) },
  { weight: 1, arbitrary: table },
  { weight: 1, arbitrary: image },
)

/** Any document that a pad may hold, with words that mean something in Markdown and HTML. */
export const anyDocument: fc.Arbitrary<PadDocument> = fc
  .array(block, { maxLength: 8 })
  .map((blocks) => ({ blocks: onlyUsedStarts(blocks) }))

// A start that no run begins with is never seen, so nothing can carry it over.
function onlyUsedStarts<Each extends Block>(blocks: Each[]): Each[] {
  let counting = new Set<number>()
  return blocks.map((block) => {
    if (block.type !== 'paragraph' || !['bullet', 'number', 'task'].includes(block.kind)) {
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
