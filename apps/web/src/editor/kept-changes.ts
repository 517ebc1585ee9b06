import * as idb from 'lib0/indexeddb'
import * as Y from 'yjs'

/** The store of a y-indexeddb database for what a program keeps beside the document. */
const STORE = 'custom'
const FIRST_KEY = 'unsaved '
const LAST_KEY = 'unsaved~'

/**
 * Makes what earlier tabs of this browser had not saved this tab's own, and gives it as one update; undefined if there is nothing. The
 * document beside it holds the same changes, but no longer as they were when they were made (see `UnsavedUpdates`).
 */
export async function takeOverChanges(db: IDBDatabase, tab: number): Promise<Uint8Array | undefined> {
  const [store] = idb.transact(db, [STORE])
  if (!store) return undefined
  const range = IDBKeyRange.bound(FIRST_KEY, LAST_KEY)
  const kept: unknown[] = await idb.getAll(store, range)
  const updates = kept.filter((value) => value instanceof Uint8Array)
  if (updates.length === 0) return undefined
  const all = Y.mergeUpdates(updates)
  await idb.rtop(store.delete(range))
  await idb.rtop(store.put(all, FIRST_KEY + tab))
  return all
}

/** Keeps a tab's unsaved changes in place of those that were kept before. */
export async function keepChanges(db: IDBDatabase, tab: number, update: Uint8Array | undefined): Promise<void> {
  const [store] = idb.transact(db, [STORE])
  if (!store) return
  if (update) await idb.rtop(store.put(update, FIRST_KEY + tab))
  else await idb.del(store, FIRST_KEY + tab)
}
