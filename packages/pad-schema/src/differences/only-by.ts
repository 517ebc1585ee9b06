import type { Cell } from '../document.ts'
import type { CellStep, Difference, LineChange, Piece, RowStep, Step, TableChange } from './difference.ts'

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
    case 'table changed': {
      const change = tableChangeBy(step.change, person)
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

/** Undefined if the person had no part in it. Who said that the first row names the columns is not known. */
function tableChangeBy({ rows }: TableChange, person: string): TableChange | undefined {
  const own = rows.flatMap((row): RowStep[] => {
    if (row.is === 'kept') return [{ is: 'kept', cells: row.cells.flatMap((cell) => cellBy(cell, person)) }]
    if (row.by.includes(person)) return [row]
    return row.is === 'added' ? [{ is: 'kept', cells: row.row.map(unchangedCell) }] : []
  })
  const change = { header: undefined, rows: own }
  return peopleOfTable(change).includes(person) ? change : undefined
}

function cellBy(step: CellStep, person: string): CellStep[] {
  if (step.is === 'kept') return [{ ...step, difference: onlyBy(step.difference, person) }]
  if (step.by.includes(person)) return [step]
  return step.is === 'added' ? [unchangedCell(step.cell)] : []
}

const unchangedCell = (cell: Cell): CellStep => ({
  is: 'kept',
  cell,
  difference: { steps: cell.map((block) => ({ is: 'kept', block })) },
})

function peopleOfTable({ rows }: TableChange): string[] {
  const people = rows.flatMap((row) =>
    row.is !== 'kept'
      ? row.by
      : row.cells.flatMap((cell) => (cell.is === 'kept' ? cell.difference.steps.flatMap(peopleOf) : cell.by)),
  )
  return [...new Set(people)]
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
    case 'table changed':
      return peopleOfTable(step.change)
    case 'moved here':
      return [...new Set([...step.by, ...(step.change ? peopleOfChange(step.change) : [])])]
  }
}

function peopleOfChange({ shape, words }: LineChange): string[] {
  const people = words.flatMap((piece) => (piece.is === 'kept' ? [] : (piece.by ?? [])))
  return [...new Set([...people, ...[shape?.by ?? []].flat()])]
}
