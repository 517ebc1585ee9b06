import fc from 'fast-check'
import { expect, test } from 'vitest'
import { htmlToDocument } from './in/html.ts'
import { markdownToDocument } from './in/markdown.ts'
import { documentToReadingHtml } from './out/reading-html.ts'
import { documentToText } from './out/text.ts'
import { anyDocument } from './testing/any-document.ts'

const NOTES = `# Goals

- find operators
  - by mail
  - by phone
- [x] ask ana
- [ ] ACTION: Ben to book a room

1. first
2. second

> quoted

Plain & <b>bold</b>
`

test('a page for reading has real lists, and headings below those of the page', () => {
  const html = documentToReadingHtml(markdownToDocument(NOTES))
  expect(html).toContain('<h3 dir="auto">Goals</h3>')
  expect(html).toMatch(/<ul><li dir="auto"><span data-words>find operators<\/span><ul><li/)
  expect(html).toContain('<ol><li dir="auto"><span data-words>first</span></li><li')
  expect(html).toContain('<ul data-unmarked=""><li dir="auto" data-done=""><input type="checkbox" disabled=""')
  expect(html).toContain('<blockquote><p dir="auto">quoted</p></blockquote>')
  expect(html).toContain('data-label="action"')
})

test('headings skip no level', () => {
  const levels = (markdown: string) =>
    [...documentToReadingHtml(markdownToDocument(markdown)).matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
  expect(levels('## A\n\n### B\n\n# C\n\n### D\n\n## E')).toEqual([3, 4, 3, 4, 4])
})

test('each line is dressed once, by its place', () => {
  const document = markdownToDocument(NOTES)
  const html = documentToReadingHtml(document, {
    attributes: (index) => ({ id: `l${index}` }),
    before: (index) => `<i>${index}</i>`,
  })
  for (const index of document.blocks.keys()) {
    expect(html.split(`id="l${index}"`)).toHaveLength(2)
    expect(html.split(`<i>${index}</i>`)).toHaveLength(2)
  }
})

test('whatever a document holds, all its words are there, no style attribute and nothing unescaped', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const html = documentToReadingHtml(document)
      expect(html).not.toMatch(/<[^>]* style=|<script/i)
      const letters = (text: string) => text.replace(/[^\p{L}]+/gu, '')
      expect(letters(documentToText(htmlToDocument(html)))).toBe(letters(documentToText(document)))
    }),
    { numRuns: 300 },
  )
})
