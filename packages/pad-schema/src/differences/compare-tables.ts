import type { Cell, Table } from '../document.ts'
import { plainText } from '../out/text.ts'
import { commonOrder, type Pair } from './common-order.ts'
import type { CellStep, Difference, RowStep, Share, Standing, TableChange } from './difference.ts'
import type { Effort } from './effort.ts'
import { SharesReader } from './flat-words.ts'
import { alike, likenessOf } from './likeness.ts'
import { longestRise } from './longest-rise.ts'

/** From which likeness on two rows are versions of one. */
const LEAST_ALIKE = 0.4

/** Finds what is different between the lines of two cells. */
export type CompareCells = (before: readonly Standing[], after: readonly Standing[], effort: Effort) => Difference

/**
 * What became of a table, cell by cell: rows are known by what is in them, columns by where they are or, if there are more or fewer now, by
 * what their first cells hold. Undefined where nothing of one is in the other, or if these are no tables.
 */
export function tableChange(
  before: Standing,
  after: Standing,
  effort: Effort,
  compare: CompareCells,
): TableChange | undefined {
  if (before.block.type !== 'table' || after.block.type !== 'table') return undefined
  const [old, young] = [linesIn(before.block, before.shares), linesIn(after.block, after.shares)]
  const columns = columnPairs(before.block, after.block, effort)
  if (columns.length === 0) return undefined
  const rows = rowPairs(before.block, after.block, columns, effort)
  if (rows.length === 0) return undefined
  const { header } = after.block
  return {
    header: before.block.header === header ? undefined : { before: !header, after: header },
    rows: rowSteps(old, young, { rows, columns }, (a, b) => compare(a, b, effort)),
  }
}

/** The lines of each cell, with whose their words are. */
type LinesInCells = Standing[][][]

function linesIn({ rows }: Table, shares: readonly Share[] | undefined): LinesInCells {
  const reader = new SharesReader(shares)
  return rows.map((row) =>
    row.map((cell) => cell.map((block) => ({ block, shares: take(reader, plainText(block.content).length) }))),
  )
}

function take(reader: SharesReader, length: number): Share[] {
  const shares: Share[] = []
  for (let left = length; left > 0; ) {
    const { by, length: whole } = reader.next()
    shares.push({ by, length: Math.min(left, whole) })
    reader.pass(Math.min(left, whole))
    left -= Math.min(left, whole)
  }
  return shares
}

function columnPairs(before: Table, after: Table, effort: Effort): Pair[] {
  const [first = [], other = []] = [before.rows[0], after.rows[0]]
  if (first.length === other.length) return first.map((_, i): Pair => [i, i])
  return ordered(
    first.map((cell) => JSON.stringify(cell)),
    other.map((cell) => JSON.stringify(cell)),
    effort,
  )
}

function rowPairs(before: Table, after: Table, columns: readonly Pair[], effort: Effort): Pair[] {
  const old = before.rows.map((row) => columns.map(([i]) => row[i]))
  const young = after.rows.map((row) => columns.map(([, j]) => row[j]))
  const same = ordered(
    old.map((row) => JSON.stringify(row)),
    young.map((row) => JSON.stringify(row)),
    effort,
  )
  const alike = filled(same, old.length, young.length, (gap) => alikeRows(old, young, gap))
  // As many as there were: each was written anew.
  return filled(alike, old.length, young.length, ({ from, to, start, end }) =>
    to - from === end - start ? Array.from({ length: to - from }, (_, i): Pair => [from + i, start + i]) : [],
  )
}

function ordered(before: readonly string[], after: readonly string[], effort: Effort): Pair[] {
  const numbers = new Map<string, number>()
  const numberOf = (face: string) => numbers.get(face) ?? numbers.set(face, numbers.size).size - 1
  return commonOrder(before.map(numberOf), after.map(numberOf), effort)
}

type Gap = { from: number; to: number; start: number; end: number }

