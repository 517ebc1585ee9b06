import type { Block } from './document.ts'

/** Which element of the Yjs document a block is. It outlives every change of the block's words and its kind. */
export type BlockId = { client: number; clock: number }

/*
 * The name ends in the block's first words, by which it is found again where it was written anew because somebody moved it or a
 * line beside it.
 */
const NAME = /^line-(\d+)-(\d+)(?:-(.*))?$/
const LONGEST_WORDS = 40

/** The permanent name of a block: what stands behind the `#` in its address. `text` is all its text. */
export function lineName({ client, clock }: BlockId, text: string): string {
  const words = wordsOfName(text)
  return `line-${client}-${clock}${words === '' ? '' : `-${encodeURIComponent(words)}`}`
}

/** What a name says; null where it is none. `words` are as `wordsOfName` gives them. */
export function readLineName(name: string): (BlockId & { words: string }) | null {
  const found = NAME.exec(name)
  return found && { client: Number(found[1]), clock: Number(found[2]), words: decoded(found[3] ?? '') }
}

/** The first words of a block as they stand in its name. */
export const wordsOfName = (text: string): string =>
  [...text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')].slice(0, LONGEST_WORDS).join('').replace(/^-|-$/g, '')

/** All text of a block, as the editor counts it: breaks and the borders of cells are nothing. */
export function textOfBlock(block: Block): string {
  if (block.type === 'table') return block.rows.flat(2).map(textOfBlock).join('')
  if (block.type !== 'paragraph') return ''
  return block.content.map((inline) => (inline.type === 'text' ? inline.text : '')).join('')
}

function decoded(words: string): string {
  try {
    return decodeURIComponent(words)
  } catch {
    return ''
  }
}
