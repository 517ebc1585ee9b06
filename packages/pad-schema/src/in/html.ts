import { Parser } from 'htmlparser2'
import { cleanText } from '../clean-text.ts'
import type { PadDocument } from '../document.ts'
import { HtmlReader } from './html-reader.ts'
import { tidyLines } from './tidy-lines.ts'

/** More open elements than this no honest page has; what is deeper still keeps its words. */
const DEEPEST = 400

/**
 * HTML from anywhere (web pages, word processors, our own pages) as lines: nested lists become levels, `<h4>` to `<h6>` headings of
 * level 3, an image from elsewhere a link. Scripts, styles and whatever is not words are dropped.
 */
export function htmlToDocument(html: string): PadDocument {
  const reader = new HtmlReader()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        reader.open(name, attributes)
        forgetOutermost(parser)
      },
      ontext: (text) => reader.text(text),
      onclosetag: (name) => reader.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.end(cleanText(html))
  return tidyLines(reader.finish())
}

// The parser keeps its open elements with the innermost first, at a price per element that is open: a million of them would
// keep it busy for hours.
function forgetOutermost(parser: Parser): void {
  const { stack } = parser as unknown as { stack: string[] }
  if (stack.length > 2 * DEEPEST) stack.length = DEEPEST
}
