import type { Line } from '../document.ts'
import { type LineShape, shapeOf } from '../line.ts'
import type { Pair } from './common-order.ts'
import { tableChange } from './compare-tables.ts'
import type { Difference, LineChange, Share, Standing, Step } from './difference.ts'
import { Effort } from './effort.ts'
import { facesOf, matchBlocks } from './match-blocks.ts'
import { wordPieces } from './word-pieces.ts'

/** How much is looked at; ordinary documents stay far below it. */
const EFFORT = 6_000_000

/**
 * What is different between two documents, down to the words, with whose doing it is as far as the standings say. Lines that went elsewhere
 * are recognised. However large and hostile the texts are it takes a bounded time; it then finds less in common, never something wrong.
 */
export function compareDocuments(before: readonly Standing[], after: readonly Standing[]): Difference {
  return compared(before, after, new Effort(EFFORT))
}

function compared(before: readonly Standing[], after: readonly Standing[], effort: Effort): Difference {
  const [old, young] = [before.map(facesOf), after.map(facesOf)]
  const { inOrder, moved } = matchBlocks(old, young, effort)
  const away = new Map(moved.map(([i], move) => [i, move]))
  const here = new Map(moved.map(([i, j], move) => [j, { move, from: before[i] }]))
  const steps: Step[] = []
  let [i, j] = [0, 0]
  const walkTo = ([place, other]: Pair) => {
    for (; i < place; i++) steps.push(wentAt(before[i], away.get(i)))
    for (; j < other; j++) steps.push(cameAt(after[j], here.get(j), effort))
  }
  for (const pair of inOrder) {
    walkTo(pair)
    const isSame = old[i]?.whole === young[j]?.whole
    steps.push(...stayed(before[i++], after[j++], isSame, effort))
  }
  walkTo([before.length, after.length])
  return { steps }
}

function wentAt(standing: Standing | undefined, move: number | undefined): Step {
  if (!standing) throw new Error('A difference is longer than the old document')
  const { block } = standing
  return move === undefined ? { is: 'removed', block, by: peopleIn(standing) } : { is: 'moved away', move, block }
}

type Arrival = { move: number; from: Standing | undefined }

function cameAt(standing: Standing | undefined, arrival: Arrival | undefined, effort: Effort): Step {
  if (!standing) throw new Error('A difference is longer than the new document')
  const { block } = standing
  if (!arrival?.from) return { is: 'added', block, by: peopleIn(standing) }
  const change = changeOf(arrival.from, standing, effort)
  const by = standing.movedBy === undefined ? peopleIn(standing) : [standing.movedBy]
  return { is: 'moved here', move: arrival.move, change, block, by }
}

function stayed(before: Standing | undefined, after: Standing | undefined, isSame: boolean, effort: Effort): Step[] {
  if (!before || !after) throw new Error('A difference is longer than its documents')
  if (isSame) return [{ is: 'kept', block: after.block }]
  const table = tableChange(before, after, effort, compared)
  if (table && after.block.type === 'table') return [{ is: 'table changed', change: table, block: after.block }]
  const change = changeOf(before, after, effort)
  return change
    ? [{ is: 'changed', change, block: after.block }]
    : [wentAt(before, undefined), cameAt(after, undefined, effort)]
}

const sameBlock = (before: Standing, after: Standing): boolean =>
  JSON.stringify(before.block) === JSON.stringify(after.block)

/** Undefined if nothing changed, or if they are no lines. */
function changeOf(before: Standing, after: Standing, effort: Effort): LineChange | undefined {
  const [old, young] = [before.block, after.block]
  if (old.type !== 'paragraph' || young.type !== 'paragraph' || sameBlock(before, after)) return undefined
  return {
    shape: shapeChange(old, young, after.shapedBy),
    words: wordPieces(
      { content: old.content, shares: before.shares },
      { content: young.content, shares: after.shares },
      effort,
    ),
  }
}

function shapeChange(old: Line, young: Line, by: string | undefined): LineChange['shape'] {
  const [before, after] = [shapeOf(old), shapeOf(young)]
  return sameShape(before, after) ? undefined : { before, after, by }
}

const sameShape = (a: LineShape, b: LineShape): boolean =>
  a.kind === b.kind && a.level === b.level && a.checked === b.checked && a.start === b.start

const peopleIn = ({ shares = [] }: { shares?: readonly Share[] | undefined }): string[] => [
  ...new Set(shares.flatMap(({ by }) => by ?? [])),
]
