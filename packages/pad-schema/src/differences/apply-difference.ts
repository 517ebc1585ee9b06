import type { Block, Line, PadDocument } from '../document.ts'
import { type LineShape, shapeOf } from '../line.ts'
import type { Difference, LineChange, Piece } from './difference.ts'
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
  throw new Error('This is the difference of another document')
}

function changed(block: Block | undefined, { shape, words }: LineChange): Line {
  if (block?.type !== 'paragraph') throw new Error('This is the difference of another document')
  const old: Line = { ...block, content: joined(lineBefore(words)) }
  sameAs(block, shape ? { ...old, ...inOrder(shape.before) } : old)
  return { type: 'paragraph', ...inOrder(shape?.after ?? shapeOf(block)), content: joined(lineAfter(words)) }
}

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
