import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import type { LocalCopyState } from './badge.ts'
import type { CopyId } from './unsent/copy-notes.ts'

/** The copy of what is typed that this device keeps, so that a crash of the tab while offline loses nothing. */
export interface LocalCopy {
  readonly state: LocalCopyState
  /** Resolves when the copy of earlier visits is in the document, or when there can be none. Never rejects. */
  readonly loaded: Promise<void>
  /** Whether a transaction of this origin brought words of an earlier visit into the document. */
  brought(origin: unknown): boolean
  /** Deletes the copy; for words that were handed back to the person. */
  forget(): Promise<void>
  close(): void
}

export type OpenLocalCopy = (name: string, doc: Y.Doc) => LocalCopy

/**
 * Its name holds the epoch and the schema version: a document must never meet another incarnation of itself. And the person: on a
 * shared device nobody sees, or sends, what another has not sent yet.
 */
export function localCopyName({ pad, epoch, schema, person }: CopyId): string {
  return `forumpad/${pad}/${epoch}/${schema}/${person}`
}

/** A browser without storage (private windows, a full disk) gets a copy whose state is `impossible`. */
export const openLocalCopy: OpenLocalCopy = (name, doc) => {
  let state: LocalCopyState = 'opening'
  let persistence: IndexeddbPersistence | null = null
  let closed = false

  const loaded = storageWorks().then(async (works) => {
    if (closed || !works) {
      state = 'impossible'
      return
    }
    persistence = new IndexeddbPersistence(name, doc)
    await persistence.whenSynced
    state = 'kept'
    // Another window of this browser deletes the copy. It lets go at once, or every change would fail here from now on.
    persistence.db?.addEventListener('versionchange', () => {
      state = 'impossible'
      void persistence?.destroy()
    })
  })

  return {
    get state() {
      return state
    },
    loaded,
    brought: (origin) => origin !== null && origin === persistence,
    async forget() {
      await persistence?.clearData()
    },
    close() {
      closed = true
      persistence?.destroy()
    },
  }
}

/** y-indexeddb cannot say that the database did not open, so one of our own is tried first. */
function storageWorks(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('forumpad')
      request.onsuccess = () => {
        request.result.close()
        resolve(true)
      }
      request.onerror = () => resolve(false)
      request.onblocked = () => resolve(false)
    } catch {
      resolve(false)
    }
  })
}
