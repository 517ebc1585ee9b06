import type { Inline, PadDocument } from '../document.ts'
import { shapeOf } from '../line.ts'
import { linePlaces } from '../line-places.ts'

/** The document as plain text, one line for each; list lines and tasks with their marks, two spaces for each level. */
export function documentToText({ blocks }: PadDocument): string {
  const places = linePlaces(blocks.map((block) => (block.type === 'rule' ? null : shapeOf(block))))
  const lines = blocks.map((block, index) => {
    if (block.type === 'rule') return '---'
    const { kind, level, checked } = shapeOf(block)
    const marks = {
      bullet: '* ',
      number: `${places[index]?.number}. `,
      task: checked ? '[x] ' : '[ ] ',
      quote: '> ',
      callout: '! ',
    }
    const indent = kind === 'heading' ? '' : '  '.repeat(level)
    return indent + (kind in marks ? marks[kind as keyof typeof marks] : '') + plainText(block.content)
  })
  return lines.map((words) => `${words}\n`).join('')
}

/** A line's words without marks; a hard break is a line end. */
export function plainText(content: readonly Inline[]): string {
  return content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')
}