function filled(pairs: readonly Pair[], before: number, after: number, fill: (gap: Gap) => Pair[]): Pair[] {
  const all: Pair[] = []
  let [from, start] = [0, 0]
  for (const pair of [...pairs, undefined]) {
    const [to, end] = pair ?? [before, after]
    all.push(...fill({ from, to, start, end }))
    if (pair) all.push(pair)
    ;[from, start] = [to + 1, end + 1]
  }
  return all
}

type Row = readonly (Cell | undefined)[]

function alikeRows(old: readonly Row[], young: readonly Row[], { from, to, start, end }: Gap): Pair[] {
  const likeness = (row: Row | undefined) => likenessOf(wordsOf(row ?? []))
  const others = young.slice(start, end).map(likeness)
  const found: Pair[] = []
  for (let i = from; i < to; i++) {
    const mine = likeness(old[i])
    const scores = others.map((other) => alike(mine, other))
    const best = scores.reduce((best, score, j) => (score > (scores[best] ?? 0) ? j : best), 0)
    if ((scores[best] ?? 0) >= LEAST_ALIKE) found.push([i, start + best])
  }
  return longestRise(found)
}

const wordsOf = (row: Row): string =>
  row.map((cell) => (cell ?? []).map(({ content }) => plainText(content)).join(' ')).join(' ')

function rowSteps(
  old: LinesInCells,
  young: LinesInCells,
  { rows, columns }: { rows: readonly Pair[]; columns: readonly Pair[] },
  compare: (before: Standing[], after: Standing[]) => Difference,
): RowStep[] {
  const [away, here] = [columnPeople(old), columnPeople(young)]
  const cells = (row: Standing[][] = [], other: Standing[][] = []): CellStep[] =>
    walked<CellStep>(columns, row.length, other.length, {
      went: (i) => ({ is: 'removed', cell: cellOf(row[i]), by: away[i] ?? [] }),
      came: (j) => ({ is: 'added', cell: cellOf(other[j]), by: here[j] ?? [] }),
      stayed: (i, j) => {
        const [before, after] = [row[i] ?? [], other[j] ?? []]
        const isSameCount = before.length === after.length
        const [was, is] = isSameCount ? [before.map(withPlace), after.map(withPlace)] : [before, after]
        return { is: 'kept', cell: cellOf(other[j]), difference: compare(was, is) }
      },
    })
  return walked<RowStep>(rows, old.length, young.length, {
    went: (i) => ({ is: 'removed', row: (old[i] ?? []).map(cellOf), by: peopleIn((old[i] ?? []).flat()) }),
    came: (j) => ({ is: 'added', row: (young[j] ?? []).map(cellOf), by: peopleIn((young[j] ?? []).flat()) }),
    stayed: (i, j) => ({ is: 'kept', cells: cells(old[i], young[j]) }),
  })
}

/** Where there are as many lines as before, each is the one that stood there, whatever it says now. */
const withPlace = (standing: Standing, place: number): Standing => ({ ...standing, id: `${place}` })

/** Down both lists at once. */
function walked<Of>(
  pairs: readonly Pair[],
  before: number,
  after: number,
  { went, came, stayed }: { went(i: number): Of; came(j: number): Of; stayed(i: number, j: number): Of },
): Of[] {
  const steps: Of[] = []
  let [i, j] = [0, 0]
  for (const pair of [...pairs, undefined]) {
    const [place, other] = pair ?? [before, after]
    for (; i < place; i++) steps.push(went(i))
    for (; j < other; j++) steps.push(came(j))
    if (pair) steps.push(stayed(i++, j++))
  }
  return steps
}

/** A column comes or goes as a whole, whoever wrote in which of its cells. */
const columnPeople = (rows: LinesInCells): string[][] =>
  (rows[0] ?? []).map((_, column) => peopleIn(rows.flatMap((row) => row[column] ?? [])))

const peopleIn = (lines: readonly Standing[]): string[] => [
  ...new Set(lines.flatMap(({ shares = [] }) => shares.flatMap(({ by }) => by ?? []))),
]

const cellOf = (lines: readonly Standing[] = []): Cell =>
  lines.flatMap(({ block }) => (block.type === 'paragraph' ? [block] : []))
