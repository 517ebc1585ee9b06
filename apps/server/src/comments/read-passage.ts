import { leaveFormats, type PassageAnchor } from '@forumpad/api'
import { passageOf, ROOT } from '@forumpad/pad-schema'
import type { LivePads } from '@forumpad/sync'
import * as Y from 'yjs'

/** The words of a passage in the committed text of a pad; undefined if nothing of it is there. */
export async function readPassage(
  livePads: Pick<LivePads, 'read'>,
  pad: string,
  anchor: PassageAnchor,
): Promise<string | undefined> {
  const committed = await livePads.read(pad)
  if (!committed) return undefined
  const doc = leaveFormats(new Y.Doc())
  Y.applyUpdate(doc, committed.state)
  const passage = passageOf(doc.getXmlFragment(ROOT), anchor)
  doc.destroy()
  return passage?.words
}
