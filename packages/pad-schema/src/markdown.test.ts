import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markdownToDocument } from './in/markdown.ts'
import { documentToMarkdown } from './out/markdown.ts'
import { anyDocument } from './testing/any-document.ts'
import { asMarkdownHolds } from './testing/normal.ts'

test('a document comes back from Markdown as it was', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(markdownToDocument(documentToMarkdown(document))).toEqual(asMarkdownHolds(document))
    }),
    { numRuns: 500 },
  )
})
