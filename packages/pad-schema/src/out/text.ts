import type { Block, Cell, Inline, Line, PadDocument } from '../document.ts'
import { imageWords } from '../image.ts'
import { type LineShape, line, shapeOf } from '../line.ts'
import { type LinePlace, linePlaces } from '../line-places.ts'
import { appendText } from '../marks.ts'
import { inOneLine } from '../table.ts'

/** The document as plain text, one line for each; list lines and tasks with their marks, two spaces for each level. */
export function documentToText({ blocks }: PadDocument): string {
  const places = linePlaces(blocks.map((block) => (block.type === 'paragraph' ? shapeOf(block) : null)))
  return blocks.map((block, index) => `${blockText(block, places[index] ?? {})}\n`).join('')
}

function blockText(block: Block, place: LinePlace): string {
  switch (block.type) {
    case 'rule':
      return '---'
    case 'image':
      return imageWords(block)
    case 'table':
      return block.rows.map((row) => row.map(cellText).join(' | ')).join('\n')
    case 'paragraph':
      return lineSign(shapeOf(block), place) + plainText(block.content)
  }
}

const cellText = (cell: Cell): string =>
  inOneLine(signedLines(cell))
    .map((inline) => (inline.type === 'text' ? inline.text : ' / '))
    .join('')

/** The lines of a cell with what they are written before their words, for where they cannot be drawn as what they are. */
export function signedLines(cell: Cell): Line[] {
  const places = linePlaces(cell.map(shapeOf))
  return cell.map((each, index) => {
    const content: Inline[] = []
    appendText(content, lineSign(shapeOf(each), places[index] ?? {}), {})
    for (const inline of each.content) {
      if (inline.type === 'text') appendText(content, inline.text, inline.marks)
      else content.push(inline)
    }
    return line('text', content)
  })
}

function lineSign({ kind, level, checked }: LineShape, { number }: LinePlace): string {
  const signs = { bullet: '* ', number: `${number}. `, task: checked ? '[x] ' : '[ ] ', quote: '> ', callout: '! ' }
  const indent = kind === 'heading' ? '' : '  '.repeat(level)
  return indent + (kind in signs ? signs[kind as keyof typeof signs] : '')
}

/** A line's words without marks; a hard break is a line end. */
export function plainText(content: readonly Inline[]): string {
  return content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')
}
