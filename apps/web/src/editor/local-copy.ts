import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import type { LocalCopyState } from './badge.ts'
import { keepChanges, takeOverChanges } from './kept-changes.ts'
import type { CopyId } from './unsent/copy-notes.ts'

/** The copy of what is typed that this device keeps, so that a crash of the tab while offline loses nothing. */
export interface LocalCopy {
  readonly state: LocalCopyState
  /** Resolves when the copy of earlier visits is in the document, or when there can be none. Never rejects. */
  readonly loaded: Promise<void>
  /** Whether a transaction of this origin brought words of an earlier visit into the document. */
  brought(origin: unknown): boolean
  /** What earlier visits had changed and not saved, as it was when it was changed; to be asked once `loaded` has resolved. */
  readonly unsaved: Uint8Array | undefined
  /** What is not saved has changed. It is asked for a moment later, and kept for the next visit. */
  keep(unsaved: () => Uint8Array | undefined): void
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

/** Most of what is typed is saved before it would be worth keeping. */
const KEEP_AFTER_MS = 250

/** A browser without storage (private windows, a full disk) gets a copy whose state is `impossible`. */
export const openLocalCopy: OpenLocalCopy = (name, doc) => {
  let state: LocalCopyState = 'opening'
  let persistence: IndexeddbPersistence | null = null
  let closed = false
  let unsaved: Uint8Array | undefined
  let unsavedNow: () => Uint8Array | undefined = () => undefined
  let isKept = false
  let keeping: ReturnType<typeof setTimeout> | undefined

  const loaded = storageWorks()
    .then((works) => (closed || !works ? cannot() : open()))
    .catch(cannot)

  async function open() {
    persistence = new IndexeddbPersistence(name, doc)
    await persistence.whenSynced
    if (persistence.db) unsaved = await takeOverChanges(persistence.db, doc.clientID)
    isKept = unsaved !== undefined
    state = 'kept'
    // Another window of this browser deletes the copy. It lets go at once, or every change would fail here from now on.
    persistence.db?.addEventListener('versionchange', () => {
      state = 'impossible'
      void persistence?.destroy()
    })
  }

  function keepNow() {
    clearTimeout(keeping)
    keeping = undefined
    const update = unsavedNow()
    if (state !== 'kept' || !persistence?.db || (!update && !isKept)) return
    isKept = update !== undefined
    keepChanges(persistence.db, doc.clientID, update).catch(cannot)
  }

  function cannot() {
    state = 'impossible'
  }

  return {
    get state() {
      return state
    },
    loaded,
    get unsaved() {
      return unsaved
    },
    keep(asked) {
      unsavedNow = asked
      keeping ??= setTimeout(keepNow, KEEP_AFTER_MS)
    },
    brought: (origin) => origin !== null && origin === persistence,
    async forget() {
      await persistence?.clearData()
    },
    close() {
      closed = true
      if (keeping !== undefined) keepNow()
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
