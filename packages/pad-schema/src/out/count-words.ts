import type { PadDocument } from '../document.ts'
import { linesOf } from '../table.ts'
import { plainText } from './text.ts'

/** Scripts that put no space between words are counted by the character, as word processors do. */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}`
const WORD = new RegExp(String.raw`[${UNSPACED}]\p{M}*|(?:(?![${UNSPACED}])[\p{L}\p{N}][\p{M}]*[.'’_-]?)+`, 'gu')

/** How many words a document has, whatever its language. */
export function countWords(document: PadDocument): number {
  return linesOf(document).reduce((sum, { content }) => sum + wordsIn(plainText(content)), 0)
}

const wordsIn = (text: string): number => text.match(WORD)?.length ?? 0
