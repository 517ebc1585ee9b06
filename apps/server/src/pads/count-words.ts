import type { PadDocument } from '@forumpad/pad-schema'

/** Words as people count them: runs of letters and digits, and each Chinese or Japanese character. */
export function countWords(document: PadDocument): number {
  let words = 0
  for (const block of document.blocks) {
    if (block.type !== 'paragraph') continue
    const text = block.content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('')
    words += text.match(WORD)?.length ?? 0
  }
  return words
}

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’._-]*/gu
