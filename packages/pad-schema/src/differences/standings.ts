import type { PadDocument } from '../document.ts'
import type { BlockId } from '../line-name.ts'
import { linesOf } from '../table.ts'
import type { Share, Standing } from './difference.ts'

/** The lasting id of a block as differences know it. */
export const blockKey = ({ client, clock }: BlockId): string => `${client}:${clock}`

/**
 * A document as differences are found in it.
 *
 * @param ids those of its blocks, in order
 * @param shares for each line in the order of `linesOf` whose its words are
 */
export function standingsOf(
  { blocks }: PadDocument,
  ids: readonly BlockId[] = [],
  shares: readonly (readonly Share[])[] = [],
): Standing[] {
  let line = 0
  return blocks.map((block, i) => {
    const id = ids[i]
    const lines = linesOf({ blocks: [block] }).length
    const own = shares.slice(line, line + lines)
    line += lines
    return { block, id: id && blockKey(id), shares: own.flat() }
  })
}
