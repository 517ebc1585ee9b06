import { COLUMN_HEADER, SCROLL_BOX, tableAttributes } from '../block-dom.ts'
import type { Cell, Table } from '../document.ts'
import { shapeOf } from '../line.ts'
import { type LinePlace, linePlaces } from '../line-places.ts'
import { openTag } from '../out/escape-html.ts'
import { blockHtml } from './block-html.ts'
import type { CellStep, Difference, RowStep, Step, TableChange } from './difference.ts'
import { changedLineHtml, type NameOf } from './line-change-html.ts'

/** A table with what came and what went in it, cell by cell. */
export function changedTableHtml({ header }: Table, { rows }: TableChange, nameOf: NameOf): string {
  const body = rows.map((row, index) => rowHtml(row, header && index === 0, nameOf)).join('')
  return `${openTag('div', tableAttributes(header))}${openTag('div', SCROLL_BOX)}<table><tbody>${body}</tbody></table></div></div>`
}

function rowHtml(step: RowStep, isHeader: boolean, nameOf: NameOf): string {
  const td = openTag('td', isHeader ? COLUMN_HEADER : {})
  const cells = step.is === 'kept' ? step.cells : step.row.map((cell): CellStep => ({ is: step.is, cell, by: step.by }))
  return `<tr>${cells.map((cell) => `${td}${cellHtml(cell, nameOf)}</td>`).join('')}</tr>`
}

function cellHtml(step: CellStep, nameOf: NameOf): string {
  return step.is === 'kept'
    ? linesHtml(step.difference, nameOf)
    : marked(step.is, step.by, plainCellHtml(step.cell), nameOf)
}

function plainCellHtml(cell: Cell): string {
  const places = linePlaces(cell.map(shapeOf))
  return cell.map((line, index) => blockHtml(line, places[index] ?? {})).join('')
}

function linesHtml({ steps }: Difference, nameOf: NameOf): string {
  const places = linePlaces(steps.map(({ block }) => (block.type === 'paragraph' ? shapeOf(block) : null)))
  return steps.map((step, index) => lineHtml(step, places[index] ?? {}, nameOf)).join('')
}

function lineHtml(step: Step, place: LinePlace, nameOf: NameOf): string {
  switch (step.is) {
    case 'kept':
    case 'table changed':
      return blockHtml(step.block, place)
    case 'changed':
      return changedLineHtml(step.block, step.change, place, nameOf)
    case 'added':
    case 'removed':
      return marked(step.is, step.by, blockHtml(step.block, place), nameOf)
    case 'moved away':
      return marked('removed', [], blockHtml(step.block, place), nameOf)
    case 'moved here':
      return marked('added', step.by, blockHtml(step.block, place), nameOf)
  }
}

function marked(is: 'added' | 'removed', by: readonly string[], html: string, nameOf: NameOf): string {
  const [first, second] = by
  const person = first === undefined || second !== undefined ? undefined : nameOf(first)
  const tag = is === 'added' ? 'ins' : 'del'
  return `${openTag(tag, person ? { 'data-hue': String(person.hue), title: person.name } : {})}${html}</${tag}>`
}
