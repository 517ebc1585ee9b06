import type { Block, Inline, Line, PadDocument } from './document.ts'
import { linesOf } from './table.ts'

/** All addresses that the words of a document lead to, in their order, each once. */
export function linksOf(document: PadDocument): Set<string> {
  const found = new Set<string>()
  for (const line of linesOf(document))
    for (const inline of line.content) {
      const href = hrefOf(inline)
      if (href !== undefined) found.add(href)
    }
  return found
}

/** The same document, whose words lead nowhere where their address is held. The words stay. */
export function withoutLinks(document: PadDocument, isHeld: (href: string) => boolean): PadDocument {
  return { blocks: document.blocks.map((block) => withoutLinksIn(block, isHeld)) }
}

/** The same for one block; it is the same object if nothing is held. */
export function withoutLinksIn(block: Block, isHeld: (href: string) => boolean): Block {
  if (!linesOf({ blocks: [block] }).some(({ content }) => content.some((inline) => isHeldIn(inline, isHeld))))
    return block
  if (block.type === 'paragraph') return lineWithout(block, isHeld)
  if (block.type !== 'table') return block
  return { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map((line) => lineWithout(line, isHeld)))) }
}

const hrefOf = (inline: Inline): string | undefined => (inline.type === 'text' ? inline.marks.link?.href : undefined)

function isHeldIn(inline: Inline, isHeld: (href: string) => boolean): boolean {
  const href = hrefOf(inline)
  return href !== undefined && isHeld(href)
}

function lineWithout(line: Line, isHeld: (href: string) => boolean): Line {
  const content = line.content.map((inline): Inline => {
    if (inline.type !== 'text' || !isHeldIn(inline, isHeld)) return inline
    const { link: _, ...marks } = inline.marks
    return { ...inline, marks }
  })
  return { ...line, content }
}
