import fc from 'fast-check'
import { expect, test } from 'vitest'
import { htmlToDocument } from './in/html.ts'
import { documentToEditorHtml } from './out/editor-html.ts'
import { documentToHtml } from './out/html.ts'
import { anyDocument } from './testing/any-document.ts'
import { asHtmlHolds } from './testing/normal.ts'

test('a document comes back from the HTML of its lines as it was', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      fc.pre(document.blocks.length > 0)
      expect(htmlToDocument(documentToEditorHtml(document))).toEqual(document)
    }),
    { numRuns: 500 },
  )
})

test('a document comes back from nested HTML as it was', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(htmlToDocument(documentToHtml(document))).toEqual(asHtmlHolds(document))
    }),
    { numRuns: 500 },
  )
})
