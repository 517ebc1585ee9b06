import type { Inline, Line, PadDocument } from '../document.ts'
import { clamp } from '../line.ts'
import { mapLines } from '../table.ts'

/**
 * Last touches to lines that were read: a line of nothing but a no-break space was empty, and where `indent` matches the
 * beginning of a text line, each of its characters is a level.
 */
export function tidyLines(document: PadDocument, indent?: RegExp): PadDocument {
  return mapLines(document, (line) => tidyLine(line, indent))
}

function tidyLine(line: Line, indent: RegExp | undefined): Line {
  const [first, ...others] = line.content
  if (first?.type !== 'text' || line.kind === 'code') return line
  if (others.length === 0 && first.text === '\u00a0') return { ...line, content: [] }
  const [dent] = (line.kind === 'text' && indent?.exec(first.text)) || []
  if (dent === undefined) return line
  const rest: Inline[] = first.text.length > dent.length ? [{ ...first, text: first.text.slice(dent.length) }] : []
  return { ...line, level: clamp(dent.length, 0, 15), content: [...rest, ...others] }
}
