import { useSyncExternalStore } from 'react'

/** The zone of the reader's device, or null on the server and until the page is taken over. */
export function useReaderZone(): string | null {
  return useSyncExternalStore(
    neverChanges,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  )
}

const neverChanges = () => () => {}
