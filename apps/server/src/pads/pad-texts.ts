import { leaveFormats } from '@forumpad/api'
import { documentUpdate, markdownToDocument, type PadDocument, ROOT, readDocument } from '@forumpad/pad-schema'
import type { LivePads } from '@forumpad/sync'
import * as Y from 'yjs'
import type { PadDirectory } from './pad-directory.ts'

export type PadText = { revision: number; document: PadDocument }

/** The committed text of a pad; of one that nobody has opened, what its first editor will find. */
export async function readPadText(
  { livePads, pads }: { livePads: LivePads; pads: PadDirectory },
  name: string,
): Promise<PadText | undefined> {
  const committed = await livePads.read(name)
  if (!committed) return undefined
  if (committed.revision > 0) return { revision: committed.revision, document: documentOf(committed.state) }
  const template = (await pads.find(name))?.template
  return { revision: 0, document: template ? markdownToDocument(template) : { blocks: [] } }
}

/** The update that makes revision 1 of a pad; undefined for one that begins empty. */
export async function seedOf(pads: PadDirectory, name: string): Promise<Uint8Array | undefined> {
  const template = (await pads.find(name))?.template
  if (!template) return undefined
  await pads.keepTemplate(name, template)
  return documentUpdate(markdownToDocument(template))
}

function documentOf(state: Uint8Array): PadDocument {
  const doc = leaveFormats(new Y.Doc())
  Y.applyUpdate(doc, state)
  const document = readDocument(doc.getXmlFragment(ROOT))
  doc.destroy()
  return document
}
