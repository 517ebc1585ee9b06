import { type ActToNote, type ChangeDone, leaveFormats } from '@forumpad/api'
import { rewriteDocument, type Standing } from '@forumpad/pad-schema'
import type { LivePads } from '@forumpad/sync'
import * as Y from 'yjs'
import { Hands } from './hands.ts'

export type RewriteParts = { livePads: Pick<LivePads, 'read' | 'merge'> }

/**
 * Changes the text of a pad into another, for a person, as a client of the server's own. What somebody types meanwhile stays.
 *
 * @param note stored with the change, if there is one
 * @param plan what the pad holds at its newest revision, and what it is to hold; the shares are keys of authors
 */
export async function rewritePad(
  { livePads }: RewriteParts,
  pad: string,
  person: string,
  plan: (newest: number) => Promise<{ now: readonly Standing[]; target: readonly Standing[] }>,
  note?: ActToNote,
): Promise<ChangeDone> {
  const now = await livePads.read(pad)
  if (!now) throw new Error(`There is no pad "${pad}"`)
  const planned = await plan(now.revision)
  const doc = leaveFormats(new Y.Doc())
  Y.applyUpdate(doc, now.state)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const hands = new Hands(doc)
  try {
    rewriteDocument(doc, planned.target, hands.as, planned.now)
    if (updates.length === 0) return { changed: false, before: now.revision, revision: now.revision }
    const revision = await livePads.merge(pad, person, { updates, claims: hands.claims(person), ...(note && { note }) })
    return { changed: true, before: now.revision, revision }
  } finally {
    doc.destroy()
  }
}
