import type { Difference, LineChange, Piece, Step } from './difference.ts'

/** Of a difference what one person did; what others did is as if it had been so before. */
export function onlyBy({ steps }: Difference, person: string): Difference {
  const moves = new Set(
    steps.flatMap((step) => (step.is === 'moved here' && step.by.includes(person) ? [step.move] : [])),
  )
  return { steps: steps.flatMap((step) => ofPerson(step, person, moves)) }
}

function ofPerson(step: Step, person: string, moves: ReadonlySet<number>): Step[] {
  switch (step.is) {
    case 'kept':
      return [step]
    case 'added':
      return [step.by.includes(person) ? step : { is: 'kept', block: step.block }]
    case 'removed':
      return step.by.includes(person) ? [step] : []
    case 'changed': {
      const change = changeBy(step.change, person)
      return [change ? { ...step, change } : { is: 'kept', block: step.block }]
    }
    case 'moved away':
      return moves.has(step.move) ? [step] : []
    case 'moved here': {
      const change = step.change && changeBy(step.change, person)
      if (moves.has(step.move)) return [{ ...step, change }]
      return [change ? { is: 'changed', change, block: step.block } : { is: 'kept', block: step.block }]
    }
  }
}

/** Undefined if the person had no part in it. */
function changeBy({ shape, words }: LineChange, person: string): LineChange | undefined {
  const own = words.flatMap((piece): Piece[] => {
    if (piece.is === 'kept' || piece.by === person) return [piece]
    return piece.is === 'added' ? [{ is: 'kept', inline: piece.inline }] : []
  })
  const ownShape = shape?.by === person ? shape : undefined
  if (!ownShape && own.every(({ is }) => is === 'kept')) return undefined
  return { shape: ownShape, words: own }
}

/** Everybody who had a part in a step, as far as it is known. */
export function peopleOf(step: Step): string[] {
  switch (step.is) {
    case 'kept':
    case 'moved away':
      return []
    case 'added':
    case 'removed':
      return [...step.by]
    case 'changed':
      return peopleOfChange(step.change)
    case 'moved here':
      return [...new Set([...step.by, ...(step.change ? peopleOfChange(step.change) : [])])]
  }
}

function peopleOfChange({ shape, words }: LineChange): string[] {
  const people = words.flatMap((piece) => (piece.is === 'kept' ? [] : (piece.by ?? [])))
  return [...new Set([...people, ...[shape?.by ?? []].flat()])]
}
