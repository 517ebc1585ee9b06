import type { PadDocument } from '../document.ts'
import { linesOf } from '../table.ts'

/**
 * What can be pasted at once without the page standing still for more than a second or two: each line is an element in the editor,
 * and each stretch of a line some items in Yjs, of which the server takes 40,000 in one change.
 */
export const PASTE_LIMITS = {
  characters: 250_000,
  lines: 3_000,
  cells: 2_000,
  pieces: 10_000,
  htmlCharacters: 3_000_000,
} as const

/** No address is longer, so no more of a text is looked at to tell whether it is one. */
export const LONGEST_ADDRESS = 4_096

/** The HTML of what is pasted, or nothing where reading it would take too long and there is plain text beside it. */
export function withinReason(html: string, text: string): string {
  return html.length > PASTE_LIMITS.htmlCharacters && text !== '' ? '' : html.slice(0, PASTE_LIMITS.htmlCharacters)
}

/** Why a text is too large to be pasted, as a sentence for the person, or null. */
export function tooLarge(text: string): string | null {
  const { length } = text
  return length <= PASTE_LIMITS.characters ? null : tooManyCharacters(length)
}

/** The same for a table, before anybody reads it: with so many cells that would take long. */
export function tooManyCells(html: string, text: string): string | null {
  const { cells } = PASTE_LIMITS
  const count = Math.max(html.match(/<t[dh][\s>]/gi)?.length ?? 0, text.match(/\t/g)?.length ?? 0)
  return count > cells
    ? `That is ${inWords(count)} cells of a table; at most ${inWords(cells)} can be pasted at once. Nothing was pasted. Paste it in smaller parts.`
    : null
}

/** The same for what was read from it: a short text can be many lines. */
export function tooManyPieces(document: PadDocument): string | null {
  const { lines, pieces, characters } = PASTE_LIMITS
  const all = linesOf(document)
  if (all.length > lines)
    return `That is ${inWords(all.length)} lines; at most ${inWords(lines)} can be pasted at once. Nothing was pasted. Paste it in smaller parts.`
  const found = { pieces: 0, characters: 0 }
  for (const { content } of all) {
    found.pieces += 1 + content.length
    for (const inline of content) found.characters += inline.type === 'text' ? inline.text.length : 1
  }
  if (found.characters > characters) return tooManyCharacters(found.characters)
  return found.pieces > pieces
    ? `That is ${inWords(found.pieces)} pieces of styled text; at most ${inWords(pieces)} can be pasted at once. Nothing was pasted. Paste it in smaller parts.`
    : null
}

const tooManyCharacters = (count: number): string =>
  `That is ${inWords(count)} characters; at most ${inWords(PASTE_LIMITS.characters)} can be pasted at once. Nothing was pasted. Paste it in smaller parts.`

const inWords = (count: number): string => count.toLocaleString('en')
