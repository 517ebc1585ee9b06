import { AUTHORED_AT_MS } from '@forumpad/api'
import { type Block, lineName, linesOf, textOfBlock } from '@forumpad/pad-schema'
import type { PastRevision } from './past.ts'
import type { Removers } from './removers.ts'

/** Which line a block is, by its permanent name, and when words of it came or went last, as far as that is known. */
export type ChangedPlace = { line: string; at: number | undefined }

/**
 * The places of the blocks of two revisions, the older of which there may be none. A block that is in both has the place of the newer, and the
 * later of both times; blocks are told apart by what they are, not by what they hold.
 */
export function changedPlaces(
  before: { revision: PastRevision; removers: Removers } | undefined,
  after: PastRevision | undefined,
): (block: Block) => ChangedPlace | undefined {
  const places = new Map<Block, ChangedPlace>()
  const removedAt = new Map<string, number>()
  // Credits are of whole minutes.
  const since = before === undefined ? 0 : Math.floor(before.revision.at / AUTHORED_AT_MS) * AUTHORED_AT_MS
  if (before) {
    const { revision, removers } = before
    for (const { block, id, line, from, to } of blocksOf(revision)) {
      const times = revision.origins.slice(from, to).flatMap((words) => words.flatMap((each) => removers.of(each)))
      const at = latest(times)
      places.set(block, { line, at })
      if (at !== undefined) removedAt.set(id, at)
    }
  }
  if (after) {
    for (const { block, id, line, from, to } of blocksOf(after)) {
      const written = after.credits.slice(from, to).flatMap((words) => words.filter(({ at }) => at >= since))
      const removed = removedAt.get(id)
      places.set(block, { line, at: latest(removed === undefined ? written : [...written, { at: removed }]) })
    }
  }
  return (block) => places.get(block)
}

/** The blocks of a revision with their names, and which of its lines are in them. */
function blocksOf({ document, blockIds }: PastRevision) {
  let from = 0
  return document.blocks.map((block, index) => {
    const to = from + linesOf({ blocks: [block] }).length
    const id = blockIds[index] ?? NOWHERE
    const found = { block, id: `${id.client}:${id.clock}`, line: lineName(id, textOfBlock(block)), from, to }
    from = to
    return found
  })
}

/** Each block of a revision has an id. */
const NOWHERE = { client: 0, clock: 0 }

function latest(times: readonly { at: number }[]): number | undefined {
  return times.reduce<number | undefined>((last, { at }) => (last === undefined || at > last ? at : last), undefined)
}
