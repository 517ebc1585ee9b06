import { clearDocument } from 'y-indexeddb'
import * as Y from 'yjs'
import { localCopyName, openLocalCopy } from '../local-copy.ts'
import { type CopyId, type CopyNote, writeNote } from './copy-notes.ts'
import { smallStorage } from './unsent-note.ts'
import { UnsentWords } from './unsent-words.ts'

/** The lines of a copy with words that the server may not have. It is read as plain text, whatever its schema, and bound to no editor. */
export async function keptWords(copy: CopyId & { note: CopyNote }): Promise<string[]> {
  const doc = new Y.Doc()
  const words = new UnsentWords(doc, () => false)
  const local = openLocalCopy(localCopyName(copy), doc)
  await local.loaded
  words.found(1, new Map(Object.entries(copy.note.visits).map(([client, { saved }]) => [Number(client), saved])))
  const lines = words.lines()
  local.close()
  doc.destroy()
  return lines
}

/** Deletes a copy whose words nobody needs any more. */
export async function forgetKept(copy: CopyId & { note: CopyNote }): Promise<void> {
  await clearDocument(localCopyName(copy))
  const storage = smallStorage()
  if (storage) writeNote(storage, copy, { ...copy.note, visits: {} })
}
