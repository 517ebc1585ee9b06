import { SERVER_PERSON } from '@forumpad/api'
import * as Y from 'yjs'
import type { StoredChange } from './ports.ts'

/**
 * The updates after a checkpoint as they go out to whoever joins. What the server mended goes with what it mended, as it did when it was
 * new: an editor that saw the strange block by itself would delete it, and a reader's editor would be refused for that.
 */
export function tailUpdates(tail: readonly Pick<StoredChange, 'person' | 'bytes'>[]): Uint8Array[] {
  const groups: Uint8Array[][] = []
  for (const { person, bytes } of tail) {
    const last = groups.at(-1)
    if (last && person === SERVER_PERSON) last.push(bytes)
    else groups.push([bytes])
  }
  return groups.map((group) => (group.length === 1 && group[0] ? group[0] : Y.mergeUpdates(group)))
}
