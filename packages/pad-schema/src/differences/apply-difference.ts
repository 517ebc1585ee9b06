import type { Block, Cell, Line, PadDocument, Table } from '../document.ts'
import { type LineShape, shapeOf } from '../line.ts'
import { linesOf } from '../table.ts'
import type { CellStep, Difference, LineChange, Piece, TableChange } from './difference.ts'
import { joined } from './flat-words.ts'

/**
 * The new document, made of the old one and what is different. Throws if the difference is that of another document.
 */
export function applyDifference({ blocks }: PadDocument, { steps }: Difference): PadDocument {
  const moving = new Map(steps.flatMap((step) => (step.is === 'moved away' ? [[step.move, step.block] as const] : [])))
  const result: Block[] = []
  let at = 0
  for (const step of steps) {
    const old = blocks[at]
    if (step.is !== 'added' && step.is !== 'moved here') at += 1
    switch (step.is) {
      case 'kept':
        result.push(sameAs(old, step.block))
        break
      case 'changed':
        result.push(changed(old, step.change))
        break
      case 'table changed':
        result.push(changedTable(old, step.change))
        break
      case 'added':
        result.push(step.block)
        break
      case 'removed':
      case 'moved away':
        sameAs(old, step.block)
        break
      case 'moved here':
        result.push(
          step.change ? changed(moving.get(step.move), step.change) : sameAs(moving.get(step.move), step.block),
        )
    }
  }
  if (at !== blocks.length) throw new Error('The old document is longer than the difference')
  return { blocks: result }
}

function sameAs(block: Block | undefined, expected: Block): Block {
  if (block && JSON.stringify(block) === JSON.stringify(expected)) return block
  throw ofAnother()
}

function changed(block: Block | undefined, { shape, words }: LineChange): Line {
  if (block?.type !== 'paragraph') throw ofAnother()
  const old: Line = { ...block, content: joined(lineBefore(words)) }
  sameAs(block, shape ? { ...old, ...inOrder(shape.before) } : old)
  return { type: 'paragraph', ...inOrder(shape?.after ?? shapeOf(block)), content: joined(lineAfter(words)) }
}

function changedTable(block: Block | undefined, { header, rows: steps }: TableChange): Table {
  if (block?.type !== 'table' || (header && block.header !== header.before)) throw ofAnother()
  const rows: Cell[][] = []
  let at = 0
  for (const step of steps) {
    const old = block.rows[at]
    if (step.is !== 'added') at += 1
    if (step.is === 'kept') rows.push(changedRow(old, step.cells))
    else if (step.is === 'added') rows.push(step.row)
    else if (JSON.stringify(old) !== JSON.stringify(step.row)) throw ofAnother()
  }
  if (at !== block.rows.length) throw ofAnother()
  return { type: 'table', header: header?.after ?? block.header, rows }
}

function changedRow(row: readonly Cell[] = [], steps: readonly CellStep[]): Cell[] {
  const cells: Cell[] = []
  let at = 0
  for (const step of steps) {
    const old = row[at] ?? []
    if (step.is !== 'added') at += 1
    if (step.is === 'kept') cells.push(linesOf(applyDifference({ blocks: old }, step.difference)))
    else if (step.is === 'added') cells.push(step.cell)
    else if (JSON.stringify(old) !== JSON.stringify(step.cell)) throw ofAnother()
  }
  if (at !== row.length) throw ofAnother()
  return cells
}

const ofAnother = () => new Error('This is the difference of another document')

const inOrder = ({ kind, level, checked, start }: LineShape): LineShape => ({ kind, level, checked, start })

/** The words as they were. */
export const lineBefore = (words: readonly Piece[]): Line['content'] =>
  words.flatMap((piece) => {
    if (piece.is === 'added') return []
    const was = piece.is === 'kept' ? piece.was : undefined
    return [was && piece.inline.type === 'text' ? { ...piece.inline, marks: was } : piece.inline]
  })

/** The words as they are. */
export const lineAfter = (words: readonly Piece[]): Line['content'] =>
  words.flatMap((piece) => (piece.is === 'removed' ? [] : [piece.inline]))
