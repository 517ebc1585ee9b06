import { type CopyId, type CopyNote, changesIn, type NoteStorage, readNote, writeNote } from './copy-notes.ts'

/** A page's hand in the note about its copy: what earlier visits left there, and what this one adds. */
export interface UnsentNote {
  /** What earlier visits wrote and the server may not have: their Yjs clients, and how far each is on its disk. */
  readonly earlier: { changes: number; clients: ReadonlyMap<number, number> }
  /** As `wrote`, at once, if nothing of this page is noted. It is for every key, so it writes only the first. */
  begins(changes: number, saved: number): void
  /** This page has so many changes that the server may not have; of its own items it has those up to `saved`. */
  wrote(changes: number, saved: number): void
  /** The server has everything that earlier visits left. */
  settled(): void
  /** The copy is deleted. */
  forget(): void
}

export type OpenUnsentNote = (copy: CopyId, title: string, client: number) => UnsentNote

/** Read now; other windows of the browser write into the same note meanwhile, so each changes its own part alone. */
export const openUnsentNote: OpenUnsentNote = (copy, title, client) => {
  const storage = smallStorage()
  const before = (storage && readNote(storage, copy)?.visits) ?? {}
  const note = (): CopyNote => ({ title, visits: (storage && readNote(storage, copy)?.visits) ?? {} })
  let written = 0

  return {
    earlier: {
      changes: changesIn({ title, visits: before }),
      clients: new Map(Object.entries(before).map(([id, { saved }]) => [Number(id), saved])),
    },
    begins(changes, saved) {
      if (written === 0) wrote(changes, saved)
    },
    wrote,
    settled() {
      if (!storage) return
      // What another window has written since then came after the words that were brought from here.
      const left = Object.entries(note().visits).filter(([id, { at }]) => before[id]?.at !== at)
      writeNote(storage, copy, { title, visits: Object.fromEntries(left) })
    },
    forget() {
      if (storage) writeNote(storage, copy, { title, visits: {} })
    },
  }

  function wrote(changes: number, saved: number): void {
    if (!storage || changes === written) return
    written = changes
    const { [client]: _, ...others } = note().visits
    const own = changes === 0 ? {} : { [client]: { saved, changes, at: Date.now() } }
    writeNote(storage, copy, { title, visits: { ...others, ...own } })
  }
}

/** Null where the browser keeps nothing for this site. */
export function smallStorage(): NoteStorage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
