// @vitest-environment happy-dom
import { type Block, documentToMarkdown, line } from '@forumpad/pad-schema'
import { markdownToDocument } from '@forumpad/pad-schema/readers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { showPanel } from '../editing/open-panel.ts'
import { NoteTaker } from '../testing/note-taker.ts'
import { PadSource } from './pad-source.ts'

const agenda: Block[] = [
  line('heading', 'Agenda', { level: 1 }),
  line('text', 'who is here'),
  line('text'),
  line('bullet', 'one'),
  line('bullet', 'two', { level: 1 }),
  line('task', 'write', { checked: false }),
  line('text', 'end'),
]

function desk(blocks: Block[] = agenda) {
  const writer = new NoteTaker({ blocks })
  // Opening the source is a change of the editor's state; before any, y-tiptap takes an empty text for one that is not loaded yet.
  showPanel(writer.editor, 'source')
  const field = document.createElement('textarea')
  const source = new PadSource(writer.editor, field)
  const edits = (words: string, by: string) => {
    expect(field.value).toContain(words)
    field.value = field.value.replace(words, by)
  }
  const elements = () => writer.doc.getXmlFragment('default').toArray()
  /** Somebody else writes before the words of a line. */
  const otherWrites = (index: number, words: string) => {
    const element = elements()[index]
    const text = element instanceof Y.XmlElement ? element.get(0) : undefined
    if (!(text instanceof Y.XmlText)) throw new Error('no words')
    writer.doc.transact(() => text.insert(0, words), 'net')
  }
  return { writer, field, source, edits, elements, otherWrites, apply: () => source.apply(markdownToDocument) }
}

test('the field shows the pad as Markdown', () => {
  expect(desk().field.value).toBe('# Agenda\n\nwho is here\n\n- one\n  - two\n- [ ] write\n\nend\n')
})

test('only the lines that were edited are touched, and of them only the words', () => {
  const { writer, edits, elements, apply } = desk()
  const before = elements()
  const touched = new Set<unknown>()
  writer.doc.on('afterTransaction', ({ changed }: Y.Transaction) => {
    for (const type of changed.keys()) touched.add(type)
  })
  edits('- one', '- one more')
  edits('# Agenda', '## Agenda')
  apply()
  expect(writer.pad.blocks).toEqual([
    line('heading', 'Agenda', { level: 2 }),
    line('text', 'who is here'),
    line('text'),
    line('bullet', 'one more'),
    ...agenda.slice(4),
  ])
  expect(elements()).toEqual(before)
  const words = (index: number) => (before[index] as Y.XmlElement).get(0)
  expect([...touched]).toEqual([words(3), before[0]])
})

test('lines come and go where they were written and deleted', () => {
  const { writer, edits, apply, source } = desk()
  edits('- one\n', '- zero\n- one\n')
  edits('\nend\n', '')
  expect(source.isEdited).toBe(true)
  apply()
  expect(source.isEdited).toBe(false)
  expect(writer.lines).toEqual(['Agenda', 'who is here', '', 'zero', 'one', 'two', 'write'])
})

test("others' words come into the field, beside what is edited there, and none are lost", () => {
  const { writer, field, edits, source, otherWrites, apply } = desk()
  edits('who is here', 'who is here today')
  field.setSelectionRange(field.value.length, field.value.length)
  otherWrites(3, 'number ')
  otherWrites(1, 'see ')
  source.follow()
  expect(field.value).toContain('see who is here today\n\n- number one\n')
  expect(field.selectionStart).toBe(field.value.length)
  apply()
  expect(writer.lines).toEqual(['Agenda', 'see who is here today', '', 'number one', 'two', 'write', 'end'])
})

test('what others wrote just before it is applied stays too', () => {
  const { writer, edits, otherWrites, apply } = desk()
  edits('- one\n', '')
  otherWrites(6, 'the ')
  apply()
  expect(writer.lines).toEqual(['Agenda', 'who is here', '', 'two', 'write', 'the end'])
})

test('what Markdown cannot hold stays where nobody edits', () => {
  const blocks = [
    line('text', 'a'),
    line('text'),
    line('text'),
    line('code', [{ type: 'text', text: 'x', marks: { bold: true } }]),
    line('text', 'z'),
  ]
  const { writer, edits, apply } = desk(blocks)
  edits('z', 'zz')
  apply()
  expect(writer.pad.blocks).toEqual([...blocks.slice(0, -1), line('text', 'zz')])
})

