import { leaveFormats } from '@forumpad/api'
import { type BlockId, lineName, type PadDocument, ROOT, readBlocks, textOfBlock } from '@forumpad/pad-schema'
import { authorshipOf, type PadStore, rebuildAuthorship } from '@forumpad/sync'
import * as Y from 'yjs'
import { charactersByAuthor } from './characters-by-author.ts'

/** A pad's committed text, and who wrote how much of each of its blocks. */
export type WrittenText = {
  revision: number
  epoch: number
  document: PadDocument
  /** For each block of the document. */
  lines: readonly WrittenLine[]
}

/** `id` and `name` are those of a line for good; `by` counts characters for each person's id. */
export type WrittenLine = { id: BlockId; name: string; by: ReadonlyMap<string, number> }

/** Reads from the store alone, so it makes no pad live; undefined if there is no such pad, or nobody has opened it yet. */
export async function readWrittenText(
  store: Pick<PadStore, 'load' | 'readLog'>,
  pad: string,
): Promise<WrittenText | undefined> {
  const stored = await store.load(pad)
  if (!stored || stored.head === 0) return undefined
  const authorship = authorshipOf(stored) ?? (await rebuildAuthorship(store, pad, stored)).authorship
  const doc = leaveFormats(new Y.Doc())
  doc.transact(() => {
    if (stored.checkpoint) Y.applyUpdate(doc, stored.checkpoint.state)
    for (const { bytes } of stored.tail) Y.applyUpdate(doc, bytes)
  })
  const fragment = doc.getXmlFragment(ROOT)
  const blocks = readBlocks(fragment)
  const characters = charactersByAuthor(fragment, authorship.credits)
  const lines = blocks.map(({ id, block }) => ({
    id,
    name: lineName(id, textOfBlock(block)),
    by: characters.get(`${id.client}-${id.clock}`) ?? new Map<string, number>(),
  }))
  doc.destroy()
  return {
    revision: stored.head,
    epoch: stored.epoch,
    document: { blocks: blocks.map(({ block }) => block) },
    lines,
  }
}
