import { cleanText } from '../clean-text.ts'
import type { PadDocument } from '../document.ts'
import { line } from '../line.ts'

/** Plain text as text lines, one for each line of the text; nothing in it is markup. A last line end does not begin a line. */
export function textToDocument(text: string): PadDocument {
  const lines = cleanText(text).split('\n')
  if (lines.length > 1 && lines.at(-1) === '') lines.pop()
  return { blocks: lines.map((words) => line('text', words)) }
}