test('a line that Markdown holds only in part can be edited all the same', () => {
  const blocks = [
    line('text', 'a'),
    line('code', [{ type: 'text', text: 'x', marks: { bold: true } }]),
    line('text', 'z'),
  ]
  const { writer, edits, apply } = desk(blocks)
  edits('\nx\n', '\nx y\n')
  apply()
  expect(writer.pad.blocks).toEqual([line('text', 'a'), line('code', 'x y'), line('text', 'z')])
})

test('a line that Markdown holds only in part can be edited behind an empty line', () => {
  const bold = line('code', [{ type: 'text', text: 'x', marks: { bold: true } }])
  const { writer, edits, apply } = desk([line('text', 'A'), line('text'), bold, line('text', 'B')])
  edits('\nx\n', '\nx y\n')
  expect(apply()).toEqual({ is: 'in the pad' })
  expect(writer.pad.blocks).toEqual([line('text', 'A'), line('text'), line('code', 'x y'), line('text', 'B')])
})

test('an empty line that parts two lists is not taken for the line before it', () => {
  const bold = line('code', [{ type: 'text', text: 'x', marks: { bold: true } }])
  const parted = [line('bullet', 'a'), line('text', '', { level: 1 }), line('bullet', 'b')]
  const { writer, edits, apply } = desk([line('text'), bold, ...parted])
  edits('\nx\n', '\nx y\n')
  apply()
  expect(writer.pad.blocks).toEqual([line('text'), line('code', 'x y'), ...parted])
})

const twoInOne = line('code', [
  { type: 'text', text: 'x', marks: {} },
  { type: 'hardBreak' },
  { type: 'text', text: 'y', marks: {} },
])

test('what has no place in the pad stays in the field, and says which line it is', () => {
  const blocks = [line('text', 'A'), twoInOne, line('text', 'B')]
  const { writer, field, edits, apply, source } = desk(blocks)
  edits('y', 'y z')
  edits('B', 'B too')
  const written = field.value
  expect(apply()).toEqual({ is: 'no place', words: 'y' })
  expect(field.value).toBe(written)
  expect(source.isEdited).toBe(true)
  expect(source.linesNotInPad).toEqual(['y z', 'B too'])
  expect(writer.pad.blocks).toEqual(blocks)
  edits('y z', 'y')
  expect(apply()).toEqual({ is: 'in the pad' })
  expect(writer.pad.blocks).toEqual([line('text', 'A'), twoInOne, line('text', 'B too')])
})

test('new lines beside one whose place cannot be told come where they were written, or stay in the field', () => {
  const { writer, edits, apply } = desk([line('text', 'A'), twoInOne])
  edits('y\n```\n', 'y\n```\n\nend\n')
  edits('A\n', 'A\n\nnext\n')
  apply()
  expect(writer.pad.blocks).toEqual([line('text', 'A'), line('text', 'next'), twoInOne, line('text', 'end')])
  edits('x\n', 'x\nbetween\n')
  expect(apply()).toEqual({ is: 'no place', words: 'between' })
})

test('an empty pad is filled, and a full one emptied', () => {
  const { writer, field, apply } = desk([line('text')])
  field.value = '# One\n\ntwo\n'
  apply()
  expect(writer.pad.blocks).toEqual([line('heading', 'One', { level: 1 }), line('text', 'two')])
  field.value = ''
  apply()
  expect(writer.pad.blocks).toEqual([line('text')])
})

test('undo takes back what was put in', () => {
  const { writer, edits, apply } = desk()
  edits('who is here', 'nobody')
  apply()
  expect(writer.lines[1]).toBe('nobody')
  writer.editor.commands.undo()
  expect(writer.lines[1]).toBe('who is here')
})

test('whatever is written in the source, the pad says the same afterwards', () => {
  const some = fc.constantFrom('# a', 'b', '- c', '  - d', '1. e', '- [ ] f', '> g', '---', '**h** i', 'b c', '')
  const markdown = fc.array(some, { maxLength: 8 }).map((lines) => lines.join('\n\n'))
  fc.assert(
    fc.property(markdown, markdown, (was, is) => {
      const { writer, field, apply } = desk(markdownToDocument(was).blocks)
      field.value = is
      apply()
      expect(documentToMarkdown(writer.pad)).toBe(documentToMarkdown(markdownToDocument(is)))
      writer.editor.destroy()
    }),
    { numRuns: 60 },
  )
})
