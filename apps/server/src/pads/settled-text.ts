import { leaveFormats } from '@forumpad/api'
import {
  type Block,
  type BlockId,
  lineName,
  type PadDocument,
  ROOT,
  readBlocks,
  textOfBlock,
} from '@forumpad/pad-schema'
import type { LivePads } from '@forumpad/sync'
import * as Y from 'yjs'
import type { PadDirectory, PadRecord } from './pad-directory.ts'

/** The committed text of a pad at a revision, decoded once for all who follow it. */
export type SettledText = {
  /** As the pad stood just before its text was read; `revision` and `epoch` of the text are those below. */
  pad: PadRecord
  epoch: number
  /** At least 1. */
  revision: number
  document: PadDocument
  /** The blocks of `document`, in order, each with its lasting id and its permanent name. */
  blocks: readonly NamedBlock[]
}

/** A block of a settled text. Its address is `/p/PAD#NAME`; the name is ready for an address as it is. */
export type NamedBlock = { id: BlockId; name: string; block: Block }

/** Whoever wants to know what pads say: the counts of words, the search, the outcomes ... */
export type TextFollower = {
  /** Under which it is remembered what it has seen: for good, and in the words of a log. A new name is brought everything anew. */
  readonly name: string
  /**
   * Takes the text of a pad in place of any that it was brought before. It may be brought the same text twice, and need not be brought
   * every revision. What it throws has it brought again later.
   */
  follow(text: SettledText): Promise<void>
}

/** The committed text of a pad as it is now; undefined where nobody has opened it. */
export async function readSettledText(
  { livePads, pads }: { livePads: Pick<LivePads, 'read'>; pads: Pick<PadDirectory, 'find'> },
  name: string,
): Promise<SettledText | undefined> {
  // The record first: should the epoch be raised meanwhile, this text counts for the old one and is brought again.
  const pad = await pads.find(name)
  const committed = pad && (await livePads.read(name))
  return pad && committed && committed.revision > 0 ? settledText(pad, committed.revision, committed.state) : undefined
}

/** @param state the whole committed document, as an update */
export function settledText(pad: PadRecord, revision: number, state: Uint8Array): SettledText {
  const doc = leaveFormats(new Y.Doc())
  Y.applyUpdate(doc, state)
  const blocks = readBlocks(doc.getXmlFragment(ROOT)).map(({ id, block }) => ({
    id,
    name: lineName(id, textOfBlock(block)),
    block,
  }))
  doc.destroy()
  return { pad, epoch: pad.epoch, revision, document: { blocks: blocks.map(({ block }) => block) }, blocks }
}
