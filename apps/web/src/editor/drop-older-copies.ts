import { clearDocument } from 'y-indexeddb'
import { localCopyName } from './local-copy.ts'
import { type CopyId, readNote } from './unsent/copy-notes.ts'
import { smallStorage } from './unsent/unsent-note.ts'

/**
 * Deletes what this device keeps of earlier epochs of a pad, whoever sat here: the server may have taken words out of it. What holds unsent
 * words stays until they are given back. Never rejects.
 */
export async function dropOlderCopies(now: Pick<CopyId, 'pad' | 'epoch'>): Promise<void> {
  try {
    const storage = smallStorage()
    for (const { name } of await indexedDB.databases()) {
      const copy = name === undefined ? undefined : olderCopy(name, now)
      if (copy && !(storage && readNote(storage, copy))) await clearDocument(localCopyName(copy))
    }
  } catch {
    // A browser that lists or deletes no copies keeps them; nobody is shown them.
  }
}

/** The copy that a database is, if it is one of an earlier epoch of this pad. */
export function olderCopy(name: string, { pad, epoch }: Pick<CopyId, 'pad' | 'epoch'>): CopyId | undefined {
  const folder = `forumpad/${pad}/`
  if (!name.startsWith(folder)) return undefined
  const [of, schema, ...person] = name.slice(folder.length).split('/')
  const copy = { pad, epoch: Number(of), schema: Number(schema), person: person.join('/') }
  return copy.epoch < epoch && localCopyName(copy) === name ? copy : undefined
}
