import type { Block, Line } from '../document.ts'
import type { LinePlace } from '../line-places.ts'
import { linesOf } from '../table.ts'
import { blockToEditorHtml } from './editor-html.ts'
import { escapeHtml, openTag } from './escape-html.ts'
import { inlineHtml } from './inline-html.ts'

/** Some words of a line, `from` up to, but not including, `to`, in UTF-16 units (a break is one), and what their `<span>` wears. */
export type WrittenWords = { from: number; to: number; attributes: Record<string, string> }

/**
 * One block as a read-only editor would show it, with who wrote what.
 *
 * @param written for each line of the block in the order of `linesOf`; in order, without overlaps
 * @param attributes of the block's element
 */
export function writtenBlockHtml(
  block: Block,
  place: LinePlace,
  written: readonly (readonly WrittenWords[])[],
  attributes: Record<string, string>,
): string {
  const words = new Map(linesOf({ blocks: [block] }).map((line, index) => [line, written[index] ?? []]))
  return blockToEditorHtml(block, place, (line) => wordsHtml(line, words.get(line) ?? []), attributes)
}

function wordsHtml(line: Line, written: readonly WrittenWords[]): string {
  return inlineHtml(line.content, (text, start) => {
    let html = ''
    let done = 0
    const upTo = (place: number) => {
      const words = escapeHtml(text.slice(done, place))
      done = place
      return words
    }
    for (const { from, to, attributes } of written) {
      const [first, end] = [Math.max(0, from - start), Math.min(text.length, to - start)]
      if (first < end) html += `${upTo(first)}${openTag('span', attributes)}${upTo(end)}</span>`
    }
    return html + upTo(text.length)
  })
}
