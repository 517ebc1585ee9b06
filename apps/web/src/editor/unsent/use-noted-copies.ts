import { useCallback, useRef, useSyncExternalStore } from 'react'
import { isNoteKey, notedCopies } from './copy-notes.ts'
import { smallStorage } from './unsent-note.ts'

export type NotedCopy = ReturnType<typeof notedCopies>[number]

const NONE: readonly NotedCopy[] = []

/** The copies on this device with words of this person that the server may not have; none of anybody else's. */
export function useNotedCopies(person: string): readonly NotedCopy[] {
  const last = useRef({ key: '[]', copies: NONE })
  const read = useCallback(() => {
    const storage = smallStorage()
    const copies = storage ? notedCopies(storage, person) : NONE
    const key = JSON.stringify(copies)
    if (key !== last.current.key) last.current = { key, copies }
    return last.current.copies
  }, [person])
  return useSyncExternalStore(subscribe, read, () => NONE)
}

/** Windows tell each other of changes; a page's own come with the seconds. */
function subscribe(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (isNoteKey(key)) listener()
  }
  const timer = setInterval(listener, 1_000)
  addEventListener('storage', onStorage)
  return () => {
    clearInterval(timer)
    removeEventListener('storage', onStorage)
  }
}
