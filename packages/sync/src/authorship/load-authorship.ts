import { leaveFormats } from '@forumpad/api'
import * as Y from 'yjs'
import type { LogRow, PadStore, StoredPad } from '../ports.ts'
import { Authorship } from './authorship.ts'
import { replay } from './replay.ts'

/** Rows read at once; others get their turn in between. */
const PAGE = 500

/**
 * The authors as of a checkpoint and the tail that came after it, or undefined if they must be made from the whole log. Decoding
 * costs little; a tail costs making the document.
 */
export function authorshipOf({ checkpoint, tail, clients, keptCredits }: StoredPad): Authorship | undefined {
  const kept = checkpoint?.authorship ? Authorship.decode(checkpoint.authorship, keptCredits) : undefined
  const authorship = kept ?? (checkpoint ? undefined : new Authorship(keptCredits))
  if (!authorship || tail.length === 0) return authorship
  const doc = leaveFormats(new Y.Doc())
  if (checkpoint) Y.applyUpdate(doc, checkpoint.state)
  replay(doc, authorship, tail, (client) => clients.get(client))
  doc.destroy()
  return authorship
}

/** The document and its authors up to revision `head`, made from nothing but the log. */
export async function rebuildAuthorship(
  store: Pick<PadStore, 'readLog'>,
  pad: string,
  { head, clients, keptCredits }: Pick<StoredPad, 'head' | 'clients' | 'keptCredits'>,
): Promise<{ authorship: Authorship; state: Uint8Array }> {
  const authorship = new Authorship(keptCredits)
  const doc = leaveFormats(new Y.Doc())
  for (let revision = 0; revision < head; ) {
    const rows: readonly LogRow[] = await store.readLog(pad, revision, Math.min(PAGE, head - revision))
    if (rows.length === 0)
      throw new Error(`The log of the pad "${pad}" ends at revision ${revision} instead of ${head}.`)
    replay(doc, authorship, rows, (client) => clients.get(client))
    revision += rows.length
  }
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return { authorship, state }
}
