import type { Block } from '../document.ts'
import { shapeOf } from '../line.ts'
import { type LinePlace, linePlaces } from '../line-places.ts'
import { openTag } from '../out/escape-html.ts'
import { blockHtml } from './block-html.ts'
import type { Difference, Step } from './difference.ts'
import { changedLineHtml, type NameOf, nameTag } from './line-change-html.ts'
import { peopleOf } from './only-by.ts'
import { shapeWords } from './shape-words.ts'
import { changedTableHtml } from './table-change-html.ts'

/** So many unchanged blocks on either side of a change are shown with it. */
const BESIDE = 1
/** Longer stretches are folded; very long ones are left out, and only counted. */
const LEAST_FOLDED = 4
const MOST_FOLDED = 400

/**
 * A difference as HTML: the text as it is now, with what came as `<ins>` and what went as `<del>`, each change under a line that says in
 * words what it is and whose. Unchanged stretches are folded into `<details>`. No script, all escaped.
 *
 * @param nameOf a person's name and hue; undefined for somebody who is to be nameless
 */
export function differenceHtml({ steps }: Difference, nameOf: NameOf): string {
  const places = placesOf(steps)
  const write = (step: Step, index: number) => stepHtml(step, places[index] ?? {}, nameOf)
  let html = ''
  for (let from = 0; from < steps.length; ) {
    let to = from
    while (to < steps.length && steps[to]?.is === 'kept') to += 1
    if (to === from) html += write(steps[from] as Step, from++)
    else {
      const [before, after] = [from === 0 ? 0 : BESIDE, to === steps.length ? 0 : BESIDE]
      const [start, end] = to - from - before - after >= LEAST_FOLDED ? [from + before, to - after] : [to, to]
      for (let i = from; i < start; i++) html += write(steps[i] as Step, i)
      if (start < end)
        html += foldedHtml(end - start, () => steps.slice(start, end).map((step, i) => write(step, start + i)))
      for (let i = end; i < to; i++) html += write(steps[i] as Step, i)
      from = to
    }
  }
  return html
}

function foldedHtml(count: number, write: () => string[]): string {
  const words = `${count} unchanged lines`
  if (count > MOST_FOLDED) return `<div class="unchanged">${words}</div>`
  return `<details class="unchanged"><summary>${words}</summary>${write().join('')}</details>`
}

/** The numbers of numbered lines are those of the newer document; what went has those of the older. */
function placesOf(steps: readonly Step[]): LinePlace[] {
  const places: LinePlace[] = []
  for (const side of [isOld, isNew]) {
    const indexes = steps.flatMap((step, index) => (side(step) ? [index] : []))
    const shapes = indexes.map((index) => shapeIn((steps[index] as Step).block))
    linePlaces(shapes).forEach((place, i) => {
      places[indexes[i] ?? 0] = place
    })
  }
  return places
}

const isNew = ({ is }: Step): boolean => is !== 'removed' && is !== 'moved away'
const isOld = ({ is }: Step): boolean => is !== 'added' && is !== 'moved here'

const shapeIn = (block: Block) => (block.type === 'paragraph' ? shapeOf(block) : null)

function stepHtml(step: Step, place: LinePlace, nameOf: NameOf): string {
  switch (step.is) {
    case 'kept':
      return blockHtml(step.block, place)
    case 'added':
      return framed(step, `Added${byWords(step, nameOf)}`, `<ins>${blockHtml(step.block, place)}</ins>`, nameOf)
    case 'removed':
      return framed(step, `Removed${byWords(step, nameOf)}`, `<del>${blockHtml(step.block, place)}</del>`, nameOf)
    case 'moved away':
      return framed(step, 'Was here, is elsewhere now', blockHtml(step.block, place), nameOf)
    case 'moved here': {
      const inside = step.change
        ? changedLineHtml(step.block, step.change, place, nameOf)
        : blockHtml(step.block, place)
      const also = step.change ? ` and changed${shapeWords(step.change)}` : ''
      return framed(step, `Moved here${also}${byWords(step, nameOf)}`, inside, nameOf)
    }
    case 'table changed': {
      const head = step.change.header?.after ? ' (first row as header)' : step.change.header ? ' (no header)' : ''
      return framed(
        step,
        `Changed${head}${byWords(step, nameOf)}`,
        changedTableHtml(step.block, step.change, nameOf),
        nameOf,
      )
    }
    case 'changed': {
      const caption = `Changed${shapeWords(step.change)}${byWords(step, nameOf)}`
      return framed(step, caption, changedLineHtml(step.block, step.change, place, nameOf), nameOf)
    }
  }
}

/** `caption` is HTML already. */
function framed(step: Step, caption: string, inside: string, nameOf: NameOf): string {
  const [first, second] = peopleOf(step)
  const hue = first === undefined || second !== undefined ? undefined : nameOf(first)?.hue
  const attributes = { class: 'change', 'data-is': step.is, ...(hue === undefined ? {} : { 'data-hue': String(hue) }) }
  return `${openTag('div', attributes)}<div class="change-caption">${caption}</div>${inside}</div>`
}

function byWords(step: Step, nameOf: NameOf): string {
  const names = peopleOf(step).flatMap((id) => {
    const person = nameOf(id)
    return person ? [nameTag(person)] : []
  })
  const last = names.at(-1)
  if (last === undefined) return ''
  return ` by ${names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`}`
}
