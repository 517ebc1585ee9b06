import type { Inline, Line, PadDocument } from '../document.ts'
import { safeHref } from '../safe-href.ts'
import { mapLines } from '../table.ts'

const ADDRESS = /https?:\/\/[^\s<>"]{1,2000}[^\s<>".,;:!?)\]}'’”]/gi

/** The document with the complete web addresses in its unmarked words made links. */
export function withLinks(document: PadDocument): PadDocument {
  return mapLines(document, (line) => (line.kind === 'code' ? line : linked(line)))
}

function linked(line: Line): Line {
  return {
    ...line,
    content: line.content.flatMap((inline) =>
      inline.type === 'text' && isBare(inline) ? pieces(inline.text) : [inline],
    ),
  }
}

const isBare = ({ marks }: Extract<Inline, { type: 'text' }>): boolean => Object.keys(marks).length === 0

function pieces(text: string): Inline[] {
  const found: Inline[] = []
  let from = 0
  const add = (words: string, marks: object) => {
    if (words !== '') found.push({ type: 'text', text: words, marks })
  }
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const href = safeHref(address)
    if (href === undefined) continue
    add(text.slice(from, index), {})
    add(address, { link: { href } })
    from = index + address.length
  }
  add(text.slice(from), {})
  return found
}
