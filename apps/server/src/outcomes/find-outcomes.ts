import type { Outcome } from '@forumpad/api'
import { type Block, type DueDay, dueDate, type Label, type Line, sectionLabel } from '@forumpad/pad-schema'
import { lineLinks } from './line-links.ts'
import { type LineOutcome, lineOutcomes } from './line-outcomes.ts'

/** A block with its lasting id in the document and the name under which it is linked. */
export type NamedBlock = { id: { client: number; clock: number }; name: string; block: Block }

/** What is found in a pad's text, whichever pad it is. */
export type FoundOutcome = Omit<Outcome, 'pad'>

/** Nobody marks more; what a machine pours in is not kept. */
const MOST = 2_000

/**
 * What the text of a pad says was decided, asked and to be done, with its links and hashtags, in the order of the text. A pure
 * function of the text and of the day on which it was written.
 *
 * @param written the day (`2026-05-10`) from which "due Friday" is counted
 */
export function findOutcomes(blocks: readonly NamedBlock[], written: string): FoundOutcome[] {
  const found: FoundOutcome[] = []
  let section: Section | null = null
  for (const { id, name, block } of blocks) {
    if (found.length >= MOST) break
    const place = { line: `${id.client}-${id.clock}`, name }
    if (block.type === 'table') {
      // Ticking finds its line by the block.
      for (const line of block.rows.flat(2)) found.push(...inLine(line, null, place, written).map(unticked))
    } else if (block.type === 'paragraph') {
      section = sectionAfter(section, block)
      found.push(...inLine(block, section?.label ?? null, place, written))
    }
  }
  return found.slice(0, MOST)
}

/** Under which heading one reads, if it says what its lists are. */
type Section = { level: number; label: Label }

function sectionAfter(before: Section | null, line: Line): Section | null {
  if (line.kind !== 'heading') return before
  const label = sectionLabel(line.content)
  if (label !== null) return { level: line.level, label }
  return before !== null && line.level > before.level ? before : null
}

type LinePlace = Pick<Outcome, 'line' | 'name'>

function inLine(line: Line, section: Label | null, place: LinePlace, written: string): FoundOutcome[] {
  const outcomes = lineOutcomes(line, section).map(({ due, ...found }: LineOutcome) => ({
    ...place,
    ...found,
    due: dayOf(due, written),
    url: null,
  }))
  const links = lineLinks(line).map(
    ({ url, title }): FoundOutcome => ({
      ...place,
      ...{ kind: 'link', text: title, url, people: [], due: null, tags: [], done: null, box: false },
    }),
  )
  return [...outcomes, ...links]
}

const dayOf = (due: DueDay | null, written: string): string | null => due && dueDate(due, written)

const unticked = (found: FoundOutcome): FoundOutcome => ({ ...found, box: false })
