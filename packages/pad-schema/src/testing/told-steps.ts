import type { CellStep, Piece, RowStep, Step } from '../differences/difference.ts'
import { joined } from '../differences/flat-words.ts'
import type { Block } from '../document.ts'
import { line } from '../line.ts'

/** What is different, in short: `=` kept, `+` added, `-` removed, `~` changed, `#` a table, `<` moved away, `>` moved here. */
export function inShort(step: Step): string {
  switch (step.is) {
    case 'kept':
      return `= ${words(step.block)}`
    case 'added':
      return `+ ${words(step.block)}`
    case 'removed':
      return `- ${words(step.block)}`
    case 'moved away':
      return `< ${words(step.block)}`
    case 'moved here':
      return `> ${step.change ? step.change.words.map(piece).join('') : words(step.block)}`
    case 'table changed':
      return `# ${step.change.rows.map(rowInShort).join(' / ')}`
    case 'changed': {
      const { shape, words } = step.change
      const became = shape
        ? `${shape.before.kind} ${shape.before.level} to ${shape.after.kind} ${shape.after.level}: `
        : ''
      return `~ ${became}${words.map(piece).join('')}`
    }
  }
}

function rowInShort(row: RowStep): string {
  const cells = row.is === 'kept' ? row.cells : row.row.map((cell): CellStep => ({ ...row, cell }))
  const told = cells.map((step) =>
    step.is === 'kept'
      ? step.difference.steps.map(inShort).join(',')
      : `${step.is === 'added' ? '+' : '-'} ${step.cell.map(words).join()}`,
  )
  return told.join(' | ')
}

const words = (block: Block) =>
  block.type === 'paragraph'
    ? block.content.map((each) => (each.type === 'text' ? each.text : '/')).join('')
    : `(${block.type})`

export function piece({ is, inline, ...more }: Piece): string {
  const text = inline.type === 'text' ? inline.text : '/'
  const by = 'by' in more && more.by !== undefined ? `${more.by}:` : ''
  if (is === 'added') return `[+${by}${text}]`
  if (is === 'removed') return `[-${by}${text}]`
  return 'was' in more && more.was ? `{${text}}` : text
}

/** The same keys in the same order; stretches of a line that wear the same as one. */
export function tidy(block: Block): unknown {
  if (block.type === 'table') return { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(tidy))) }
  return block.type === 'paragraph' ? line(block.kind, joined(block.content), { ...block }) : block
}
