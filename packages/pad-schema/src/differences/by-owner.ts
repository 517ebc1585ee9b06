import type { Inline, Line } from '../document.ts'
import type { LineChange, Piece, Share, Standing, Step } from './difference.ts'
import { SharesReader } from './flat-words.ts'

/**
 * A step between two versions of a line, with words that stayed but are somebody else's now as gone and come: who wrote the same words again
 * is their author. `before` and `after` say of both versions who wrote them.
 */
export function byOwner(step: Step, before: Standing | undefined, after: Standing | undefined): Step {
  if ((step.is !== 'kept' && step.is !== 'changed') || step.block.type !== 'paragraph') return step
  const change = step.is === 'changed' ? step.change : unchanged(step.block)
  const words = partedByOwner(change.words, before?.shares, after?.shares)
  const isSame = step.is === 'kept' && words.every(({ is }) => is === 'kept')
  return isSame ? step : { is: 'changed', change: { ...change, words }, block: step.block }
}

function unchanged({ content }: Line): LineChange {
  return { shape: undefined, words: content.map((inline): Piece => ({ is: 'kept', inline })) }
}

function partedByOwner(
  words: readonly Piece[],
  before: readonly Share[] | undefined,
  after: readonly Share[] | undefined,
): Piece[] {
  const [old, young] = [new SharesReader(before), new SharesReader(after)]
  return words.flatMap((piece): Piece[] => {
    const size = piece.inline.type === 'text' ? piece.inline.text.length : 1
    if (piece.is !== 'added' && piece.is !== 'kept') old.pass(size)
    if (piece.is === 'added') young.pass(size)
    if (piece.is !== 'kept') return [piece]
    const parts: Piece[] = []
    for (let at = 0; at < size; ) {
      const [was, now] = [old.next(), young.next()]
      const length = Math.min(size - at, was.length, now.length)
      const inline = partOf(piece.inline, at, length)
      // A break is nobody's.
      if (was.by === now.by || inline.type !== 'text') parts.push({ ...piece, inline })
      else {
        const worn: Inline = piece.was ? { ...inline, marks: piece.was } : inline
        parts.push({ is: 'removed', inline: worn, by: undefined }, { is: 'added', inline, by: now.by })
      }
      old.pass(length)
      young.pass(length)
      at += length
    }
    return parts
  })
}

const partOf = (inline: Inline, from: number, length: number): Inline =>
  inline.type === 'text' ? { ...inline, text: inline.text.slice(from, from + length) } : inline
