import type { Block, Image, Line, LineKind, PadDocument, Table } from '../document.ts'
import { isBoxKind, isListKind, type LineShape, shapeOf } from '../line.ts'
import { linePlaces } from '../line-places.ts'

/** A line with all that is known of it; `index` is its place among the blocks of the document. */
export type RunLine = LineShape & { content: Line['content']; number: number | undefined; index: number }

/** Neighbours that belong together: all of a list whatever its levels, or a box of one kind and level. */
export type LineRun =
  | { is: 'list'; lines: RunLine[] }
  | { is: 'box'; kind: LineKind; level: number; lines: RunLine[] }
  | { is: 'single'; line: RunLine }
  | { is: 'rule' }
  | { is: 'table'; table: Table; index: number }
  | { is: 'image'; image: Image; index: number }

/** The document's blocks in runs, in order. */
export function lineRuns({ blocks }: PadDocument): LineRun[] {
  const places = linePlaces(blocks.map((block) => (block.type === 'paragraph' ? shapeOf(block) : null)))
  const runs: LineRun[] = []
  blocks.forEach((block, index) => {
    const before = runs.at(-1)
    const run = runOf(block, places[index]?.number, index)
    const joined = before !== undefined && goesOn(before, run) ? joinInto(before, run) : false
    if (!joined) runs.push(run)
  })
  return runs
}

function runOf(block: Block, number: number | undefined, index: number): LineRun {
  if (block.type === 'rule') return { is: 'rule' }
  if (block.type === 'table') return { is: 'table', table: block, index }
  if (block.type === 'image') return { is: 'image', image: block, index }
  const line = { ...shapeOf(block), content: block.content, number, index }
  if (isListKind(line.kind)) return { is: 'list', lines: [line] }
  return isBoxKind(line.kind)
    ? { is: 'box', kind: line.kind, level: line.level, lines: [line] }
    : { is: 'single', line }
}

function goesOn(before: LineRun, run: LineRun): boolean {
  if (before.is === 'box' && run.is === 'box') return before.kind === run.kind && before.level === run.level
  return before.is === 'list' && run.is === 'list'
}

function joinInto(before: LineRun, run: LineRun): boolean {
  if (!('lines' in before && 'lines' in run)) return false
  before.lines.push(...run.lines)
  return true
}
