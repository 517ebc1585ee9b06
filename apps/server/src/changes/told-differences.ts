import type { TextChange } from '@forumpad/api'
import {
  type Block,
  type Difference,
  documentToText,
  type LineChange,
  peopleOf,
  type Step,
  type TableChange,
} from '@forumpad/pad-schema'
import type { PadDifference } from './differences.ts'

/** A difference as programs get it: only what is different, with its places. */
export function toldChanges({ steps }: Difference, placeOf: PadDifference['placeOf']): TextChange[] {
  let [before, after] = [0, 0]
  let line: string | null = null
  const away = new Map<number, number>()
  for (const step of steps) {
    if (step.is !== 'added' && step.is !== 'moved here') before += 1
    if (step.is === 'moved away') away.set(step.move, before)
  }
  before = 0
  return steps.flatMap((step) => {
    if (step.is !== 'added' && step.is !== 'moved here') before += 1
    const place = placeOf(step.block)
    if (step.is !== 'removed' && step.is !== 'moved away') {
      after += 1
      line = place?.line ?? null
    }
    const at = place?.at === undefined ? null : new Date(place.at).toISOString()
    return told(step, before, after, away).map((change) => ({ ...change, line, at }))
  })
}

type Told = Omit<TextChange, 'line' | 'at'>

function told(step: Step, before: number, after: number, away: ReadonlyMap<number, number>): Told[] {
  switch (step.is) {
    case 'kept':
    case 'moved away':
      return []
    case 'added':
      return [{ ...common(step), is: 'added', before: null, after }]
    case 'removed':
      return [{ ...common(step), is: 'removed', before, after: null }]
    case 'changed':
      return [{ ...common(step), ...within(step.change), is: 'changed', before, after }]
    case 'table changed':
      return [{ ...common(step), words: wordsInTable(step.change), is: 'changed', before, after }]
    case 'moved here': {
      const from = away.get(step.move) ?? null
      return [{ ...common(step), ...(step.change ? within(step.change) : {}), is: 'moved', before: from, after }]
    }
  }
}

const common = (step: Step): Omit<Told, 'is' | 'before' | 'after'> => ({
  text: textOf(step.block),
  words: [],
  shape: null,
  looks: false,
  by: peopleOf(step),
})

const textOf = (block: Block): string => documentToText({ blocks: [block] }).trimEnd()

/** The words of the cells that changed, each on a line of its own. */
function wordsInTable({ rows }: TableChange): TextChange['words'] {
  const cells = rows.flatMap((row) => (row.is === 'kept' ? row.cells : row.row.map((cell) => ({ ...row, cell }))))
  const told = cells.flatMap((step): TextChange['words'][] => {
    if (step.is !== 'kept') {
      const text = textOfLines(step.cell)
      return text === '' ? [] : [[{ is: step.is, text, by: step.by[0] ?? null }]]
    }
    if (step.difference.steps.every(({ is }) => is === 'kept')) return []
    return [step.difference.steps.flatMap(wordsOfStep)]
  })
  return told.flatMap((words, index) =>
    index === 0 ? words : [{ is: 'kept' as const, text: '\n', by: null }, ...words],
  )
}

function wordsOfStep(step: Step): TextChange['words'] {
  if (step.is === 'changed') return within(step.change).words
  if (step.is === 'moved away' || step.is === 'table changed') return []
  const text = textOf(step.block)
  const is = step.is === 'removed' ? 'removed' : step.is === 'kept' ? 'kept' : 'added'
  return text === '' ? [] : [{ is, text, by: step.is === 'kept' ? null : (peopleOf(step)[0] ?? null) }]
}

const textOfLines = (blocks: Block[]): string => documentToText({ blocks }).trimEnd()

function within({ shape, words }: LineChange): Pick<TextChange, 'words' | 'shape' | 'looks'> {
  const told: TextChange['words'] = []
  for (const piece of words) {
    const text = piece.inline.type === 'text' ? piece.inline.text : '\n'
    const by = piece.is === 'kept' ? null : (piece.by ?? null)
    const last = told.at(-1)
    if (last?.is === piece.is && last.by === by) last.text += text
    else told.push({ is: piece.is, text, by })
  }
  const shapes = shape && { before: shapeOnly(shape.before), after: shapeOnly(shape.after) }
  return { words: told, shape: shapes ?? null, looks: words.some((piece) => piece.is === 'kept' && piece.was) }
}

const shapeOnly = ({ kind, level, checked }: NonNullable<LineChange['shape']>['before']) => ({ kind, level, checked })
