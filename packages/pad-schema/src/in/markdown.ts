import type { Token } from 'markdown-it'
import { cleanText } from '../clean-text.ts'
import type { PadDocument } from '../document.ts'
import { line } from '../line.ts'
import { type Frame, LineWriter } from './line-writer.ts'
import { writeInline } from './markdown-inline.ts'
import { markdownParser } from './markdown-parser.ts'
import { EM_SPACE, LIST_DIVIDER } from './markdown-signs.ts'
import { tidyLines } from './tidy-lines.ts'

const INDENT = new RegExp(`^${EM_SPACE}+`)
const TASK = /^\[([ xX])\](?: |$)/
const CALLOUT = /^\[![A-Za-z]+\]$/

let parser: ReturnType<typeof markdownParser> | undefined

/**
 * Markdown (CommonMark, with GitHub's tables, tasks, strikethrough and alerts) as lines. HTML is text, but for a few inline tags such as
 * `<u>` and `<br>`. What is nested more than 100 deep is left out.
 */
export function markdownToDocument(text: string): PadDocument {
  parser ??= markdownParser()
  const writer = new LineWriter()
  const tokens = parser.parse(cleanText(text), {})
  tokens.forEach((token, index) => {
    if (token.type === 'inline') writeWords(writer, token)
    else if (token.type === 'fence' || token.type === 'code_block') writer.add(codeLines(token.content))
    else if (token.type === 'hr') writer.rule()
    else if (token.nesting === 1) writer.open(frameOf(token, tokens.slice(index + 1, index + 3)))
    else if (token.nesting === -1) writer.close()
  })
  return tidyLines(withoutEmptyHeads(writer.finish()), INDENT)
}

/** Markdown knows no table without a head: an empty one stands for none. */
function withoutEmptyHeads({ blocks }: PadDocument): PadDocument {
  return {
    blocks: blocks.map((block) => {
      if (block.type !== 'table' || block.rows.length === 1) return block
      const isEmpty = block.rows[0]?.flat().every(({ content }) => content.length === 0)
      return isEmpty ? { ...block, header: false, rows: block.rows.slice(1) } : block
    }),
  }
}

function frameOf(token: Token, [paragraph, words]: Token[]): Frame {
  const paragraphWords = paragraph?.type === 'paragraph_open' ? words : undefined
  switch (token.type) {
    case 'bullet_list_open':
      return { is: 'list', kind: 'bullet' }
    case 'ordered_list_open':
      return { is: 'list', kind: 'number', start: Number(token.attrGet('start') ?? 1) }
    case 'list_item_open':
      return { is: 'item', ...taskMark(paragraphWords) }
    case 'blockquote_open':
      return { is: calloutMark(paragraphWords) ? 'callout' : 'quote' }
    case 'heading_open':
      return { is: 'heading', level: Number(token.tag.slice(1)) }
    case 'table_open':
      return { is: 'table', header: true }
    case 'tr_open':
      return { is: 'row' }
    case 'td_open':
    case 'th_open':
      return { is: 'cell' }
    default:
      return { is: 'block' }
  }
}

/** Takes the `[x] ` of a task off its words. The source is asked too: there, brackets that mean themselves are escaped. */
function taskMark(words: Token | undefined): { checked?: boolean } {
  const first = words?.children?.[0]
  const [mark, sign] = TASK.exec(words?.content ?? '') ?? []
  if (first === undefined || mark === undefined || !first.content.startsWith(mark.trimEnd())) return {}
  first.content = first.content.slice(mark.length)
  return { checked: sign !== ' ' }
}

/** Takes the `[!NOTE]` of a callout, and the line end behind it, off the words. */
function calloutMark(words: Token | undefined): boolean {
  const first = words?.children?.[0]
  if (first?.type !== 'text' || !CALLOUT.test(first.content) || !words?.content.startsWith('[!')) return false
  words.children?.splice(0, 2)
  return true
}

function writeWords(writer: LineWriter, token: Token): void {
  if (token.content === LIST_DIVIDER) writer.add([line('text')])
  else writeInline(writer, token.children ?? [])
}

const codeLines = (code: string) =>
  code
    .replace(/\n$/, '')
    .split('\n')
    .map((words) => line('code', words))
