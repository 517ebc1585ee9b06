import type { Block, Inline, Line, PadDocument, Table } from '../document.ts'
import { isListKind, line } from '../line.ts'
import { appendText } from '../marks.ts'
import { signedLines } from '../out/text.ts'
import { inOneLine } from '../table.ts'

/** What is left of a document in Markdown (README.md, "What changes on the way"). */
export function asMarkdownHolds(document: PadDocument): PadDocument {
  const tables = document.blocks.map((block) => (block.type === 'table' ? asTableHolds(block) : block))
  const blocks = codeBroken({ blocks: tables }, () => ({}))
  const result: Block[] = []
  blocks.forEach((block, index) => {
    const next = blocks.slice(index + 1).find((other) => !isSpare(other))
    const divides = isSpare(block) && isEntry(result.at(-1)) && isEntry(next)
    if (!isSpare(block) || divides) result.push(divides ? line('text') : block)
  })
  return { blocks: result }
}

/** A cell has one line; an empty head is none; an empty table of one row has no other. */
function asTableHolds({ header, rows, ...table }: Table): Table {
  const [head, ...others] = rows.map((row) => row.map((cell) => [line('text', inOneLine(signedLines(cell)))]))
  const hasHead = header && (others.length === 0 || head?.flat().some(({ content }) => content.length > 0))
  return { ...table, header: hasHead === true, rows: head && (hasHead || !header) ? [head, ...others] : others }
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
  const lines = (given: Line[]) => given.flatMap((each) => (each.kind === 'code' ? broken(each, wear) : [each]))
  return blocks.flatMap((block): Block[] => {
    if (block.type === 'paragraph') return lines([block])
    return block.type === 'table' ? [{ ...block, rows: block.rows.map((row) => row.map(lines)) }] : [block]
  })
}

function broken({ content }: Line, wear: Wear): Line[] {
  const lines = [line('code', [])]
  for (const inline of content) {
    if (inline.type === 'hardBreak') lines.push(line('code', []))
    else appendText(lines.at(-1)?.content ?? [], inline.text, wear(inline.marks))
  }
  return lines
}
