import type { Block, Inline, Line, PadDocument } from '../document.ts'
import { isListKind, line } from '../line.ts'
import { appendText } from '../marks.ts'

/** What is left of a document in Markdown (README.md, "What changes on the way"). */
export function asMarkdownHolds(document: PadDocument): PadDocument {
  const blocks = codeBroken(document, () => ({}))
  const result: Block[] = []
  blocks.forEach((block, index) => {
    const next = blocks.slice(index + 1).find((other) => !isSpare(other))
    const divides = isSpare(block) && isEntry(result.at(-1)) && isEntry(next)
    if (!isSpare(block) || divides) result.push(divides ? line('text') : block)
  })
  return { blocks: result }
}

/** What is left of a document in nested HTML. */
export function asHtmlHolds(document: PadDocument): PadDocument {
  return { blocks: codeBroken(document, ({ code: _, ...others }) => others) }
}

const isSpare = (block: Block): boolean =>
  block.type === 'paragraph' && block.kind === 'text' && block.content.length === 0

const isEntry = (block: Block | undefined): boolean => block?.type === 'paragraph' && isListKind(block.kind)

type Wear = (marks: Extract<Inline, { type: 'text' }>['marks']) => Extract<Inline, { type: 'text' }>['marks']

// A break in a code line makes two of it.
function codeBroken({ blocks }: PadDocument, wear: Wear): Block[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph' && block.kind === 'code' ? broken(block, wear) : [block],
  )
}

function broken({ content }: Line, wear: Wear): Line[] {
  const lines = [line('code', [])]
  for (const inline of content) {
    if (inline.type === 'hardBreak') lines.push(line('code', []))
    else appendText(lines.at(-1)?.content ?? [], inline.text, wear(inline.marks))
  }
  return lines
}
